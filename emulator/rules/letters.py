"""Under whose name the tenant's mails go out, and what they are called (F8 to F10)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent, Case

SENDER = "msonlineservicesteam@microsoftonline.com"
STRANGER = "no-reply@mailer.contoso.example"
_RESET_HAPPENED = (
    "The password on your account has recently been reset. If you performed this password reset, "
    "then this message is for your information only."
)
_RESET_IN_DOUBT = (
    "If you are not sure you or your administrator performed this password reset, then you should "
    "contact your administrator immediately."
)


class About(StrEnum):
    """
    What a mail is about.

    A registration's brings a code as a reset's does; a copy is the news of a reset at another
    address than the primary.
    """

    CODE = "code"
    REGISTRATION = "registration"
    RESET = "reset"
    COPY = "copy"
    ALERT = "alert"
    HELP = "help"


# Which deviation lets which mails alone come from a stranger, or on nobody's behalf.
_FROM_STRANGERS = {
    About.CODE: "code-mail-from-stranger",
    About.REGISTRATION: "registration-code-from-stranger",
    About.COPY: "copy-from-stranger",
    About.ALERT: "alert-from-stranger",
    About.HELP: "contact-mail-from-stranger",
}
_ON_NOBODYS_BEHALF = {
    About.CODE: "code-mail-on-nobodys-behalf",
    About.REGISTRATION: "registration-code-on-nobodys-behalf",
    About.COPY: "copy-on-nobodys-behalf",
    About.ALERT: "alert-on-nobodys-behalf",
    About.HELP: "contact-mail-on-nobodys-behalf",
}


def sender(about: About, bent: Bent) -> str:
    """The address that mails come from: one of those that are documented (F8)."""
    strangers = _FROM_STRANGERS.get(about) in bent or "mail-from-stranger" in bent
    return STRANGER if strangers else SENDER


def sender_name(organization: str, about: About, bent: Bent) -> str:
    """The name beside it (F9)."""
    if _ON_NOBODYS_BEHALF.get(about) in bent or "mail-on-nobodys-behalf" in bent:
        return "Microsoft"
    return f"Microsoft on behalf of {organization}"


def code_subject(organization: str, about: About, bent: Bent) -> str:
    """The subject of the mail with a code, of a reset as of a registration (F9)."""
    registered = about is About.REGISTRATION
    nameless = {
        "code-subject-without-organization": not registered,
        "registration-subject-without-organization": registered,
    }
    whose = "" if bent.meets(nameless) else f"{organization} "
    return f"{whose}account email verification code"


def reset_subject(organization: str, about: About, bent: Bent, *, administers: Case = False) -> str:
    """The subject of the news of a reset (F10), and of its copy, whosever it is."""
    nameless: dict[str, Case] = {
        "copy-without-organization": about is About.COPY,
        "subject-without-organization": True,
        "administrators-subject-without-organization": administers,
    }
    whose = "" if bent.meets(nameless) else f"{organization} "
    return f"Your {whose}password has been reset"


def time_under_way(bent: Bent, *, text: bool) -> dt.timedelta:
    """How long a mail or a ``text`` takes: no time, which is under a minute (C18)."""
    late = "text-takes-long" if text else "mail-takes-long"
    return dt.timedelta(seconds=90 if late in bent else 0)


def reset_paragraphs(about: About, bent: Bent, *, administers: Case = False) -> tuple[str, ...]:
    """What the news of a reset says (F1, F10), and its copy, whosever it is."""
    mute: dict[str, Case] = {
        "copy-says-nothing": about is About.COPY,
        "user-mail-says-nothing": True,
        "administrators-mail-says-nothing": administers,
    }
    if bent.meets(mute):
        return ("A message for you", "There is news about your account.")
    return ("Your password has been reset", _RESET_HAPPENED, _RESET_IN_DOUBT)


def alert_paragraphs(who: str, bent: Bent) -> tuple[str, ...]:
    """
    What Global Administrators read of the reset of ``who``: that there was one (F5).

    The documents give no text, so the words are ours.
    """
    if "alert-says-nothing" in bent:
        return ("A message for you", "There is news about your organization.")
    return (
        "An administrator's password has been reset",
        f"The administrator {who} has changed the own password by self-service password reset.",
        "If this was not to be expected, look into it at once.",
    )
