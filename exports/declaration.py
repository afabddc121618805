"""What a document of ours says of itself: its words, whom it is for, what it asks and is given, how it is built."""
from collections.abc import Callable
from dataclasses import dataclass

from exports.blocks import Block
from exports.material import Material, TextBlock
from guidance.our_documents import OurDocument
from guidance.packs import AreaPack

Build = Callable[[Material], tuple[Block, ...]]
BuildText = Callable[[Material], tuple[TextBlock, ...]]


def of_each(part: str, *names: str) -> tuple[str, ...]:
    """The paths of these fields of a part of the details."""
    return tuple(f"{part}.{name}" for name in names)


@dataclass(frozen=True)
class OwnLines:
    """The lines to sign on where the area's form says nothing: what stands beside a parent; the child's own line."""

    parent: str = ""
    young_person: str = ""


@dataclass(frozen=True)
class Document:
    """A document of ours: a module in `exports.documents` holds one as `DOCUMENT`, and is found there by itself.

    `called`: its id and its words (guidance/our_documents). `audience` is `professional` or `family`; a family paper is
    built from a copy of `given` alone (paths of fields: exports/hiding/family.py), so from nothing where it names none.
    Exactly one of `build` (a PDF) and `build_text` (plain text) is given. `refuse` raises DocumentNotForNow. A document
    with `shorter` builds, from the longest to the shortest, is one page: the longest that fits is taken. `belongs` says
    for which areas it is offered; without it, for all. `front_door_sheet`: it has a sheet of its own for what is held
    back. `passed_on`: it may be read by many, so it is built from a copy in which no place that must stay secret is
    left. `needs`: the ids of the only sections of the details that it asks, in order; without them it asks all that are
    for every document. `only`: of a part of the details of which it prints a part, the paths of the fields that it
    prints ("children.name"); of such a part nothing else is asked, checked or called not known. `own_lines`: it is one
    that the family can sign.
    """

    called: OurDocument
    audience: str
    build: Build | None = None
    build_text: BuildText | None = None
    refuse: Callable[[Material], None] | None = None
    shorter: tuple[Build, ...] = ()
    front_door_sheet: bool = False
    passed_on: bool = False
    belongs: Callable[[AreaPack | None], bool] | None = None
    needs: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    own_lines: OwnLines | None = None

    def prints(self, path: tuple[str, ...], attribute: str) -> bool:
        """Whether it prints a field of the details, by the path of its record."""
        part = f"{path[0]}."
        return ".".join((*path, attribute)) in self.only or not any(one.startswith(part) for one in self.only)

    @property
    def id(self) -> str:
        """The id under which packs and pages name it."""
        return self.called.id

    @property
    def title(self) -> str:
        """What it is called, on the page and at its head."""
        return self.called.title

    @property
    def says(self) -> str:
        """What it is for, in a sentence."""
        return self.called.says
