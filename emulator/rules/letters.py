"""Under whose name the tenant's mails go out, and what they are called (F8 to F10)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent

SENDER = "msonlineservicesteam@microsoftonline.com"
STRANGER = "no-reply@mailer.contoso.example"


class About(StrEnum):
    """What a mail is about."""

    CODE = "code"
    RESET = "reset"
    ALERT = "alert"
    HELP = "help"


def sender(about: About, bent: Bent) -> str:
    """The address that mails come from: one of those that are documented (F8)."""
    if about is About.CODE and "code-mail-from-stranger" in bent:
        return STRANGER
    if about is About.ALERT and "alert-from-stranger" in bent:
        return STRANGER
    return STRANGER if "mail-from-stranger" in bent else SENDER


def sender_name(organization: str, about: About, bent: Bent) -> str:
    """The name beside it (F9)."""
    nobodys = about is About.CODE and "code-mail-on-nobodys-behalf" in bent
    if nobodys or "mail-on-nobodys-behalf" in bent:
        return "Microsoft"
    return f"Microsoft on behalf of {organization}"


def code_subject(organization: str, bent: Bent) -> str:
    """The subject of the mail with a code (F9)."""
    whose = "" if "code-subject-without-organization" in bent else f"{organization} "
    return f"{whose}account email verification code"


def reset_subject(organization: str, bent: Bent) -> str:
    """The subject of the news of a reset (F10)."""
    whose = "" if "subject-without-organization" in bent else f"{organization} "
    return f"Your {whose}password has been reset"


def time_under_way(bent: Bent) -> dt.timedelta:
    """How long mail takes by the tenant's clock: no time, which is under a minute (C18)."""
    return dt.timedelta(seconds=90 if "mail-takes-long" in bent else 0)
