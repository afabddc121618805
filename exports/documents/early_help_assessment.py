"""The Early Help Assessment: written with the family and read by them, from agreement to plan and agreement again.

It is never made while somebody is not to be told yet, or while a child may need protection now.
"""
from decision.case import Child
from exports.blocks import Block, Callout, Grid, Heading, Long, Paragraph, Rows, Ticks, Value, value
from exports.dates import ahead, past
from exports.declaration import Document, OwnLines
from exports.details import ConsentRecord, DomainAnswer, DomainId
from exports.findings import strengths
from exports.material import DocumentNotForNow, Material, yes_no
from exports.parts import children, household, professionals, sources
from exports.pdf.text import sentences
from exports.signing import family_signs, signature_lines, workers_sign
from exports.two_answers import help_offered
from exports.windscreen import level_name
from guidance.our_documents import our_document

DOCUMENT_ID = "early_help_assessment"
URGENT = ("refer_now", "call_999")
GROUPS: tuple[tuple[str, tuple[tuple[DomainId, str], ...]], ...] = (
    ("The child or children", (
        ("health", "Health and growing up"), ("learning", "Learning, nursery or school"),
        ("emotions_and_behaviour", "Feelings and behaviour"), ("identity", "Who they are, and being proud of it"),
        ("relationships", "Family and friends"), ("self_care", "Looking after themselves"))),
    ("Parents and carers", (
        ("basic_care", "Food, warmth, clothes, doctor and dentist"), ("safety", "Keeping safe"),
        ("warmth", "Love and comfort"), ("stimulation", "Play, talk and learning together"),
        ("boundaries", "Rules and routines"), ("stability", "Steady people and places"))),
    ("Family and home", (
        ("household", "How things work at home"), ("wider_family", "Wider family"), ("housing", "Housing"),
        ("money_and_work", "Money and work"), ("community", "Friends, neighbours, community"),
        ("family_health", "Health, worries and caring in the family"))),
)
"""The parts of the assessment, after the assessment framework, in words for a family."""
NEXT = (
    "No more help is needed for now.", "One service helps.",
    "Several services help together, and a lead professional brings them together.",
    "We ask children's services for help.",
)
WRITE_IN = 46.0
NEEDS = (
    "children", "home", "you", "professionals", "assess_start", "assess_child", "assess_parenting", "assess_family",
    "assess_voice", "assess_plan", "assess_close",
)
GIVEN = (
    "reference", "home_area", "area_now", "work_area", "practitioner.role", "factors",
    *(f"children.{name}" for name in ("label", "age_years", "age_months", "due_date", "not_born", "disability",
                                      "disability_note", "communication")),
    *(f"family.{name}" for name in ("key", "relation", "role", "responsibility")),
    "details.marking", "details.professionals", "details.assessment",
    *(f"details.children.{name}" for name in ("label", "name", "other_names", "born", "born_estimated", "due", "gender",
                                              "address", "language", "interpreter", "school", "gp", "disability")),
    *(f"details.household.{name}" for name in ("key", "name", "relation", "born", "address", "phone", "lives_in_home",
                                               "parental_responsibility")),
    *(f"details.referrer.{name}" for name in ("name", "job", "agency", "phone")),
)
"""All of the case and its details that this paper prints or works out a line from. Nothing else reaches it."""


def refuse(m: Material) -> None:
    """Raise DocumentNotForNow where writing this with the family could put somebody at risk."""
    if m.decision.outcome in URGENT:
        raise DocumentNotForNow(
            "This case needs a referral now. An Early Help Assessment is written with the family and is not for now: "
            "ring first, and ask the front door when to come back to it."
        )
    if m.held_back():
        raise DocumentNotForNow(
            "Somebody in this case is not to be told yet, or only after asking. An Early Help Assessment is written "
            "with the family, so it is not for now: ask the front door first."
        )


def build(m: Material) -> tuple[Block, ...]:
    """Every part, with room to write where nothing has been written yet."""
    return (
        *_opening(m), *help_offered(m, DOCUMENT_ID),
        *_agreement(m, "Your agreement at the start", m.details.assessment.start, start=True),
        *children(m, full=False), *household(m, full=False), *professionals(m), *_reason(m), *_domains(m), *_views(m),
        *_together(m), *_plan(m), *_agreement(m, "Your agreement to share this", m.details.assessment.end, start=False),
        *_sign_off(m), *sources(m, notes=False),
    )


