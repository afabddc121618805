"""What the session holds of ours, read without asking Streamlit's widgets."""
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts.visit.remembered import once, remembered


def _script() -> None:
    import streamlit as st

    from pages.parts.visit.remembered import remembered

    st.text_input("Words", key="words")
    st.session_state["now"] = st.session_state.get("now", 0) + 1
    keys = ("now", "before", "absent", "gone")
    if "gone" in st.session_state:
        del st.session_state["gone"]
    st.session_state["same"] = [remembered(key, "none") == st.session_state.get(key, "none") for key in keys]
    st.session_state["seen"] = [remembered(key, "none") for key in keys]


def test_it_is_what_the_session_says_in_every_run() -> None:
    """Of this run, of an earlier one, never there, and deleted."""
    app = AppTest.from_function(_script)
    app.session_state["before"], app.session_state["gone"] = "kept", "deleted"
    app.run()
    assert app.session_state["seen"] == [1, "kept", "none", "none"]
    app.text_input(key="words").set_value("other").run()
    assert app.session_state["seen"] == [2, "kept", "none", "none"]
    assert all(app.session_state["same"])


def test_without_a_run_it_is_the_session_itself() -> None:
    """As where a function of a page is tried alone."""
    st.session_state["alone"] = 7
    assert (remembered("alone"), remembered("absent", 3)) == (7, 3)
    del st.session_state["alone"]


def test_once_for_the_same_objects() -> None:
    """Again for another object that is equal, for another day, and for one thing more that it rests on."""
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    answers, equal = ["a"], ["a"]
    found = [once("tried", make, answers), once("tried", make, answers), once("tried", make, equal),
             once("tried", make, equal, on="day"), once("tried", make, equal, on="day"),
             once("tried", make, equal, answers, on="day")]
    assert found == [1, 1, 2, 3, 3, 4]
    del st.session_state["tried"]
