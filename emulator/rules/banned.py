"""
Banned passwords: how a password is scored against words that too many people use (E9 to E18).

Microsoft publishes the way of scoring but not its global list, so the list here is a sample.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from emulator.deviations import Bent

ENOUGH = 5  # E13
SHORTEST_NAME = 4  # E12
MANY_EDITS = 2  # one more than E11 sees through
_SAMPLE = (
    "abcdef abc123 admin1 blank changeme dragon football iloveyou letmein master monkey passw0rd "
    "password princess qwerty qwertz secret sunshine superman trustno1 welcome"
)
GLOBAL_TERMS = frozenset(_SAMPLE.split())
_LOOKALIKES = str.maketrans("01$@", "olsa")  # E10
_BLURRED = str.maketrans("01$@", "~~~~")


class Finding(StrEnum):
    """Why a password is too easy to guess; the value is the key of its message (E16)."""

    SEEN_TOO_OFTEN = "password_seen_too_often"
    GUESSABLE = "password_guessable"
    BLOCKED_WORD = "password_blocked_word"


def normalized(text: str) -> str:
    """``text`` in lower case with the usual stand-ins for letters undone (E10)."""
    return text.lower().translate(_LOOKALIKES)


def score(password: str, terms: Iterable[str]) -> int:
    """
    The points of ``password``: one for each banned term in it and one for each other character.

    Where terms overlap the reading with the fewest points counts (E13 to E15).
    """
    plain = normalized(password)
    words = {normalized(term) for term in terms if term}
    best = [0]
    for end in range(1, len(plain) + 1):
        starts = [end - len(w) for w in words if plain.endswith(w, 0, end)]
        best.append(1 + min(best[start] for start in [end - 1, *starts]))
    return best[-1]


def almost(one: str, other: str) -> bool:
    """Whether one insertion, removal or replacement at most turns ``one`` into ``other`` (E11)."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    same = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def finding(
    password: str, *, custom: Iterable[str], names: Iterable[str], bent: Bent, listed: bool = True
) -> Finding | None:
    """
    Why ``password`` is too easy to guess, or None.

    Args:
        password: The password as typed.
        custom: The tenant's own banned terms; empty where the list is not enforced.
        names: First name, last name and tenant name, of which none may stand in it (E12).
        bent: The deviations that are switched on.
        listed: Whether the lists of words count, which is always so but for a deviation.

    A name that is also a custom term is scored as the term: otherwise the documented example
    ``ContoS0Bl@nkf9!`` of the organisation Contoso could not pass (E12 against E15).
    """
    own = frozenset(normalized(term) for term in custom if _is_known(term, bent))
    if "lookalikes-not-seen-through" in bent:
        password = password.translate(_BLURRED)
    if "dollar-not-seen-through" in bent:
        password = password.replace("$", "~")
    listed = listed and "banned-list-ignored" not in bent
    if listed and (found := _listed(password, _seen_in(password, own, bent), bent)):
        return found
    return Finding.GUESSABLE if _names_someone(normalized(password), names, own, bent) else None


def _is_known(term: str, bent: Bent) -> bool:
    """Whether a term of the tenant's own list counts: each, however it is written (E9)."""
    if "capitals-of-own-list-ignored" in bent and term != term.lower():
        return False
    return "custom-list-ignored" not in bent


def _seen_in(password: str, own: frozenset[str], bent: Bent) -> frozenset[str]:
    """The terms of the tenant's own list that count: each, whatever stands for a letter (E10)."""
    if "own-list-not-seen-through" not in bent:
        return own
    written, seen = password.lower(), normalized(password)
    return frozenset(term for term in own if term in written or term not in seen)


def _listed(password: str, own: frozenset[str], bent: Bent) -> Finding | None:
    plain = normalized(password)
    if any(_is(plain, normalized(term), bent) for term in GLOBAL_TERMS):
        return Finding.SEEN_TOO_OFTEN
    if any(_is(plain, term, bent) for term in own):
        return Finding.BLOCKED_WORD
    enough = ENOUGH - ("banned-score-lax" in bent)
    if score(password, own | GLOBAL_TERMS) >= enough:
        return None
    return Finding.BLOCKED_WORD if any(term in plain for term in own) else Finding.GUESSABLE


def _is(plain: str, term: str, bent: Bent) -> bool:
    if "other-lengths-accepted" in bent and len(plain) != len(term):
        return False
    if "two-edits-refused" in bent and len(plain) == len(term):
        return sum(a != b for a, b in zip(plain, term, strict=True)) <= MANY_EDITS
    return plain == term if "one-edit-accepted" in bent else almost(plain, term)


def _names_someone(plain: str, names: Iterable[str], own: frozenset[str], bent: Bent) -> bool:
    if "own-name-accepted" in bent:
        return False
    shortest = SHORTEST_NAME - ("short-names-refused" in bent) + ("names-need-five" in bent)
    forbidden = {normalized(name) for name in names if len(name) >= shortest} - own
    return any(name in plain for name in forbidden)
