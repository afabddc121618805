"""Who signs a paper: as the area's own form says where it says so, otherwise as ours does.

Nobody who is not to be told yet, or only after asking, has a line: design 2, statement 6.
"""
from exports.blocks import Signatures
from exports.material import Material


def family_lines(m: Material, document_id: str, ours: tuple[str, ...], words: str = "") -> tuple[str, ...]:
    """Who of the family signs: each who may be asked, in the words of the form, otherwise in `words`.

    `ours`: the lines where nobody of the family has been named. A form that names who signs, and nobody of the family,
    has no line for the family.
    """
    form = m.local(document_id)
    said = [item.says for item in form.signatures if item.by == "family"] if form else []
    if form and form.signatures and not said:
        return ()
    asked = tuple(m.relation(member) for member in m.case.family if m.may_be_prompted(member.key))
    beside = said[0][:1].lower() + said[0][1:] if said else words
    if asked:
        return tuple(f"{relation} ({beside})" if beside else relation for relation in asked)
    return ours if not said else () if m.held_back() else tuple(said)


def young_person_line(m: Material, document_id: str, ours: tuple[str, ...]) -> tuple[str, ...]:
    """The young person's line: as the form says, otherwise `ours`; none where they are not to be asked."""
    form = m.local(document_id)
    telling = m.telling("young_person")
    if telling is not None and telling.state != "tell":
        return ()
    if form is None or not form.signatures:
        return ours
    return tuple(item.says for item in form.signatures if item.by == "young_person")


def worker_lines(m: Material, document_id: str) -> tuple[str, ...]:
    """Who signs at work, as the form says; empty where it says nothing."""
    form = m.local(document_id)
    return tuple(item.says for item in form.signatures if item.by == "worker") if form else ()


def signature_lines(people: tuple[str, ...]) -> tuple[Signatures, ...]:
    """Lines to sign on, if there is anybody to sign."""
    return (Signatures(people),) if people else ()
