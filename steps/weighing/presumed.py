"""
What a promise takes for granted.

Where that fails, another promise is broken and says so; this one could not be seen, and calling
it broken too would hide which setting to look at.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pages.journeys.reset_story import Ending
from pages.journeys.sign_in import FACTOR_REFUSED
from pages.registration.security_info import NotEnabled
from sspr.errors import Deviation, Inconclusive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from pages.journeys.sign_in import SignInStory

NOT_ENABLED = {"SSPR_0009", "SSPR_0011", "SSPR_0013"}  # K1, K3, K5
NOBODY = "SSPR_0009"  # K1
NO_WRITEBACK = "SSPR_0010"  # K2
NOT_LICENSED = "SSPR_0012"  # K4
OUTSIDE = "SSPR_0013"  # K5
TOO_FEW = "SSPR_0014"  # K6
REFUSED_ON_PREMISES = "SSPR_0029"  # K7
UNREACHABLE = "SSPR_0030"  # K8


@contextmanager
def presuming(why: str) -> Iterator[None]:
    """
    What deviates in the block is the promise of another; ``why`` says of which, or how one knows.

    Raises:
        Inconclusive: Something does.
    """
    try:
        yield
    except Deviation as missing:
        raise Inconclusive(f"{missing} {why}") from None


def enabled(reset: ResetStory) -> None:
    """
    Go on only if the user was not turned away for not being enabled.

    Raises:
        Inconclusive: The user was.
    """
    if reset.ending is Ending.BLOCKED and reset.code in NOT_ENABLED:
        raise Inconclusive(f"{reset} It never came to that (see ENA-01).")


def let_in(reset: ResetStory) -> None:
    """
    Go on only if the user came as far as to verify.

    Raises:
        Inconclusive: The user was turned away before.
    """
    enabled(reset)
    if reset.ending is Ending.BLOCKED and reset.code == TOO_FEW:
        raise Inconclusive(f"{reset} It never came to that (see RST-03).")


def turned_away(reset: ResetStory, code: str, owner: str) -> None:
    """
    Go on only if the user was turned away with ``code``, which the requirement ``owner`` promises.

    Raises:
        Inconclusive: The user was let in, or turned away for something else.
    """
    if reset.ending is not Ending.BLOCKED or reset.code != code:
        raise Inconclusive(f"{reset} That is another promise (see {owner}).")


def as_administrator(reset: ResetStory) -> None:
    """
    Go on only if the administrator was not turned away as a user is.

    Raises:
        Inconclusive: The group of the users' policy decided.
    """
    if reset.ending is Ending.BLOCKED and reset.code == OUTSIDE:
        raise Inconclusive(f"{reset} It never came to that (see ADM-01).")


def was_reset(reset: ResetStory) -> None:
    """
    Go on only if there was a reset that something could follow from.

    Raises:
        Inconclusive: There was none.
    """
    if reset.ending is not Ending.RESET:
        raise Inconclusive(f"There was no reset. {reset}")


def refused_as_common(reset: ResetStory) -> None:
    """
    Go on only if a password that is too common was refused.

    Raises:
        Inconclusive: None was refused.
    """
    if reset.ending is not Ending.REFUSED_PASSWORD:
        raise Inconclusive(f"No password was refused (see PWD-08). {reset}")


def was_blocked(reset: ResetStory) -> None:
    """
    Go on only if too many failures, codes or calls have blocked the user.

    Raises:
        Inconclusive: Nobody was blocked.
    """
    let_in(reset)
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was blocked (see RST-15, RST-18, RST-41). {reset}")


def got_past_registration(sign_in: SignInStory) -> None:
    """
    Go on only if no registration stood in the way that could not be put off, nor a second factor.

    Raises:
        Inconclusive: One did.
    """
    past_second_factor(sign_in.error)
    if sign_in.asked_to_register and not (sign_in.could_skip or sign_in.signed_in):
        raise Inconclusive("The registration could not be put off (see REG-06).")


def may_register(registration: RegistrationStory) -> None:
    """
    Go on only if the registration page served the user.

    Raises:
        Inconclusive: It says that the feature is not enabled for the user, or came to no page.
    """
    past_second_factor(registration.error)
    if registration.error == NotEnabled.name:
        raise Inconclusive("The registration page does not serve the user (see ENA-01).")


def something_registered(registration: RegistrationStory) -> None:
    """
    Go on only if there was a registration that something could follow from.

    Raises:
        Inconclusive: Nothing was registered.
    """
    if not registration.registered:
        raise Inconclusive(f"Nothing was registered. {registration.error}")


def past_second_factor(error: str) -> None:
    """
    Go on only if the right second factor was accepted.

    Raises:
        Inconclusive: It was not; ``error`` says so.
    """
    if error.startswith(FACTOR_REFUSED):
        raise Inconclusive(f"{error} (see REG-23)")
