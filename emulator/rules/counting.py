"""Whose attempts to verify count, and which of them (C20, C23)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.deviations import is_met
from emulator.rules.options import Option
from emulator.rules.throttle import Counted

if TYPE_CHECKING:
    from emulator.deviations import Bent, Case

# By deviation: the option by which failures do not count.
_UNCOUNTED = {
    "mistyped-texts-uncounted": Option.SMS,
    "refused-calls-uncounted": Option.CALL,
    "wrong-answers-uncounted": Option.QUESTIONS,
    "refused-notifications-uncounted": Option.PUSH,
}


# By deviation: the options by which administrators may ask for any number of proofs.
_FREE_FOR_ADMINISTRATORS = {
    "administrators-mails-unlimited": {Option.EMAIL},
    "administrators-texts-unlimited": {Option.SMS},
    "administrators-calls-unlimited": {Option.CALL, Option.OFFICE_CALL},
    "administrators-notifications-unlimited": {Option.PUSH},
    "administrators-app-codes-unlimited": {Option.CODE},
}

# By deviation: the option whose validations a reset does not set back.
_KEPT = {
    "app-codes-not-cleared": Option.CODE,
    "calls-not-cleared": Option.CALL,
    "notifications-not-cleared": Option.PUSH,
    "answers-not-cleared": Option.QUESTIONS,
}


def counts(
    counted: Counted,
    option: str,
    bent: Bent,
    *,
    unlocking: bool,
    steps_passed: int = 0,
    administers: Case = False,
    guest: bool = False,
) -> bool:
    """
    Whether an attempt counts: each does, whosever it is (C20 to C22).

    ``option`` is the picker's; ``unlocking`` says whether the account is merely to be unlocked.
    """
    if counted is not Counted.FAILURE:
        return not _is_free(option, bent, administers=administers, guest=guest)
    if unlocking and "unlock-failures-uncounted" in bent:
        return False
    if steps_passed and "second-step-failures-uncounted" in bent:
        return False
    return not any(each == option and name in bent for name, each in _UNCOUNTED.items())


def _is_free(option: str, bent: Bent, *, administers: Case, guest: bool) -> bool:
    """Whether someone of this kind may ask for any number of codes: there is no such kind."""
    if guest and option == Option.EMAIL and "guests-mails-unlimited" in bent:
        return True
    free = any(option in each and name in bent for name, each in _FREE_FOR_ADMINISTRATORS.items())
    return free and is_met(administers)


def are_shared(bent: Bent) -> bool:
    """Whether the attempts of all users count together: everybody's count apart."""
    return "failures-of-all-users-together" in bent


def are_forgotten_of_all(bent: Bent) -> bool:
    """Whether a reset sets everybody's counters back: only those of the person (C23)."""
    return "reset-clears-all-counters" in bent


def kept_after_reset(bent: Bent) -> frozenset[str]:
    """The options whose validations a reset does not set back: none (C23)."""
    return frozenset(option for name, option in _KEPT.items() if name in bent)


def is_told(counted: Counted, bent: Bent, *, further: bool = False) -> bool:
    """
    Whether the log tells of a block that attempts of this kind led to: of each (C24).

    ``further`` says whether the person was blocked before.
    """
    untold = {
        "further-block-row-missing": further,
        "too-many-mails-untold": counted is Counted.EMAIL,
    }
    if bent.meets(untold):
        return False
    return counted is Counted.FAILURE or "only-failures-told" not in bent


def bars_all_windows(bent: Bent) -> bool:
    """Whether a block ends what is under way in other windows: it is one of the person (C20)."""
    return "block-of-one-window" not in bent


def blocks_at_once(counted: Counted, bent: Bent, *, further: bool) -> bool:
    """Whether one failure blocks who was blocked before: it counts no more than another (C20)."""
    return further and counted is Counted.FAILURE and "once-blocked-soon-blocked" in bent


def is_spared(
    bent: Bent,
    *,
    administrator: bool,
    further: bool = False,
    guest: bool = False,
    on_premises: bool = False,
) -> bool:
    """
    Whether failures never block somebody: administrators are blocked like anybody else (C20).

    ``further`` says whether a block has ended before, which changes nothing.
    """
    return bent.meets(
        {
            "blocked-once-only": further,
            "administrators-never-blocked": administrator,
            "guests-never-blocked": guest,
            "hybrid-users-never-blocked": on_premises,
        }
    )


def ended_by_sign_in(bent: Bent) -> bool:
    """Whether a sign-in ends a block: only its time does (C20)."""
    return "sign-in-ends-block" in bent


def bars_sign_in(bent: Bent, *, blocked: bool, administers: Case = False) -> bool:
    """Whether a block of the reset keeps somebody from signing in: it is one of the reset (C24)."""
    bars = {"block-bars-sign-in": True, "block-bars-administrators-sign-in": administers}
    return blocked and bent.meets(bars)
