"""A visitor without a browser: speaks Streamlit's WebSocket protocol, so that a server can be measured on its own."""
import json
from collections.abc import Mapping
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

Drawn = dict[tuple[int, ...], Delta]
"""What stands on a page: place → what was drawn there last."""
ANSWERS = {"load": "draft", "unsent": "unsent"}
"""What a page asks the browser for, and the name under which it is answered."""

HELD = {"checkbox": "bool_value", "text_input": "string_value", "text_area": "string_value"}
"""Kinds of field → how their state is sent."""


class Visitor:
    """One visit. `draft` is what its browser tab has kept, as pages.parts.visit.draft wrote it; None for nothing."""

    def __init__(self, address: str, draft: str | None = None) -> None:
        self.address = address.replace("http", "ws", 1) + "/_stcore/stream"
        self.draft = draft
        self.states: dict[str, WidgetState] = {}
        self._socket: ClientConnection | None = None

    async def __aenter__(self) -> "Visitor":
        protocols = [Subprotocol("streamlit")]
        self._socket = await connect(self.address, subprotocols=protocols, max_size=None, compression=None)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket:
            await self._socket.close()

    async def open(self, page: str = "", query: str = "") -> Drawn:
        """Open a page and give back the draft if it asks for one; the page as it then stands."""
        drawn = await self.run(page, query)
        return await self.run(page, query) if self.answered(drawn) else drawn

    def answered(self, drawn: Drawn) -> bool:
        """Whether what was drawn asks the browser for something: the draft, or what was typed on the page that was left
        and never sent, which here is nothing. The next run brings the answer."""
        for delta in drawn.values():
            component = delta.new_element.bidi_component
            asked = _data(component).get("op") if component.id else None
            if asked in ANSWERS:
                kept = {"json": self.draft, "unsent": {}} if asked == "load" else {}
                self.states[component.id] = WidgetState(id=component.id, json_value=json.dumps({ANSWERS[asked]: kept}))
                return True
        return False

    def change(self, drawn: Drawn, turn: int) -> None:
        """Another answer on a page than at the turn before, one field as by a click: in turn the first line gets
        another number, and the first box is ticked or not. What a server keeps of the answers before is no use then."""
        kind = "checkbox" if turn % 2 else "text_input"
        value = {"bool_value": bool(turn // 2 % 2)} if turn % 2 else _typed(turn // 2)
        ids = (getattr(delta.new_element, kind).id for _, delta in sorted(drawn.items())
               if delta.new_element.WhichOneof("type") == kind)
        if first := next(ids, ""):
            self.states[first] = WidgetState(id=first, **value)

    async def run(self, page: str = "", query: str = "", also: Mapping[str, WidgetState] | None = None) -> Drawn:
        """Run the page's script once, as a click does; everything it draws."""
        if self._socket is None:
            raise RuntimeError("use a Visitor with `async with`")
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        message.rerun_script.widget_states.widgets.extend([*self.states.values(), *(also or {}).values()])
        await self._socket.send(message.SerializeToString())
        drawn: Drawn = {}
        while True:
            answer = ForwardMsg.FromString(await self._socket.recv(decode=False))
            kind = answer.WhichOneof("type")
            if kind == "delta":
                drawn[tuple(answer.metadata.delta_path)] = answer.delta
            elif kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self._hold(drawn)
                return drawn

    def _hold(self, drawn: Drawn) -> None:
        """What stands in the boxes and lines that were drawn, as a browser says it with the next run: without it a box
        that came ticked would count as unticked."""
        for delta in drawn.values():
            kind = delta.new_element.WhichOneof("type")
            if kind in HELD:
                field = getattr(delta.new_element, kind)
                self.states.setdefault(field.id, WidgetState(id=field.id, **{HELD[kind]: field.default}))


def _typed(turn: int) -> dict[str, Any]:
    """A number that is a child's age in years too."""
    return {"string_value": str(1 + turn % 17)}


def _data(component: Any) -> dict[str, Any]:
    text = component.json or component.mixed.json
    return dict(json.loads(text)) if text else {}
