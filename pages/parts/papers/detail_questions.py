"""What each part of the details asks, as lists of fields. Which record they fill is in detail_sections.py, and every
word of it in guidance/words (documents.<list>.<field>, with `.hint`, `.short`, and one for each choice).
"""
from dataclasses import dataclass

from decision.written_day import DayKind
from exports.details import DOMAINS
from guidance.words import ours, say
from pages.parts.asking.choices import YES_NO
from pages.parts.papers.detail_fields import Field, Kind, Still


@dataclass(frozen=True)
class _Asked:
    """A field without its words. `options`: the values of a choice, where it is not yes, no or not known."""

    attribute: str
    kind: Kind = "line"
    options: tuple[str, ...] = ()
    of: DayKind = "past"
    first: bool = False
    fact: bool = False
    still: Still | None = None


def _fields(name: str, *asked: _Asked) -> tuple[Field, ...]:
    """The fields of a list with the words that the catalogue has for them."""
    return tuple(_field(name, one) for one in asked)


def _field(name: str, one: _Asked) -> Field:
    called, words = one.attribute, ours()
    return Field(
        called, say(f"documents.{name}.{called}"), one.kind, words.get(f"documents.{name}.{called}.hint", ""),
        tuple((value, say(f"documents.{name}.{called}.{value}")) for value in one.options) or tuple(YES_NO.items()),
        words.get(f"documents.{name}.{called}.short", ""), one.of, one.first, one.fact, one.still)


CHILD = _fields("child",
    _Asked("name", "held", first=True, fact=True), _Asked("other_names", "held", fact=True),
    _Asked("born", "day", of="child_born", first=True, fact=True), _Asked("born_estimated", "tick"),
    _Asked("due", "day", of="due"), _Asked("gender", fact=True), _Asked("address", "held_lines", first=True, fact=True),
    _Asked("where_now", "held_lines", fact=True), _Asked("phone", "held", fact=True),
    _Asked("school", "held", fact=True), _Asked("gp", "held", fact=True), _Asked("language", fact=True),
    _Asked("interpreter", "choice", fact=True), _Asked("disability", "lines", fact=True),
    _Asked("ethnicity", fact=True), _Asked("religion", fact=True), _Asked("nhs_number", fact=True),
    _Asked("upn", fact=True), _Asked("legal_status", "lines", fact=True))
MEMBER = _fields("member",
    _Asked("relation", first=True, still="yours"), _Asked("name", "held", first=True, fact=True),
    _Asked("lives_in_home", "choice", fact=True), _Asked("parental_responsibility", "choice", fact=True),
    _Asked("born", "day", of="born", fact=True), _Asked("address", "held_lines", fact=True),
    _Asked("phone", "held", fact=True), _Asked("also_referred", "choice"))
PROFESSIONAL = _fields("professional",
    _Asked("role", first=True, fact=True), _Asked("name", first=True, fact=True), _Asked("agency", fact=True),
    _Asked("phone", first=True, fact=True), _Asked("email", fact=True), _Asked("involvement", "lines", fact=True))
REFERRER = _fields("referrer",
    _Asked("name", first=True, still="yours"), _Asked("job"), _Asked("agency"),
    _Asked("phone", first=True, still="yours"), _Asked("email"), _Asked("best_times", first=True, still="yours"),
    _Asked("address", "lines"), _Asked("known_since", "lines"), _Asked("lead_name"), _Asked("lead_phone"))
HAPPENED = _fields("happened",
    _Asked("why_now", "lines", first=True, still="yours"), _Asked("worry", "lines", first=True, still="yours"),
    _Asked("exact_words", "lines", fact=True), _Asked("question_asked", "lines", fact=True),
    _Asked("injury", "lines", fact=True))
EFFECT = _fields("effect",
    _Asked("text", "lines", still="yours"))
BACKGROUND = _fields("background",
    _Asked("history", "lines", first=True, fact=True), _Asked("going_well", "lines", first=True, fact=True),
    _Asked("tried", "lines", first=True, fact=True))
