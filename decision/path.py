"""The second answer: a path of help, and a doubt and what it changes. Parts of a Decision (decision/result.py)."""
from typing import Literal

from guidance.vocabulary import Citation, Fact, FoundIn, Outcome
from guidance.words import Words

AgreementState = Literal["have", "ask", "after_talk", "refused", "not_sought"]


LedBy = Literal["step_up", "by_itself", "for_harm", "early_help"]
"""Why help is that of a level above the one that the answers support: help was tried with little change, one answer
goes there by itself, it is about harm, or something that lies at no level asks for early help."""
AskedBy = Literal["family", "worker", "adult", "nobody"]
"""Whose agreement a path is about: the family's, what the child's worker asks for, an adult's own, or none."""


class CarerSaid(Fact):
    """What the law says of who may agree to help for a child, where it decided whose answer counts."""

    says: Words
    source: Citation


class Path(Fact):
    """What help the child should get, who leads it, on which form, and whether somebody must agree to it.

    `about`: letters of the children; empty for all. `level` is a level's id, empty where no level decides, and `name`
    its words. `document` names the form, or says that none is needed; `goes_to`: where it goes. `agreement_needed` is
    about this help and never about the call; where none is needed nobody is named: `from_whom`, `if_refused`: the rule;
    `given_by`, `refused_by`: people of this case whose answer counts; `not_counted`: that a yes does not, and why;
    `uncounted`: whose; `step_up`: that this comes after help that changed too little, as `note` says too; `question`:
    what must be known first. `says_agreement`: the state in words; `rule`: what the document or the law says of it,
    with its own source; `carers`: the rules on who may agree, where one of them decided. `of`: whose agreement it is,
    so that the headline says the same. `led_by`: why it is at a level above the supported one. `kind`: what a result
    that offers this help is called; None where that is not said. `not_due`: why its form is not among the documents of
    the result; empty where it is, or where there is none.
    """

    about: tuple[str, ...] = ()
    level: str = ""
    name: Words = ""
    says: Words
    leads: Words
    help: Words
    document: Words
    goes_to: Words = ""
    not_due: Words = ""
    written: tuple[Words, ...] = ()
    agreement_needed: bool
    agreement: AgreementState
    of: AskedBy = "family"
    says_agreement: Words
    rule: Words
    from_whom: Words
    given_by: tuple[Words, ...] = ()
    refused_by: tuple[Words, ...] = ()
    not_counted: tuple[Words, ...] = ()
    uncounted: tuple[Words, ...] = ()
    carers: tuple[CarerSaid, ...] = ()
    question: Words = ""
    if_refused: Words = ""
    note: Words = ""
    step_up: Words = ""
    led_by: LedBy | None = None
    kind: Outcome | None = None
    source: Citation
    agreement_source: Citation


class Settle(Fact):
    """A doubt, and what to do about it. From `consult_today` up no result is given: it is said on the phone."""

    id: str
    says: Words
    found_in: FoundIn
    do: Words
    if_so: Outcome | None = None
    if_not: Outcome | None = None
    source: Citation
