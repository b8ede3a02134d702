"""By which names the reset portal knows an account (C36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent


def knows_by_mail(bent: Bent, *, email_signs_in: bool) -> bool:
    """
    Whether a mail address that is not the user principal name finds the account.

    Only where the tenant lets addresses sign in, as an alternate login ID (C36).
    """
    return email_signs_in or "mail-address-accepted" in bent
