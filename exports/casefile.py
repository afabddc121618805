"""The case file: a case and its details as JSON, plain or locked with a passphrase. Every older format opens.

Locked: AES-256-GCM, the key made from the passphrase by scrypt; its parameters stand in the file. Messages say what is
wrong and what to do, and never repeat anything from the file.
"""
import base64
import json
import os
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import Field, ValidationError

from decision.case import Case
from decision.fit import opened, versions
from decision.formats import CASE_FILE, FormatProblem, current, raised
from decision.reading import LARGEST, explained, parsed
from exports.details import Details
from guidance.packs import Packs
from guidance.vocabulary import Fact, FrozenMap
from guidance.words import say
from guidance.words.forms import apart

LOCKED_FORMAT = "windscreen-case-file-locked/1"
LARGEST_LOCKED = LARGEST * 3 // 2
"""Bytes of a locked case file at most: it is a third larger in its wrapping."""
SCRYPT = {"n": 2**15, "r": 8, "p": 1}
COSTLIEST = {"n": 2**17, "r": 8, "p": 4}
"""A file that asks for more work than this (128 MB) is not opened: it could exhaust the machine."""


class CaseFileError(ValueError):
    """The file cannot be used; the text says why and what to do, without anything from the file."""


class CaseFile(Fact):
    """A case with its details. `pack_versions`: pack → version it was made with; empty where that is not known."""

    format: Literal["windscreen-case-file/2"] = "windscreen-case-file/2"
    pack_versions: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    case: Case
    details: Details = Details()


def write(case: Case, details: Details, packs: Packs) -> bytes:
    """A case file as JSON. Raises CaseFileError if it would be too large to be opened again."""
    file = CaseFile(pack_versions=versions(case, packs), case=case, details=details)
    data = file.model_dump_json(indent=1).encode()
    if len(data) > LARGEST:
        raise CaseFileError(say("casefile.too_large"))
    return data


def read(data: bytes) -> CaseFile:
    """The case file in these bytes, of any format up to that of today. Raises CaseFileError."""
    if len(data) > LARGEST:
        raise CaseFileError(say("casefile.larger"))
    found = _json(data, LARGEST)
    if found.get("format") == LOCKED_FORMAT:
        raise CaseFileError(say("casefile.locked"))
    try:
        return CaseFile.model_validate(raised(CASE_FILE, {"format": "", **found}))
    except FormatProblem as problem:
        raise CaseFileError(say("casefile.other", problem=str(problem), format=current(CASE_FILE))) from None
    except ValidationError as error:
        raise CaseFileError(_explained(error)) from None


def fitted(file: CaseFile, packs: Packs) -> tuple[CaseFile, tuple[str, ...]]:
    """The file read against the packs of today, and a sentence for each answer that became a note (decision/fit.py).

    Raises CaseProblem where the file was made with these very packs and names what they do not have.
    """
    case, gone = opened(file.case, packs, file.pack_versions)
    return file.but(case=case), gone


def lock(data: bytes, passphrase: str) -> bytes:
    """A case file locked with a passphrase. Raises CaseFileError for an empty passphrase."""
    if not passphrase:
        raise CaseFileError(say("casefile.choose"))
    salt, nonce = os.urandom(16), os.urandom(12)
    head = {"format": LOCKED_FORMAT, "kdf": "scrypt", **SCRYPT, "salt": _text(salt), "nonce": _text(nonce)}
    body = AESGCM(_key(passphrase, salt, SCRYPT)).encrypt(nonce, data, _bound(head))
    return json.dumps({**head, "data": _text(body)}).encode()


def unlock(data: bytes, passphrase: str) -> bytes:
    """The case file inside a locked one. Raises CaseFileError: wrong passphrase, damaged, altered or another format."""
    if len(data) > LARGEST_LOCKED:
        raise CaseFileError(say("casefile.locked_too_large"))
    found = _json(data, LARGEST_LOCKED)
    if found.get("format") != LOCKED_FORMAT or found.get("kdf") != "scrypt":
        raise CaseFileError(say("casefile.not_locked", format=LOCKED_FORMAT))
    head = {key: item for key, item in found.items() if key != "data"}
    try:
        cost = {name: int(head[name]) for name in SCRYPT}
        salt, nonce, body = (base64.b64decode(source[name], validate=True) for source, name in (
            (head, "salt"), (head, "nonce"), (found, "data")))
        if not all(1 <= cost[name] <= COSTLIEST[name] for name in cost) or len(nonce) != 12 or len(salt) < 8:
            raise ValueError
        key = _key(passphrase, salt, cost)
    except (KeyError, TypeError, ValueError):
        raise CaseFileError(say("casefile.damaged_lock")) from None
    try:
        return AESGCM(key).decrypt(nonce, body, _bound(head))
    except InvalidTag:
        raise CaseFileError(say("casefile.wrong")) from None


def is_locked(data: bytes) -> bool:
    """Whether these bytes are a locked case file."""
    return len(data) <= LARGEST_LOCKED and LOCKED_FORMAT.encode() in data[:200]


def _key(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    return Scrypt(salt=salt, length=32, n=cost["n"], r=cost["r"], p=cost["p"]).derive(passphrase.encode())


def _bound(head: dict[str, Any]) -> bytes:
    """What stands around the locked data, which must not be altered either."""
    return json.dumps(head, sort_keys=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _json(data: bytes, largest: int) -> dict[str, Any]:
    try:
        return parsed(data, field_names(), largest)
    except FormatProblem as problem:
        raise CaseFileError(say("casefile.damaged", problem=str(problem))) from None


def _explained(error: ValidationError) -> str:
    """Which fields are wrong, by our own names for them only."""
    places = explained(error, field_names(), say("casefile.itself"))
    more = (say("papers.and_more", number=len(places) - 5),) if len(places) > 5 else ()
    return say("casefile.fields", fields=apart((*places[:5], *more)))


@cache
def field_names() -> frozenset[str]:
    """The name of every field of a case file, at any depth."""
    return frozenset(_names(CaseFile.model_json_schema()))


def _names(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for item in node.values():
            yield from _names(item)
    elif isinstance(node, list):
        for item in node:
            yield from _names(item)
