"""What the shipped national pack says that every pack of a test needs: the rules of agreement."""
from guidance.load import load_packs

_SHIPPED = load_packs().national
CARERS = _SHIPPED.carers
TELLING = _SHIPPED.telling
PATH_RULES = _SHIPPED.path_rules
