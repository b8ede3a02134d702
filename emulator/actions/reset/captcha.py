"""Pictures that a person can read, and what they say (C4, S1)."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from captcha.image import ImageCaptcha

from emulator.rules.proofs import captcha_matches
from emulator.store import Captcha
from emulator.timeline import Era

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.store import ResetFlow
    from emulator.tenant import Tenant

LENGTH = 6
_LETTERS = "ABCDEFHKLMNPRTUVWXY34789"  # none that is taken for another
_PAINTER = ImageCaptcha(width=220, height=90, font_sizes=(48, 54))


def captcha_answer(tenant: Tenant, challenge: str) -> str | None:
    """What the picture of ``challenge`` says, or None where there is no such challenge."""
    with tenant.store.begin() as session:
        captcha = session.get(Captcha, challenge)
        return captcha.answer if captcha else None


def picture(tenant: Tenant, challenge: str) -> bytes | None:
    """The picture as PNG, or None where there is no such challenge."""
    answer = captcha_answer(tenant, challenge)
    return _PAINTER.generate(answer, format="png").getvalue() if answer else None


def pose(session: Session, tenant: Tenant, flow: ResetFlow) -> None:
    """Put a fresh picture before the person, on days that still have one."""
    if flow.captcha_id and (old := session.get(Captcha, flow.captcha_id)):
        session.delete(old)
    flow.captcha_id = None
    if not tenant.timeline.has(Era.NO_CAPTCHA):
        flow.captcha_id = _new(session)


def solved(session: Session, tenant: Tenant, flow: ResetFlow, typed: str) -> bool:
    """Whether ``typed`` is what the flow's picture says; True where there is no picture."""
    if flow.captcha_id is None:
        return True
    captcha = session.get(Captcha, flow.captcha_id)
    return captcha is not None and captcha_matches(typed, captcha.answer, tenant.bent)


def _new(session: Session) -> str:
    captcha = Captcha(answer="".join(secrets.choice(_LETTERS) for _ in range(LENGTH)))
    session.add(captcha)
    session.flush()
    return captcha.id
