"""Pictures that a person can read, and what they say (C4, S1)."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from captcha.image import ImageCaptcha
from sqlalchemy import delete

from emulator.rules.lifetimes import KEPT
from emulator.rules.proofs import captcha_asked, captcha_matches
from emulator.store import Captcha

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit
    from emulator.tenant import Tenant

LENGTH = 6
SIZE = (260, 90)
_LETTERS = "ACDEFHKLPRTXY34789"  # none that is taken for another
_INK, _PAPER = (95, 125, 160, 255), (250, 250, 250)


class _Painter(ImageCaptcha):  # type: ignore[misc] # the library's types are not followed
    """Paints letters that stand apart and nearly upright, so that a person can read them."""

    character_rotate = (-15, 15)
    word_offset_dx = 0.05


_PAINTER = _Painter(*SIZE, font_sizes=(48, 54))


def captcha_answer(tenant: Tenant, challenge: str) -> str | None:
    """What the picture of ``challenge`` says, or None where there is no such challenge."""
    with tenant.store.begin() as session:
        captcha = session.get(Captcha, challenge)
        return captcha.answer if captcha else None


def picture(tenant: Tenant, challenge: str) -> bytes | None:
    """The picture as PNG, or None where there is no such challenge."""
    answer = captcha_answer(tenant, challenge)
    return _paint(answer) if answer else None


def _paint(answer: str) -> bytes:
    picture = _PAINTER.generate(answer, format="png", bg_color=_PAPER, fg_color=_INK)
    return bytes(picture.getvalue())


def pose(visit: Visit) -> None:
    """Put a fresh picture before the on days that still have one."""
    if visit.flow.captcha_id and (old := visit.session.get(Captcha, visit.flow.captcha_id)):
        visit.session.delete(old)
    visit.flow.captcha_id = None
    if captcha_asked(visit.tenant.timeline, visit.bent):
        visit.flow.captcha_id = _new(visit)


def solved(visit: Visit, typed: str, *, again: bool) -> bool:
    """
    Whether ``typed`` is what the flow's picture says; True where there is no picture.

    ``again`` says whether the person has tried before.
    """
    if visit.flow.captcha_id is None:
        return True
    captcha = visit.session.get(Captcha, visit.flow.captcha_id)
    return captcha is not None and captcha_matches(typed, captcha.answer, visit.bent, again=again)


def _new(visit: Visit) -> str:
    visit.session.execute(delete(Captcha).where(Captcha.posed_at <= visit.now - KEPT))
    answer = "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
    captcha = Captcha(answer=answer, posed_at=visit.now)
    visit.session.add(captcha)
    visit.session.flush()
    return captcha.id
