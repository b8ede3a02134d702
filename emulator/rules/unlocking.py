"""What becomes of smart lockout when people help themselves (C28, C30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent, Case


def unlocks_on_premises(bent: Bent, *, unlock_only: bool, further: Case = False) -> bool:
    """
    Whether the on-premises account is unlocked: after a reset as by an unlocking (H10, C29).

    ``further`` says whether the person has reset the password before, which changes nothing.
    """
    if unlock_only:
        return "unlock-changes-nothing" not in bent
    kept = {"on-premises-stays-locked": True, "further-reset-leaves-on-premises-lock": further}
    return not bent.meets(kept)


def ends_lockout(bent: Bent, *, unlock_only: bool, administers: Case = False) -> bool:
    """
    Whether the cloud's lockout ends at once, whosever it is.

    It does after a reset of a forgotten password; for someone who knows the password and only
    unlocks the on-premises account it runs on (C30).
    """
    if unlock_only:
        ends = {"unlock-ends-lockout": True, "administrators-unlock-ends-lockout": administers}
        return bent.meets(ends)
    return "reset-keeps-lockout" not in bent
