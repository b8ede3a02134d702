"""Passing one verification step by the proof that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.proof import Proof

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from pages.journeys.means import Means
    from pages.reset.verification import VerificationStep

EASIEST_FIRST = (
    Proof.EMAIL,
    Proof.APP_CODE,
    Proof.TEXT,
    Proof.QUESTIONS,
    Proof.APP_NOTIFICATION,
    Proof.CALL,
    Proof.OFFICE_CALL,
)


def verify(
    page: VerificationStep,
    proof: Proof,
    means: Means,
    sent: dt.datetime | None = None,
    read: Callable[[str], None] = lambda _: None,
) -> dt.datetime | None:
    """
    Choose ``proof`` and do what it asks.

    ``sent`` is when a code was sent that the page may still wait for; the answer is when the
    code was sent that has now been typed, or None. ``read`` is told what the page shows of the
    proof.
    """
    page.choose(proof)
    read(page.text)
    if proof in {Proof.EMAIL, Proof.TEXT}:
        return _by_sent_code(page, proof, means, sent)
    if proof is Proof.APP_CODE:
        page.enter(means.app_code())
    elif proof is Proof.QUESTIONS:
        page.answer(means.answers_to(page.questions))
    else:
        _on_the_phone(page, proof, means)
    return None


def _by_sent_code(
    page: VerificationStep, proof: Proof, means: Means, sent: dt.datetime | None
) -> dt.datetime | None:
    """Have a code sent unless one was; a page that then waits for none has refused to send it."""
    if sent is None or not page.awaits_code:
        sent = means.now()
        if proof is Proof.TEXT:
            page.type_phone(means.phone_for(proof))
        page.send(proof)
    if page.awaits_code:
        by_mail = proof is Proof.EMAIL
        page.enter(means.mailed_code(sent) if by_mail else means.texted_code(sent))
    return sent


def _on_the_phone(page: VerificationStep, proof: Proof, means: Means) -> None:
    if proof is not Proof.APP_NOTIFICATION:
        page.type_phone(means.phone_for(proof))
    page.send(proof)
    if page.error:
        return  # nothing rings: the page has refused the number
    with page.window.turning():
        if proof is Proof.APP_NOTIFICATION:
            means.approve(page.number)
        else:
            means.pick_up(proof)
