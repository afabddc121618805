"""Open one of the pages beyond the questions, with these answers and details already given."""
from streamlit.testing.v1 import AppTest

from decision.case import Case
from exports.details import Details
from exports.documents import DOCUMENTS
from tests.pages.asking import checked, visit


def open_page(name: str, case: Case | None = None, details: Details | None = None, **address: str) -> AppTest:
    """The page pages/`name`.py; `address` is what stands after the question mark."""
    screen = visit(case or Case())
    if details is not None:
        screen.session_state["details"] = details
    screen.switch_page(f"pages/{name}.py")
    for key, value in address.items():
        screen.query_params[key] = value
    return checked(screen.run())


def paper(screen: AppTest, document_id: str) -> AppTest:
    """Papers with this paper shown, chosen unless it is the one that the page opened on."""
    if screen.title[0].value == DOCUMENTS[document_id].title:
        return screen
    button = next(one for one in screen.button if (one.key or "").startswith(f"w_paper_{document_id}_"))
    return checked(button.click().run())


def papers_offered(screen: AppTest) -> list[str]:
    """The titles of the papers that the page shows or offers, the one it shows first."""
    return [screen.title[0].value,
            *(one.label.replace("\\", "") for one in screen.button if (one.key or "").startswith("w_paper_"))]


def details_of(screen: AppTest) -> Details:
    """The details after the last run."""
    return screen.session_state["details"]  # type: ignore[no-any-return]
