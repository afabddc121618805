"""What came of the talk or call, and what comes next; any that was written down is changed and taken off here."""
from guidance.words import say
from pages.parts.result import call_off
from pages.parts.result.call_page import one_of_before, what_happened
from pages.parts.shell.frame import done, frame, showing
from pages.parts.shell.other_page import follow
from pages.parts.visit import draft

frame(say("result.rang.title"))

follow()
number, to_take_off = call_off.asked_for(draft.case())
page = call_off.name_of(number, to_take_off)
showing(page)
if to_take_off:
    call_off.ask(page, number)
elif number:
    one_of_before(page, number)
else:
    what_happened(page)
done(page, answers_above=True)
