"""The files that a page offers, and pressing for one as the browser does."""
import base64
import json
import re
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

COMPONENT = "windscreen_hand_over"


def offers(screen: AppTest) -> list[str]:
    """What stands on the button of each file of this page."""
    return [_data(block.proto)["label"] for block in _blocks(screen)]


def handed(screen: AppTest, label: str, number: str = "1") -> dict[str, Any]:
    """What the server sends when the button that begins with this label is pressed; `file` holds the bytes.

    The screen is run once, as a press does.
    """
    data = _say(screen, label, {"number": number, "state": "waiting"})
    return {**data, "file": base64.b64decode(data["file"])} if "file" in data else data


def saved(screen: AppTest, label: str, number: str = "1") -> dict[str, Any]:
    """What the server sends once the browser has said that it has the file."""
    return _say(screen, label, {"number": number, "state": "saved"})


def _say(screen: AppTest, label: str, asked: dict[str, str]) -> dict[str, Any]:
    block = next(block for block in _blocks(screen) if re.match(re.escape(label), _data(block.proto)["label"]))
    states = screen._tree.get_widget_states()
    states.widgets.append(WidgetState(id=block.proto.id, json_value=json.dumps({"asked": asked})))
    screen._run(states)
    assert not screen.exception, screen.exception
    return next(_data(one.proto) for one in _blocks(screen) if one.proto.id == block.proto.id)


def _blocks(screen: AppTest) -> list[Any]:
    return [block for block in screen.get("bidi_component") if block.proto.component_name == COMPONENT]  # type: ignore[attr-defined]


def _data(proto: Any) -> dict[str, Any]:
    return dict(json.loads(proto.json))
