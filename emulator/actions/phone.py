"""Pushes and calls: asking a person's telephone, and the answer that comes back (C15, C16)."""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from emulator.deviations import STRAIGHT
from emulator.rules.proofs import approves
from emulator.store import PhonePrompt, User

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.deviations import Bent
    from emulator.tenant import Tenant

RINGS_FOR = dt.timedelta(seconds=60)
CONFIRM_KEY = "#"
_LOWEST, _NUMBERS = 10, 90

State = Literal["pending", "approved", "denied", "expired"]

# Prompt ids are unique over all tenants, so what waits for one needs no tenant.
_listeners: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)


def push(session: Session, tenant: Tenant, user: User) -> PhonePrompt:
    """Ask ``user``'s app to approve; the page shows ``prompt.shown``, two digits."""
    prompt = _prompt(tenant, user, "push")
    prompt.shown = _LOWEST + secrets.randbelow(_NUMBERS)
    session.add(prompt)
    session.flush()
    return prompt


def call(session: Session, tenant: Tenant, user: User, number: str) -> PhonePrompt:
    """Let ``number`` ring and ask for the # key."""
    prompt = _prompt(tenant, user, "call")
    prompt.number = number
    session.add(prompt)
    session.flush()
    return prompt


def _prompt(tenant: Tenant, user: User, kind: str) -> PhonePrompt:
    now = tenant.clock.now()
    return PhonePrompt(user_id=user.id, kind=kind, created_at=now, expires_at=now + RINGS_FOR)


def waiting(session: Session, tenant: Tenant, user: User) -> Sequence[PhonePrompt]:
    """What rings at ``user`` now, oldest first."""
    return session.scalars(
        select(PhonePrompt)
        .where(PhonePrompt.user_id == user.id, PhonePrompt.answer.is_(None))
        .where(PhonePrompt.expires_at > tenant.clock.now())
        .order_by(PhonePrompt.created_at)
    ).all()


def approve(prompt: PhonePrompt, *, number: int | None) -> None:
    """Approve a push with the number that the person read on the page; a wrong one denies it."""
    right = number is not None and number == prompt.shown
    _answer(prompt, "approved" if right else "wrong number")


def deny(prompt: PhonePrompt) -> None:
    """Refuse a push, or hang up."""
    _answer(prompt, "denied")


def press(prompt: PhonePrompt, key: str) -> None:
    """Press a key during a call; only # confirms."""
    _answer(prompt, "approved" if key == CONFIRM_KEY else "wrong key")


def _answer(prompt: PhonePrompt, answer: str) -> None:
    prompt.answer = answer
    if prompt.id in _listeners:
        _listeners[prompt.id].set()


async def answered(prompt_id: str, *, within: float = 20) -> bool:
    """Wait until someone answers a prompt; False after ``within`` seconds of real time."""
    try:
        await asyncio.wait_for(_listeners[prompt_id].wait(), within)
    except TimeoutError:
        return False
    finally:
        _listeners.pop(prompt_id, None)
    return True


def state(session: Session, tenant: Tenant, prompt_id: str, bent: Bent = STRAIGHT) -> State:
    """
    How far a prompt is; one that nobody knows has expired.

    ``bent`` are the deviations that may mistake the answer, which are those of a reset.
    """
    prompt = session.get(PhonePrompt, prompt_id)
    if prompt is None:
        return "expired"
    if prompt.answer:
        return "approved" if approves(prompt.answer, bent) else "denied"
    return "pending" if tenant.clock.now() < prompt.expires_at else "expired"
