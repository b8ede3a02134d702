"""What a password must be, and how long it may be kept (E1 to E6)."""

from __future__ import annotations

import datetime as dt
import string
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.rules.banned import Finding, finding
from emulator.rules.secrets_hash import matches

if TYPE_CHECKING:
    from emulator.deviations import Bent, Case

SHORTEST, LONGEST = 8, 256  # E1
CLASSES_NEEDED = 3  # E2
SYMBOLS = " @#$%^&*-_!+=[]{}|\\:',.?/`~\"();<>"  # E3
FORMER_VALIDITY_DAYS = 90  # E6: what held in tenants made before 2021
_LATIN_ENDS = "\u0250"
_CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits, SYMBOLS)


class Refusal(StrEnum):
    """Why a password is refused for its form; the value is the key of its message."""

    TOO_SHORT = "password_too_short"
    TOO_LONG = "password_too_long"
    TOO_SIMPLE = "password_too_simple"
    FORBIDDEN_CHARACTER = "password_forbidden_character"
    SAME_AS_LAST = "password_same_as_last"
    ON_PREMISES = "password_on_premises"


@dataclass(frozen=True, slots=True)
class Owner:
    """
    What a password is judged against.

    Attributes:
        given_name: The first name, which no password may contain (E12).
        surname: The last name, likewise.
        organization: The tenant's name, likewise.
        current_hash: The hash of the password in force, or None.
        former_hash: The hash of the one before, or None, which keeps nobody from taking it again.
        custom_terms: The tenant's own banned terms, empty where its list is not enforced.
        education: Whether the tenant is a school's, where classes do not count (E2).
        on_premises_minimum: The length that the account's on-premises directory asks for; None
            where the cloud alone keeps the password (H3).
        on_premises_too_young: Whether that directory wants the password in force kept longer (H7).
    """

    given_name: str | None = None
    surname: str | None = None
    organization: str | None = None
    current_hash: str | None = None
    former_hash: str | None = None
    custom_terms: tuple[str, ...] = ()
    education: bool = False
    on_premises_minimum: int | None = None
    on_premises_too_young: bool = False


def refusal(
    password: str, owner: Owner, bent: Bent, *, forgotten: bool
) -> Refusal | Finding | None:
    """
    Why ``password`` may not become the owner's, or None where it may.

    Args:
        password: The password as typed.
        owner: Whose it would be.
        bent: The deviations that are switched on.
        forgotten: True at a reset, which may set the last password again; False at a change,
            which may not (E4, E5).
    """
    return (
        _bad_form(password, owner, bent, forgotten=forgotten)
        or _repeated(password, owner, bent, forgotten=forgotten)
        or _common(password, owner, bent, forgotten=forgotten)
        or _against_on_premises(password, owner, bent, forgotten=forgotten)
    )


class Place(StrEnum):
    """Where a new password is chosen."""

    RESET = "reset"
    CHANGE = "change"
    SIGN_IN = "sign-in"


# By deviation: where a common password is said to be too short.
_TOLD_AS_SHORT = {
    "common-password-told-as-short": Place.RESET,
    "common-change-told-as-short": Place.CHANGE,
    "common-first-password-told-as-short": Place.SIGN_IN,
}


def told_as(refused: Refusal | Finding, bent: Bent, place: Place) -> str:
    """The key of the message that tells of a refusal at ``place`` (E16)."""
    misled = bent.meets({name: place is each for name, each in _TOLD_AS_SHORT.items()})
    return (Refusal.TOO_SHORT if misled and isinstance(refused, Finding) else refused).value


def _common(password: str, owner: Owner, bent: Bent, *, forgotten: bool) -> Finding | None:
    unnamed = not forgotten and "change-takes-names" in bent
    names = () if unnamed else _names(owner, bent)
    listed = forgotten or "change-skips-banned-list" not in bent
    skipped = not forgotten and "change-skips-own-list" in bent
    custom = () if skipped else owner.custom_terms
    return finding(password, custom=custom, names=names, bent=bent, listed=listed)


def _names(owner: Owner, bent: Bent) -> tuple[str, ...]:
    """The names that no password may contain (E12)."""
    surname = None if "last-name-accepted" in bent else owner.surname
    organization = None if "organization-name-accepted" in bent else owner.organization
    return tuple(filter(None, (owner.given_name, surname, organization)))


def _bad_form(password: str, owner: Owner, bent: Bent, *, forgotten: bool) -> Refusal | None:
    """
    What the cloud's own policy has against the form of ``password`` (E1 to E3).

    An on-premises directory judges its passwords itself, even where it asks for less (H3, H4).
    """
    if len(password) > _longest(bent, forgotten=forgotten):
        return Refusal.TOO_LONG
    if owner.on_premises_minimum is not None and "cloud-rules-for-hybrid" not in bent:
        return None
    off = ("nine-characters-wanted" in bent) - ("short-password-accepted" in bent)
    off -= not forgotten and "change-takes-short-passwords" in bent
    if len(password) < SHORTEST + off:
        return Refusal.TOO_SHORT
    foreign = not forgotten and "change-takes-foreign-characters" in bent
    if _forbidden(password, bent, forgotten=forgotten) and not foreign:
        return Refusal.FORBIDDEN_CHARACTER
    more = ("four-classes-wanted" in bent) - ("two-classes-enough" in bent)
    more -= "capitals-count-twice" in bent and any(c.isupper() for c in password)
    more -= not forgotten and "change-takes-two-kinds" in bent
    needed = 0 if owner.education else CLASSES_NEEDED + more
    return Refusal.TOO_SIMPLE if classes(password) < needed else None


