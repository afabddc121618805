"""The stems of a text: its words in small letters without accents, endings, small words and figures."""
import re
import unicodedata
from functools import cache

import snowballstemmer

SELF = "self"
_WORD = re.compile(r"[a-z0-9']+")
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "themself", "itself", "myself", "yourself", "hisself"})
_SMALL_WORDS = frozenset(_WORD.findall("""
a about after again all also always am an and any are as at be because been before being boy boys but can cannot child
children could did do does doing for from get gets getting girl girls got had has have having he her hers him his how
i if in into is it its kid kids lad lads lot lots may me more much my never no nobody none not of on one or our pupil
pupils really seem seems she so some somebody someone student students than that the their them then there these they
this to too us very was we were what when where which while who whose why will with would you your says said say ain't
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't won't wouldn't aint
arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt i'm he's she's it's
they're we're i've im hes shes year years yr yrs old month months week weeks day days today yesterday last just found
saw think thinks thought feel feels
"""))
_STEMMER = snowballstemmer.stemmer("english")
Stems = tuple[str, ...]


@cache
def stems_in_turn(text: str) -> Stems:
    """The stems of a text of a pack as they stand. Kept for the next search: never call it with what somebody typed."""
    return tuple(SELF if word in _REFLEXIVE else _stem_kept(word) for word in _words(text))


@cache
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text of a pack. Never call it with what somebody typed."""
    return frozenset(stems_in_turn(text))


def tokens(text: str) -> list[tuple[str, str]]:
    """The words of a text and their stems, without small words. Nothing of it is kept."""
    return [(word, SELF if word in _REFLEXIVE else stem_of(word)) for word in _words(text)]


def _words(text: str) -> list[str]:
    """The words of a text in small letters without accents, and without small words and figures."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    words = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    return [word for word in words if word.strip("'") and word not in _SMALL_WORDS and not word.isdigit()]


def stem_of(word: str) -> str:
    """The stem of one word. Nothing of it is kept."""
    stem: str = _STEMMER.stemWord(word.strip("'"))
    return stem.replace("'", "")


@cache
def _stem_kept(word: str) -> str:
    """The stem of a word of a pack: they have few words, and each stands in many places."""
    return stem_of(word)


@cache
def words_in_turn(text: str) -> Stems:
    """The words of a text of a pack as they stand, without small ones. Never call it with what somebody typed."""
    return tuple(_words(text))


@cache
def words_of(text: str) -> frozenset[str]:
    """The words of a text of a pack, without small ones. Never call it with what somebody typed."""
    return frozenset(_words(text))
