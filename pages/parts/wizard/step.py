"""What a step of the questions is, where the user is in it, and its answers as "Your answers" reads them back."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from decision.case import Case
from guidance.packs import Packs
from pages.parts.visit.draft import Progress


@dataclass(frozen=True)
class Here:
    """Where the user is: a step, its running number (0 where the address gives none), and a message if it is another
    step than the address asked for."""

    step: str
    number: int = 0
    message: str = ""

    @property
    def page(self) -> str:
        """What the browser's copy calls this page of questions."""
        return f"check {self.step} {self.number}"


@dataclass(frozen=True)
class Row:
    """One answer: what was asked, what was answered, and the running number of its page within the step.

    `elsewhere` is the address of the page where it is changed, for an answer given on a tool's own page. `field` is the
    one on a long page where it is changed, so that the page opens there.
    """

    question: str
    answer: str
    number: int = 0
    elsewhere: str = ""
    field: str = ""


@dataclass(frozen=True)
class SoFar:
    """All that has been answered, how far the user has got, and the packs that were asked from."""

    case: Case
    progress: Progress
    packs: Packs


def _as_it_is(place: Here) -> Here:
    return place


def _nothing_more(_: SoFar) -> Mapping[int, str]:
    return {}


def _always(_: SoFar) -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """One step of the questions. A module of this room that holds one, called `STEP`, is in the order by itself.

    `id`: its name in the address and in the drafts that browsers keep, so it never changes. `order`: its place, by a
    number with gaps, so that another can go between two. `view` draws one of its pages. `rows`: its answers in words,
    those without an answer empty; None for the one step that shows them all, which is the last.

    `always_open`: it may be opened before the steps ahead of it. `waits`: a sign that an answer calls for is asked
    before it; only a step that comes before such answers, or has them, need not. `of_area`: its statements are an
    area's own, so it is asked again when the child turns out to live elsewhere.

    `opens`: the page shown where the address names none. `asked`: whether it is asked in its turn; not where it was
    answered elsewhere or has nothing to ask, and then its address and its links still open it. `left`: what is open in
    it although something of it has been answered, by the running number of the page.
    """

    id: str
    heading: str
    order: int
    view: Callable[[Here], None]
    rows: Callable[[SoFar], Iterable[Row]] | None
    always_open: bool = False
    waits: bool = True
    of_area: bool = False
    opens: Callable[[Here], Here] = _as_it_is
    asked: Callable[[SoFar], bool] = _always
    left: Callable[[SoFar], Mapping[int, str]] = _nothing_more

    def answers(self, so_far: SoFar) -> tuple[Row, ...]:
        """Its answers in words; empty where nothing was answered."""
        return tuple(row for row in self.rows(so_far) if row.answer) if self.rows else ()
