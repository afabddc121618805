"""Ids: each stands once, and every id that an entry refers to exists, in the same pack or in what holds everywhere."""
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from guidance.agreement import AreaPath, HelpOffered, PathRule
from guidance.folder import Folder, Row
from guidance.models import (
    Band, Condition, ConsentRule, Contact, Duty, DutyDocument, EverydayWords, Factor, Hours, Indicator, Law, Level,
    LocalDocument, Process, Raise, RowOfTopic, Sign, Source, Statement, Step, Timescale,
)
from guidance.our_documents import our_documents
from guidance.packs import AreaPack, NationalPack, Pack
from guidance.problems import KeyPath, Place, Problem, choose
from guidance.vocabulary import REFERRAL_SECTIONS, ROLE_PROPERTIES, Citation

REFERENCES: Mapping[type[BaseModel], Mapping[str, str]] = {
    AreaPack: {"document": "sources", "front_door": "contacts", "duty_team": "contacts", "allegations": "contacts",
               "worker": "contacts"},
    NationalPack: {"emergency": "contacts", "police": "contacts", "own_rules": "sources"},
    Indicator: {"domain": "domains", "scale": "scales", "stands_at": "levels", "topics": "topics",
                "ask_first": "signs", "duty": "duties"},
    Factor: {"topics": "topics", "ask_first": "signs", "duty": "duties"},
    EverydayWords: {"topics": "topics"},
    Sign: {"topics": "topics", "telling": "telling", "duty": "duties"},
    Raise: {"topics": "topics"},
    RowOfTopic: {"beside": "topics"},
    Statement: {"duties": "duties"},
    Level: {"document": "documents"},
    HelpOffered: {"document": "documents"},
    AreaPath: {"document": "documents", "duties": "duties"},
    PathRule: {"document": "ours", "duties": "duties"},
    Contact: {"outside": "contacts"},
    Hours: {"outside_of": "contacts"},
    ConsentRule: {"levels": "levels", "duties": "duties"},
    Condition: {"levels": "levels", "duties": "duties", "roles": "roles"},
    Step: {"for_roles": "roles", "not_for_roles": "roles"},
    Duty: {"telling": "telling", "contact": "contacts", "timescales": "timescales", "topics": "topics"},
    DutyDocument: {"ours": "ours"},
    Timescale: {"disagrees_with": "timescales"},
    Band: {"timescale": "timescales"},
    Process: {"contact": "contacts"},
    LocalDocument: {"contact": "contacts", "sent_to": "contacts", "ours": "ours", "order": "sections"},
    Law: {"duties": "duties"},
    Citation: {"source": "sources"},
    Source: {"superseded_by": "sources"},
}
"""Which field of which class holds ids, and of which part."""
CALLED: Mapping[str, str] = {
    "sources": "source", "contacts": "contact", "domains": "domain", "scales": "scale", "levels": "level",
    "topics": "topic", "signs": "sign", "duties": "duty", "telling": "telling rule", "documents": "document",
    "timescales": "timescale", "roles": "role", "ours": "document of ours", "sections": "section of our referral",
}
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")
ASKED_TOGETHER = ("signs", "indicators", "factors")
"""Parts whose ids a case uses side by side, so that one id may stand in one of them only."""
FIXED = {
    "ours": frozenset(our_documents()), "roles": frozenset(ROLE_PROPERTIES), "sections": frozenset(REFERRAL_SECTIONS),
}
"""Ids that are not entries of any pack."""


def known_ids(folder: Folder[Any], national: Folder[Any]) -> dict[str, frozenset[str]]:
    """Part → the ids that entries of `folder` may refer to. A part that could not be read is left out."""
    known: dict[str, frozenset[str]] = {}
    for part in (*CALLED, "factors", "indicators"):
        both = [one for one in (folder, national) if part in one.format.parts()]
        if all(part in one.ids for one in both):
            known[part] = FIXED.get(part, frozenset()).union(*(one.ids[part] for one in both))
    return known


def reference_problems(folder: Folder[Any], known: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Ids that are referred to and do not exist, anywhere in a folder.

    A pack's own document is missed once, in its head, not again at every fact that stands in it.
    """
    document = getattr(folder.head.item, "document", "") if folder.head else ""
    rows = (*((folder.head,) if folder.head else ()), *folder.entries())
    for row in rows:
        for key, model, field, value in _referring(row.item, (), whole=not isinstance(row.item, Pack)):
            part = REFERENCES[model][field]
            if value and part in known and value not in known[part] and (model is not Citation or value != document):
                yield _missing(folder, row.place, key, part, value, known[part])


def _missing(
    folder: Folder[Any], place: Place, key: KeyPath, part: str, value: str, allowed: frozenset[str]
) -> Problem:
    kind = "missing_source" if part == "sources" else f"unknown_{part}"
    says = f'There is no {CALLED[part]} "{value}".'
    return place.problem(kind, says, choose(value, sorted(allowed), _file_of(folder, part)), key)


def _file_of(folder: Folder[Any], part: str) -> str:
    elsewhere = {"topics": "national/topics.yaml", "roles": "national/roles.yaml", "sections": "docs/add_a_document.md",
                 "ours": "guidance/our_documents"}
    return elsewhere.get(part) or folder.format.file_of(part)


def _referring(
    item: BaseModel, path: KeyPath, whole: bool = True
) -> Iterator[tuple[KeyPath, type[BaseModel], str, str]]:
    """Every id that an entry refers to: the way to it, the class and field it stands in, and the id.

    `whole` False leaves out what stands below: the entries of a pack are gone through one by one.
    """
    model = type(item)
    fields = REFERENCES.get(model, {})
    for name in model.model_fields:
        value = getattr(item, name)
        here = (*path, name)
        if name in fields:
            for id_ in value if isinstance(value, tuple) else (value,):
                yield here, model, name, id_
        elif isinstance(value, BaseModel):
            yield from _referring(value, here)
        elif isinstance(value, tuple) and whole:
            for number, part in enumerate(value):
                if isinstance(part, BaseModel):
                    yield from _referring(part, (*here, number))


Taken = Mapping[tuple[str, str], Row]
"""(group of parts, id) → the entry that has the id first."""


def id_problems(folder: Folder[Any], taken: Taken) -> Iterator[Problem]:
    """Ids of a folder that are taken already, in it or elsewhere, or that cannot stand in an address.

    Two packs may cite one source under the same id where they say the same of it.
    """
    own: dict[tuple[str, str], Row] = {}
    for part, row in _identified(folder):
        id_, key = row.item.id, (_group(part), row.item.id)
        first = own.get(key) or taken.get(key)
        if first and (key in own or first.item != row.item):
            says = f'The id "{id_}" is used already, in {first.place.words()}.'
            yield row.place.problem("repeated_id", says, "Give one of the two another id.", ("id",))
        elif not ID.fullmatch(id_):
            says = f'"{id_}" cannot be an id.'
            yield row.place.problem("bad_id", says, "Use letters, figures and - _ : . without spaces.", ("id",))
        own.setdefault(key, row)


def taken_ids(folder: Folder[Any], parts: Collection[str]) -> Taken:
    """The ids of some parts of a folder, which no other folder may use again."""
    return {(_group(part), row.item.id): row for part, row in _identified(folder) if part in parts}


def _identified(folder: Folder[Any]) -> Iterator[tuple[str, Row]]:
    return ((part, row) for part, rows in folder.rows.items() for row in rows if getattr(row.item, "id", ""))


def _group(part: str) -> str:
    return "asked" if part in ASKED_TOGETHER else part