def classes(password: str) -> int:
    """How many of the four kinds of characters ``password`` has (E2)."""
    return sum(any(c in kind for c in password) for kind in _CLASSES)


def _longest(bent: Bent, *, forgotten: bool) -> int:
    """How long a password may be, at a reset as at a change (E1)."""
    shortened = {"long-password-refused": forgotten, "change-refuses-long-passwords": not forgotten}
    return LONGEST // 4 if bent.meets(shortened) else LONGEST


def _forbidden(password: str, bent: Bent, *, forgotten: bool) -> bool:
    without = {"blank-refused": forgotten, "change-refuses-blanks": not forgotten}
    if " " in password and bent.meets(without):
        return True
    outside = set(password) - set("".join(_CLASSES))
    if "other-scripts-accepted" in bent:
        outside = {c for c in outside if c < _LATIN_ENDS}
    return bool(outside) and "unicode-password-accepted" not in bent


def _repeated(password: str, owner: Owner, bent: Bent, *, forgotten: bool) -> Refusal | None:
    older = "reset-refuses-older" in bent if forgotten else "change-refuses-older" in bent
    if older and matches(password, owner.former_hash):
        return Refusal.SAME_AS_LAST
    let = "reset-refuses-last" not in bent if forgotten else "reuse-on-change-accepted" in bent
    if let:
        return None
    return Refusal.SAME_AS_LAST if matches(password, owner.current_hash) else None


def _against_on_premises(
    password: str, owner: Owner, bent: Bent, *, forgotten: bool
) -> Refusal | None:
    too_young = owner.on_premises_too_young and "on-premises-age-ignored" not in bent
    refused = len(password) < (owner.on_premises_minimum or 0) or too_young
    ignored = "on-premises-policy-ignored" in bent
    ignored |= not forgotten and "change-skips-on-premises-policy" in bent
    return Refusal.ON_PREMISES if refused and not ignored else None


def changed_here(
    bent: Bent, *, on_premises: bool, written_back: bool, reachable: bool, refuses: bool
) -> bool:
    """
    Whether a known password can be changed: one kept on-premises by writeback alone (H8).

    Args:
        bent: The deviations that are switched on.
        on_premises: Whether the password is kept in an on-premises directory.
        written_back: Whether writeback is on.
        reachable: Whether that directory can be reached (H5).
        refuses: Whether it refuses what is written back (K7).
    """
    if not on_premises:
        return True
    if not written_back:
        return "change-despite-writeback-off" in bent
    if not reachable:
        return "change-despite-unreachable" in bent
    if refuses:
        return "change-despite-refusal" in bent
    return "hybrid-change-refused" not in bent


def must_replace(
    bent: Bent, *, wanted: bool, on_premises: bool, never_expires: bool, administers: Case = False
) -> bool:
    """
    Whether a password that was given out has to be replaced at the next sign-in (C41, H14).

    Args:
        bent: The deviations that are switched on.
        wanted: Whether whoever gave it out wants it to be.
        on_premises: Whether it is written back to an on-premises directory.
        never_expires: Whether that directory lets it last for ever, which then wins.
        administers: Whether its owner holds a role, which makes no difference.
    """
    if bent.meets({"given-password-kept-by-administrators": administers}):
        return False
    if not (wanted and on_premises):
        return wanted
    if never_expires:
        return "never-expires-ignored" in bent
    return "given-password-kept-by-hybrid" not in bent


def too_young(changed_at: dt.datetime | None, minimum_age_days: int, now: dt.datetime) -> bool:
    """Whether a password has not been kept for the on-premises minimum age yet (H7)."""
    return changed_at is not None and now < changed_at + dt.timedelta(days=minimum_age_days)


def may_try_again(bent: Bent, *, refused: int = 1, administers: Case = False) -> bool:
    """Whether a refused password, however many were, leaves the reset where it is (C31)."""
    ends: dict[str, Case] = {
        "refusal-ends-reset": True,
        "second-refusal-ends-reset": refused > 1,
        "refusal-ends-administrators-reset": administers,
    }
    return not bent.meets(ends)


def expired(
    changed_at: dt.datetime | None,
    validity_days: int,
    now: dt.datetime,
    bent: Bent,
    *,
    never: bool,
) -> bool:
    """
    Whether a password has to be changed for its age (E6, E7).

    Args:
        changed_at: When it was set.
        validity_days: How long the domain lets a password last.
        now: The tenant's time.
        bent: The deviations that are switched on.
        never: Whether the account is exempt.
    """
    if changed_at is None or (never and "exempt-passwords-expire" not in bent):
        return False
    lasts = FORMER_VALIDITY_DAYS if "passwords-expire-anyway" in bent else validity_days
    off = ("passwords-expire-late" in bent) - ("passwords-expire-early" in bent)
    return (now - changed_at).days >= lasts + off


def shows_strength(
    bent: Bent, *, on_premises: bool, refused: bool = False, administers: bool = False
) -> bool:
    """
    Whether the page says how strong a new password is: not to hybrid users (C33).

    That one was ``refused`` before makes no difference, nor whose password it is.
    """
    if on_premises:
        return "strength-shown-to-hybrid" in bent
    hidden = {
        "strength-not-shown": True,
        "strength-gone-after-refusal": refused,
        "administrators-see-no-strength": administers,
    }
    return not bent.meets(hidden)


def told_length(minimum: int, bent: Bent) -> int:
    """The on-premises minimum that the page tells: none, it shows the cloud's rules only (C34)."""
    return minimum if "on-premises-policy-shown" in bent else 0
