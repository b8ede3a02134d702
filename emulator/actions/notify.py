"""What the tenant writes to people: codes, news of resets, calls for help (F1 to F11)."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from emulator.post import Mail
from emulator.rules.letters import (
    About,
    alert_paragraphs,
    code_subject,
    reset_paragraphs,
    reset_subject,
    sender,
    sender_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from emulator.deviations import Case
    from emulator.post import Post
    from emulator.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Text:
    """One text message as it leaves the tenant."""

    number: str
    body: str


Letter = Mail | Text


async def send(post: Post, letters: Iterable[Letter]) -> None:
    """Hand ``letters`` over in their order."""
    for letter in letters:
        if isinstance(letter, Mail):
            await post.mail(letter)
        else:
            await post.text(letter.number, letter.body)


def code_mail(tenant: Tenant, to: str, code: str, *, about: About = About.CODE) -> Mail:
    """The mail with a verification code, of a reset unless ``about`` is a registration (F9)."""
    return _mail(
        tenant,
        to,
        code_subject(tenant.organization.name, about, tenant.bent),
        "Verify your email address",
        [
            f"Thanks for verifying your {to} account!",
            f"Your code is: {code}",
            f"Sincerely,\n{tenant.organization.name}",
        ],
        about=about,
    )


def code_text(tenant: Tenant, number: str, code: str) -> Text:
    """The text message with a verification code; its wording is ours."""
    return Text(number, f"{code} is your verification code for {tenant.organization.name}.")


def reset_mail(tenant: Tenant, to: str, *, copy: bool = False, administers: Case = False) -> Mail:
    """The news of a reset for the one whose password it was, or a ``copy`` of it (F1, F10)."""
    about, name = About.COPY if copy else About.RESET, tenant.organization.name
    heading, *paragraphs = reset_paragraphs(about, tenant.bent, administers=administers)
    subject = reset_subject(name, about, tenant.bent, administers=administers)
    return _mail(tenant, to, subject, heading, paragraphs, about=about)


def administrator_reset_mail(tenant: Tenant, to: str, who: str) -> Mail:
    """The alert for Global Administrators (F5)."""
    heading, *paragraphs = alert_paragraphs(who, tenant.bent)
    return _mail(
        tenant,
        to,
        f"An administrator of {tenant.organization.name} has reset their password",
        heading,
        paragraphs,
        about=About.ALERT,
    )


def help_mail(tenant: Tenant, to: str, who: str, display_name: str) -> Mail:
    """The call for help that the portal's form sends to administrators (G4)."""
    return _mail(
        tenant,
        to,
        "Request to reset user's password",
        "Request to reset user's password",
        [
            "A user of your organization asks you to reset the password of this account:",
            f"{who} ({display_name})",
        ],
        about=About.HELP,
    )


def _mail(
    tenant: Tenant, to: str, subject: str, heading: str, paragraphs: list[str], *, about: About
) -> Mail:
    return Mail(
        sender=sender(about, tenant.bent),
        sender_name=sender_name(tenant.organization.name, about, tenant.bent),
        to=to,
        subject=subject,
        html=_html(heading, paragraphs),
        text="\n\n".join([heading, *paragraphs]),
    )


def _html(heading: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{escape(p).replace(chr(10), '<br>')}</p>" for p in paragraphs)
    note = "<p><small>Sent by an emulator, not by Microsoft.</small></p>"
    return f"<!doctype html><html><body><h1>{escape(heading)}</h1>{body}{note}</body></html>"