THINKING = _fields("thinking",
    _Asked("analysis", "lines", first=True, still="yours"), _Asked("ask", "lines", first=True, still="yours"),
    _Asked("meanwhile", "lines", still="yours"), _Asked("not_known", "lines"))
CONTACT = _fields("contact",
    _Asked("safe_contact", "lines", first=True, still="safe"), _Asked("visiting_risk", "lines", still="safe"),
    _Asked("accessibility", "lines", fact=True))
CHRONOLOGY = _fields("chronology",
    _Asked("when", "when", of="event", first=True, fact=True), _Asked("event", "lines", first=True, still="yours"),
    _Asked("source"), _Asked("effect", "lines"), _Asked("action", "lines"))
PAPER = _fields("paper",
    _Asked("name", still="yours"), _Asked("state", "choice", options=("attached", "to_follow", "not_available")))
AGREEMENT = _fields("agreement",
    _Asked("asked_on", "day", first=True, still="asked"), _Asked("asked_by"),
    _Asked("how", "choice", options=("face_to_face", "telephone", "writing", "other")), _Asked("whose_information"),
    _Asked("said", "lines", first=True, still="asked"))
NOT_ASKED = _fields("not_asked",
    _Asked("not_asked_because", "lines", first=True, still="asked"), _Asked("approved_by"),
    _Asked("approved_on", "day"))
START = _fields("start",
    _Asked("reason", "lines", first=True, still="together"), _Asked("checked_for_others", "choice", still="yours"),
    _Asked("started_on", "day"), _Asked("completed_on", "day"), _Asked("lead_professional"),
    _Asked("took_part", "lines"), _Asked("arrangements", "lines"))
AGREED = _fields("agreed",
    _Asked("given", "choice", first=True, still="asked"), _Asked("by", first=True, still="asked"),
    _Asked("on", "day", first=True, still="asked"), _Asked("share_with", "lines"), _Asked("must_not_see", "lines"),
    _Asked("comments", "lines"))
DOMAIN = _fields("domain",
    _Asked("strengths", "lines", still="together"), _Asked("worries", "lines", still="together"),
    _Asked("evidence", "lines", still="together"))
DOMAIN_NAMES = {id_: say(f"documents.domain.{id_}") for id_ in DOMAINS}
MAY_STAND = _fields("said",
    _Asked("may", "option", options=("stands", "not", "ask_first"), first=True, still="yours"))
LIVED = _fields("lived",
    _Asked("view", "lines", first=True, still="together"), _Asked("day", "lines", still="together"), _Asked("method"))
VOICES = _fields("voices",
    _Asked("mother", "lines", first=True, still="together"), _Asked("father", "lines", first=True, still="together"),
    _Asked("father_not_asked_because", "lines"), _Asked("support_network", "lines"), _Asked("tried", "lines"),
    _Asked("analysis", "lines", still="together"))
PLAN = _fields("plan",
    _Asked("need", first=True, still="together"), _Asked("outcome", "lines"),
    _Asked("action", "lines", first=True, still="together"), _Asked("who", first=True, still="together"),
    _Asked("by_when", "when", of="ahead", first=True, still="together"), _Asked("how_we_know", "lines"))
CLOSE = _fields("close",
    _Asked("review_on", "day", of="ahead", first=True, still="together"), _Asked("signed_off_by"),
    _Asked("signed_off_on", "day"))
LOG = _fields("log",
    _Asked("on", "day"), _Asked("time", "clock"), _Asked("half", "choice", options=("am", "pm")),
    _Asked("what", "lines"), _Asked("who"), _Asked("result", "lines"))
ATTENDANCE = _fields("attendance",
    _Asked("last_attended", "day", first=True, fact=True), _Asked("last_seen", "day", first=True, fact=True),
    _Asked("last_seen_by", fact=True), _Asked("year_group", fact=True), _Asked("brothers_sisters", "lines", fact=True),
    _Asked("attendance_before", "lines", fact=True), _Asked("signs_of_a_move", "lines", fact=True),
    _Asked("summary", "lines", first=True, fact=True))
