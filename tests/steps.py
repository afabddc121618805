"""The steps of the questions as tests name them."""
from pages.parts.wizard.registry import all_steps

STEPS = {step.id: step.heading for step in all_steps().values()}
"""Id → heading, in order."""
LAST = list(STEPS)[-1]
"""The step that shows the answers of the others."""
