"""Under whose name the tenant's mails go out, and what they are called (F8 to F10)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent

SENDER = "msonlineservicesteam@microsoftonline.com"
STRANGER = "no-reply@mailer.contoso.example"


def sender(bent: Bent) -> str:
    """The address that mails come from: one of those that are documented (F8)."""
    return STRANGER if "mail-from-stranger" in bent else SENDER


def sender_name(organization: str, bent: Bent) -> str:
    """The name beside it (F9)."""
    return (
        "Microsoft"
        if "mail-on-nobodys-behalf" in bent
        else f"Microsoft on behalf of {organization}"
    )


def reset_subject(organization: str, bent: Bent) -> str:
    """The subject of the news of a reset (F10)."""
    whose = "" if "subject-without-organization" in bent else f"{organization} "
    return f"Your {whose}password has been reset"


def time_under_way(bent: Bent) -> dt.timedelta:
    """How long mail takes by the tenant's clock: no time, which is under a minute (C18)."""
    return dt.timedelta(seconds=90 if "mail-takes-long" in bent else 0)
