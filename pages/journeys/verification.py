"""Passing one verification step by the proof that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.proof import Proof

if TYPE_CHECKING:
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


def verify(page: VerificationStep, proof: Proof, means: Means) -> None:
    """Choose ``proof`` and do what it asks."""
    page.choose(proof)
    if proof in {Proof.EMAIL, Proof.TEXT}:
        _by_sent_code(page, proof, means)
    elif proof is Proof.APP_CODE:
        page.enter(means.app_code())
    elif proof is Proof.QUESTIONS:
        page.answer(tuple(means.answer(question) for question in page.questions))
    else:
        _on_the_phone(page, proof, means)


def _by_sent_code(page: VerificationStep, proof: Proof, means: Means) -> None:
    since = means.now()
    if proof is Proof.EMAIL:
        page.send(proof)
        page.enter(means.mailed_code(since))
    else:
        page.type_phone(means.phone_for(proof))
        page.send(proof)
        page.enter(means.texted_code(since))


def _on_the_phone(page: VerificationStep, proof: Proof, means: Means) -> None:
    if proof is not Proof.APP_NOTIFICATION:
        page.type_phone(means.phone_for(proof))
    page.send(proof)
    with page.window.turning():
        if proof is Proof.APP_NOTIFICATION:
            means.approve(page.number)
        else:
            means.pick_up(proof)