TOLD = _fields("told",
    _Asked("told_today", "lines", first=True, still="yours"), _Asked("risk", "lines", still="yours"),
    _Asked("safeguarding_told", "choice", first=True, fact=True), _Asked("safeguarding_on", "day"),
    _Asked("safeguarding_result", "lines"), _Asked("address_found", "choice", fact=True))
SCHOOL_FILE = _fields("school_file",
    _Asked("destination_known", "choice", first=True, fact=True),
    _Asked("file_uploaded", "choice", first=True, fact=True), _Asked("file_on", "day"),
    _Asked("file_taken", "choice", fact=True), _Asked("leaver_form", "choice", first=True, fact=True),
    _Asked("leaver_form_on", "day"), _Asked("home_education", "choice", fact=True),
    _Asked("authority_asked", "choice", fact=True), _Asked("ground", "lines"),
    _Asked("plan_reviewed", "choice", fact=True))
ADULT = _fields("adult",
    _Asked("name", "held", first=True, fact=True), _Asked("born", "day", of="adult_born", fact=True),
    _Asked("address", "held_lines", fact=True), _Asked("job", first=True, fact=True),
    _Asked("workplace", first=True, fact=True), _Asked("employer", fact=True), _Asked("personnel_contact", fact=True),
    _Asked("basis", "choice", options=("permanent", "temporary", "agency", "volunteer", "other")),
    _Asked("started", "when", of="event", fact=True), _Asked("other_work", "choice", fact=True),
    _Asked("other_work_where", "lines", fact=True), _Asked("own_children", "choice", fact=True),
    _Asked("own_children_who", "lines", fact=True), _Asked("earlier", "lines", fact=True),
    _Asked("knows", "choice", fact=True))
ALLEGED = _fields("alleged",
    _Asked("said_by", first=True, fact=True), _Asked("said_to", fact=True),
    _Asked("said_on", "day", first=True, fact=True), _Asked("happened", "lines", fact=True),
    _Asked("once", "choice", options=("once", "more", "not_known"), fact=True),
    _Asked("restraint", "choice", fact=True), _Asked("summary", "lines", first=True, fact=True),
    _Asked("witnesses", "lines", fact=True), _Asked("kept", "lines", fact=True))
DONE_SO_FAR = _fields("done_so_far",
    _Asked("actions", "lines", first=True, still="happened"),
    _Asked("officer_told_on", "day", first=True, still="happened"), _Asked("officer_advice", "lines"),
    _Asked("case_manager"))
TALK = _fields("talk",
    _Asked("on", "day", first=True, still="happened"), _Asked("time", "clock"),
    _Asked("who", first=True, still="happened"), _Asked("team"), _Asked("named", "choice"),
    _Asked("said", "lines", first=True, still="happened"), _Asked("advice", "lines", first=True, still="happened"),
    _Asked("my_view", "lines"), _Asked("their_view", "lines"))
DECIDED = _fields("decided",
    _Asked("decided", "choice", options=("refer", "not_refer", "early_help", "find_out_more", "other"), first=True,
           still="happened"),
    _Asked("decided_by", first=True, still="happened"), _Asked("reasons", "lines", first=True, still="happened"),
    _Asked("agree", "choice", first=True, still="happened"), _Asked("next_if_not", "lines"), _Asked("actions", "lines"),
    _Asked("in_writing", "choice"), _Asked("in_writing_by", "day", of="ahead"),
    _Asked("look_again_on", "day", of="ahead"), _Asked("look_again_if", "lines"))
UNNAMED = _fields("unnamed",
    _Asked("name", first=True, still="yours"), _Asked("relation"),
    _Asked("contact", "lines", first=True, still="yours"), _Asked("told_what", "lines"))
