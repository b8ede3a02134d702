"""What of the organisation stands on the reset pages (G8, G9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent


def banner(organization: str, domain: str, bent: Bent, *, known: bool, done: bool = False) -> str:
    """
    The organisation's name above the page, empty until the account is known (G8).

    Whether the reset is ``done`` makes no difference.
    """
    misnamed = bent.meets({"organization-misnamed": True, "organization-misnamed-in-the-end": done})
    shown = domain if misnamed else organization
    return shown if known else ""
