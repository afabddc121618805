"""What the check knows of an allegation: who said it, to whom, and when it happened."""
from exports import found
from exports.found import Found
from exports.hiding.hold_places import HELD_TOO
from exports.material import Material
from guidance.words import say
from guidance.words.forms import apart

DOCUMENT_ID = "allegation_referral"
SAID_BY = ("seen", "child_said", "told")
"""How a thing is known of which somebody can be named as having said or seen it."""


def statements(m: Material) -> tuple[Found, ...]:
    """The signs of an allegation that are so; every statement that is so where none of them was answered."""
    duties = {duty.id for duty in m.packs.duty_with_document(m.decision.home_area, DOCUMENT_ID)}
    signs = {sign.id for sign in m.packs.signs(m.decision.home_area) if duties & set(sign.duty)}
    so = tuple(one for one in found.in_order(m) if not one.unsure)
    return tuple(one for one in so if one.id in signs) or so


def said_by(m: Material) -> str:
    """Who said it: the child, somebody who told the writer, or the writer, who saw or heard it; empty where not said.
    """
    bases = {one.known_by for one in statements(m)}
    who = (_the_child(m) if basis == "child_said" else say(f"papers.who_said.{basis}")
           for basis in SAID_BY if basis in bases)
    return apart((*who, *_held(m)))


def _held(m: Material) -> tuple[str, ...]:
    """That of some of it how it is known and when it was is held back."""
    return (HELD_TOO,) if any(one.held for one in statements(m)) else ()


def _the_child(m: Material) -> str:
    """The child who said it: of several the one whom all that was said is about, or that it is one of them."""
    if len(m.case.children) < 2:
        return say("papers.who_said.child_said")
    about = {one.answer.about for one in statements(m) if one.known_by == "child_said"}
    only = next(iter(about)) if len(about) == 1 else ()
    return say("form.child", label=only[0]) if len(only) == 1 else say("papers.who_said.one_of")


def said_to(m: Material) -> str:
    """To whom it was said: the writer, where the child or somebody else told them."""
    told = any(one.known_by in ("child_said", "told") for one in statements(m))
    role = m.details.referrer.job or m.role_name()
    if not told:
        return apart(_held(m))
    return say("papers.with_more", said=say("papers.to_me"), more=role) if role else say("papers.to_me")


def happened(m: Material) -> str:
    """When it happened, as it was written beside the statement."""
    when = dict.fromkeys(one.answer.when for one in statements(m) if one.answer.when.strip())
    return apart((*when, *_held(m)))
