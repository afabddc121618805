"""What each answer that can be held back is called, by the form of its place: the key of its name in the catalogue.

A sign and a finding are called by their statement. `{who}` in a name is the child, person or part.
"""
from collections.abc import Mapping

BELOW, EACH = "held.", "each"
"""What the keys begin with, and what stands in them for the key of a record."""
CALLED: Mapping[str, str] = {key.removeprefix(BELOW).replace(EACH, "*"): key for key in (
    "held.practitioner.relationship", "held.children.each.disability_note", "held.children.each.communication",
    "held.children.each.status_note", "held.signs.each", "held.findings.each", "held.other_worry_note",
    "held.where_now.note", "held.source_of_harm.note", "held.source_of_harm.ruled_out_because", "held.sight.note",
    "held.strengths_note", "held.safe_people", "held.voice.words", "held.voice.behaviour", "held.voice.observed",
    "held.voice.who_can_help", "held.voice.not_asked_because", "held.history.how_long", "held.history.how_often",
    "held.history.note", "held.history.help", "held.own_view_reason", "held.family.each", "held.young_person.view",
    "held.call.note", "held.call.spoke_to_role", "held.earlier_calls.each",
    "held.settled.each.whose", "held.earlier_answers",
    "held.details.children.each.gender", "held.details.children.each.ethnicity", "held.details.children.each.religion",
    "held.details.children.each.disability", "held.details.children.each.legal_status",
    "held.details.professionals.involvement", "held.details.log", "held.details.chronology", "held.details.attachments",
    "held.details.narrative.why_now", "held.details.narrative.worry", "held.details.narrative.effects.each",
    "held.details.narrative.injury", "held.details.narrative.exact_words", "held.details.narrative.question_asked",
    "held.details.narrative.history", "held.details.narrative.going_well", "held.details.narrative.tried",
    "held.details.narrative.analysis", "held.details.narrative.ask", "held.details.narrative.meanwhile",
    "held.details.narrative.not_known", "held.details.narrative.visiting_risk", "held.details.narrative.safe_contact",
    "held.details.narrative.accessibility", "held.details.agreement.records.each",
    "held.details.agreement.not_asked_because", "held.details.agreement.approved_by", "held.details.assessment.reason",
    "held.details.assessment.lead_professional", "held.details.assessment.took_part",
    "held.details.assessment.arrangements", "held.details.assessment.start.by",
    "held.details.assessment.start.share_with", "held.details.assessment.start.comments",
    "held.details.assessment.end.by", "held.details.assessment.end.share_with", "held.details.assessment.end.comments",
    "held.details.assessment.domains.each", "held.details.assessment.children.each", "held.details.assessment.mother",
    "held.details.assessment.father", "held.details.assessment.father_not_asked_because",
    "held.details.assessment.support_network", "held.details.assessment.tried", "held.details.assessment.analysis",
    "held.details.assessment.plan", "held.details.assessment.signed_off_by",
    "held.details.missing_education.last_seen_by", "held.details.missing_education.year_group",
    "held.details.missing_education.brothers_sisters", "held.details.missing_education.attendance_before",
    "held.details.missing_education.signs_of_a_move", "held.details.missing_education.told_today",
    "held.details.missing_education.risk", "held.details.missing_education.safeguarding_result",
    "held.details.missing_education.summary", "held.details.missing_education.ground", "held.details.allegation.job",
    "held.details.allegation.workplace", "held.details.allegation.employer",
    "held.details.allegation.personnel_contact", "held.details.allegation.started",
    "held.details.allegation.other_work_where", "held.details.allegation.own_children_who",
    "held.details.allegation.earlier", "held.details.allegation.said_by", "held.details.allegation.said_to",
    "held.details.allegation.happened", "held.details.allegation.summary", "held.details.allegation.witnesses",
    "held.details.allegation.kept", "held.details.allegation.actions", "held.details.allegation.officer_advice",
    "held.details.allegation.case_manager", "held.details.conversation.time", "held.details.conversation.who",
    "held.details.conversation.team", "held.details.conversation.said", "held.details.conversation.advice",
    "held.details.conversation.my_view", "held.details.conversation.their_view", "held.details.conversation.decided_by",
    "held.details.conversation.reasons", "held.details.conversation.next_if_not", "held.details.conversation.actions",
    "held.details.conversation.look_again_if",
)}
"""Form of a place → the key of what its answer is called."""
