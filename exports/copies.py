"""What a paper is built from: the copy of a case that its readers may have. One way for a paper and for every page that
says what stands in it."""
from exports.declaration import Document
from exports.hiding.child_said import only_chosen, told_by_others, with_what_may_stand
from exports.hiding.family import family_copy
from exports.hiding.held_back import NOTHING_HELD, open_copy, open_result, sheet
from exports.hiding.places import hold, left_out, unplaced
from exports.material import Material


def for_readers(document: Document, whole: Material) -> Material:
    """The material of a paper: nothing that is held back, and for a family nothing but what may stand."""
    case, details, decision, packs = whole.case, whole.details, whole.decision, whole.packs
    if decision.withholds_place:
        details = hold(details)
    family = document.audience == "family"
    if family:
        details = with_what_may_stand(case, details, told_by_others(packs, decision.home_area))
    held = sheet(case, details, packs) if document.front_door_sheet else NOTHING_HELD
    open_case, details = open_copy(case, details, family)
    decision = open_result(decision, case, open_case)
    if document.passed_on:
        before = open_case
        open_case, details = left_out(open_case, details, decision.withholds_place)
        decision = unplaced(open_result(decision, before, open_case), open_case, packs)
    unseen = frozenset(member.key for member in details.household if family and member.name.confidential)
    if family:
        open_case = only_chosen(open_case, case, whole.details)
        open_case, details = family_copy(open_case, details, document.given)
    return Material(open_case, details, decision, packs, whole.now, held, unseen)