def _opening(m: Material) -> tuple[Block, ...]:
    name, how = m.stands_for(DOCUMENT_ID)
    stands = sentences((f"It stands for: {name}", *how)) if name else ""
    answers = m.details.assessment
    return (
        Callout("note", "This is to work with you", tuple(line for line in (
            "It belongs to you as much as to us. You choose whether to take part, you can stop at any time, "
            "and you get a copy.", stands) if line)),
        Rows((
            ("Written by", value(m.details.referrer.name)), ("Job", value(m.details.referrer.job or m.role_name())),
            ("Agency", value(m.details.referrer.agency)), ("Telephone", value(m.details.referrer.phone)),
            ("Lead professional", value(answers.lead_professional)), ("Who took part", value(answers.took_part)),
            ("Started", past(m, answers.started_on)), ("Finished", past(m, answers.completed_on)),
            ("Another assessment looked for", yes_no(answers.checked_for_others)),
            ("Special arrangements", value(answers.arrangements)),
        ), columns=2),
    )


def _agreement(m: Material, title: str, record: ConsentRecord, start: bool) -> tuple[Block, ...]:
    """One of the two agreements. Who must not see the paper is never named on it: that person might read it."""
    said = ("You have been told what this is for, who may see it, and that you can change your mind."
            if start else "You have read this, or had it read to you, and said what you do not agree with.")
    rows = (
        ("Agreed", yes_no(record.given)), ("By whom", value(record.by)), ("On", past(m, record.on)),
        ("May be shared with", value(record.share_with)),
        *([("Before it goes to anybody else", Value("ask the person who wrote it"))] if record.must_not_see else []),
        ("What you want to say about it", value(record.comments)),
    )
    return (Heading(title), Paragraph(said), Rows(rows), *signature_lines(family_signs(m, DOCUMENT)))


def _reason(m: Material) -> tuple[Block, ...]:
    place = m.decision.place
    level = m.area.level.get(place.supported) if m.area else None
    return (
        Heading("Why we are doing this"), _written("What led here, and what we hope for", m.details.assessment.reason),
        *([Rows((("Level of need in the area's document", Value(level_name(level))),))] if level else []),
    )


def _written(label: str, said: str, hint: str = "") -> Long:
    """A written answer, or an empty box to write in."""
    return Long(label, Value(said), hint, least=WRITE_IN)


def _domains(m: Material) -> tuple[Block, ...]:
    answers = {item.domain: item for item in m.details.assessment.domains}
    blocks: list[Block] = [Heading("How things are")]
    for group, parts in GROUPS:
        rows = tuple(_domain_row(name, answers.get(id_, DomainAnswer(domain=id_))) for id_, name in parts)
        blocks += [Heading(group, 3), Grid(("Part", "What goes well", "What is hard, what is needed", "How we know"),
                                           rows, (0.19, 0.27, 0.29, 0.25), least=34)]
    found = strengths(m)
    if found:
        blocks.append(_written("Strengths we have noticed", "\n".join(found)))
    return tuple(blocks)


def _domain_row(name: str, answer: DomainAnswer) -> tuple[Value, ...]:
    return Value(name), Value(answer.strengths), Value(answer.worries), Value(answer.evidence)


def _views(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    days = {item.label: item for item in answers.children}
    blocks: list[Block] = [Heading("In your own words")]
    for child in m.case.children:
        day = days.get(child.label)
        blocks += [
            _written(f"{m.child_title(child)}: what I think", day.view if day else "", _hint(child)),
            _written(f"{m.child_title(child)}: an ordinary day", day.day if day else ""),
            Rows((("How we found out", value(day.method if day else "")),)),
        ]
    father = answers.father or (f"Not asked: {answers.father_not_asked_because}"
                                if answers.father_not_asked_because else "")
    return (*blocks, _written("Mother's view", answers.mother), _written("Father's view", father))


def _hint(child: Child) -> str:
    return "What is good, what is not, who helps, what would you change?" if not child.unborn else ""


def _together(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    return (
        Heading("What it means"), _written("Who helps you already", answers.support_network),
        _written("What has been tried, and what it changed", answers.tried),
        _written("What this means for each child, and what happens if nothing changes", answers.analysis),
    )


def _plan(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    rows = tuple((Value(row.need), Value(row.outcome), Value(row.action), Value(row.who), Value(row.by_when),
                  Value(row.how_we_know)) for row in answers.plan)
    blank = (Value(""),) * 6
    heads = ("What is needed", "What we want to see", "What we will do", "Who", "By when", "How we will know")
    return (
        Heading("Our plan"),
        Grid(heads, rows + (blank,) * max(3 - len(rows), 1), (0.17, 0.19, 0.2, 0.14, 0.12, 0.18), least=40),
        Rows((("We look at this again on", ahead(m, answers.review_on)),)),
        Heading("What happens next", 3), Ticks(tuple((said, False) for said in NEXT)),
    )


def _sign_off(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    return (Heading("Checked by a manager or safeguarding lead"),
            Rows((("Name", value(answers.signed_off_by)), ("On", past(m, answers.signed_off_on))), columns=2),
            *signature_lines(workers_sign(m, DOCUMENT)))


DOCUMENT = Document(
    our_document(DOCUMENT_ID), audience="family", build=build, refuse=refuse, needs=NEEDS, given=GIVEN,
    own_lines=OwnLines(young_person="Child or young person, if they wish"),
)
