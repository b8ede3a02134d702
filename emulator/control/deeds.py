"""What a controller does, by the API or on a practice page."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.actions import phone
from emulator.actions.audit import Actor, alone
from emulator.actions.policy import save_policy
from emulator.control.orders import END_OF_TIME, PhoneAnswer, Refused
from emulator.post import Mail
from emulator.rules.letters import SENDER
from emulator.store import PhonePrompt, User

if TYPE_CHECKING:
    from emulator.control.orders import Letter
    from emulator.emulator import Emulator
    from emulator.tenant import Tenant
    from sspr.policy import Policy

NOT_FOUND = 404


async def move_clock(emulator: Emulator, seconds: float) -> None:
    """
    Move the tenant's clock forwards; late mail whose hour comes is delivered.

    Raises:
        Refused: It would leave the calendar.
    """
    clock, by = emulator.tenant.clock, dt.timedelta(seconds=seconds)
    if clock.now() + by >= END_OF_TIME:
        raise Refused(f"advance_seconds: leads beyond the year {END_OF_TIME.year}")
    clock.advance(by)
    await emulator.post.release_due()


async def send_letters(tenant: Tenant, letters: list[Letter]) -> None:
    """Send mails in that order, by the road that all of the tenant's mail takes."""
    for letter in letters:
        await tenant.post.mail(
            Mail(
                sender=SENDER,
                sender_name=tenant.organization.name,
                to=letter.to,
                subject=letter.subject,
                html=f"<p>{escape(letter.text)}</p>",
                text=letter.text,
            )
        )


def put_policy(emulator: Emulator, policy: Policy) -> None:
    """Save a policy as the tenant's first administrator would in the admin center (J13)."""
    name = emulator.administrator.user_principal_name
    with emulator.tenant.store.begin() as session:
        admin = session.scalars(select(User).where(User.user_principal_name == name)).first()
        save_policy(
            session, emulator.tenant, policy, Actor(admin.id if admin else name, name), alone()
        )


def answer_phone(emulator: Emulator, prompt_id: str, answer: PhoneAnswer) -> None:
    """
    Answer a push or a call in its own way.

    Raises:
        Refused: Nothing rings under that id, or a push was answered like a call.
    """
    tenant = emulator.tenant
    with tenant.store.begin() as session:
        prompt = session.get(PhonePrompt, prompt_id)
        if prompt is None or phone.state(session, tenant, prompt.id) != "pending":
            raise Refused("nothing rings under this id", NOT_FOUND)
        _give(prompt, answer)


def _give(prompt: PhonePrompt, answer: PhoneAnswer) -> None:
    if answer.approve is False:
        phone.deny(prompt)
    elif prompt.kind == "push" and answer.approve:
        phone.approve(prompt, number=answer.number)
    elif prompt.kind == "call" and answer.pressed is not None:
        phone.press(prompt, answer.pressed)
    else:
        raise Refused('a push takes {"approve", "number"}, a call {"pressed"}')
