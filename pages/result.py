"""The result: what to do now first, then where it stands, why, whom to tell, what else, by when, and what to send."""
import streamlit as st

from pages.parts import clock, draft, knowledge
from pages.parts.action_view import action
from pages.parts.closing_view import documents, gaps, own_view
from pages.parts.deadlines_view import calendar_file, deadlines
from pages.parts.duties_view import duties
from pages.parts.frame import done, frame, heading
from pages.parts.look import look
from pages.parts.reasons_view import each_child, not_known, reasons, would_change
from pages.parts.telling_view import telling
from pages.parts.windscreen_view import windscreen

frame("Result")
heading("Result")
look()
done("result")
