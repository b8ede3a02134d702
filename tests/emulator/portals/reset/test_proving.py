"""Each way of proving who one is, over the wire."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from emulator.actions import phone
from emulator.deviations import Bent
from emulator.store import PhonePrompt
from tests.emulator.portals.reset.conftest import SEED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

NUMBER = "+1 4255550107"
NEW = "New-Harbor-8"
ONE = {"required_to_reset": 1, "allowed": ["email", "mobilePhone", "officePhone"]}
QUESTIONS = {
    "required_to_reset": 1,
    "allowed": ["email", "securityQuestions"],
    "questions_to_register": 5,
    "questions_to_reset": 3,
}
ANSWERS = {f"Question {n}?": f"Answer-{n}" for n in range(5)}


def _prompt(portal: Portal) -> PhonePrompt:
    with portal.tenant.store.begin() as session:
        prompt = session.query(PhonePrompt).order_by(PhonePrompt.created_at.desc()).first()
        assert prompt
        session.expunge_all()
    return prompt


def _answer(portal: Portal, **how: str | int) -> None:
    with portal.tenant.store.begin() as session:
        prompt = session.get(PhonePrompt, _prompt(portal).id)
        assert prompt
        if "key" in how:
            phone.press(prompt, str(how["key"]))
        else:
            phone.approve(prompt, number=int(how["number"]))
    portal.press("check_prompt")


def test_a_text_goes_to_the_number_typed_in_full(make_portal: Callable[..., Portal]) -> None:
    """The right number gets a code that passes; a wrong one gets nothing and is refused."""
    portal = make_portal(methods=ONE)
    portal.open().name(portal.give(portal.person(), mobilePhone=NUMBER))
    assert "*********07" in portal.text
    portal.press("choose", option="sms").press("send", number="+1 4255550108")
    assert "does not match" in portal.text
    assert not portal.post.texts
    portal.press("send", number="1 425 555 0107")
    assert portal.post.texts[0][0] == NUMBER
    portal.press("check_code", code=portal.code()).finish()
    assert portal.signs_in("ada@contoso.com", NEW)


@pytest.mark.parametrize(
    ("option", "kind"), [("call", "mobilePhone"), ("office_call", "officePhone")]
)
def test_a_call_is_confirmed_with_the_hash_key(
    make_portal: Callable[..., Portal], option: str, kind: str
) -> None:
    """The registered number rings, and only # passes the step."""
    portal = make_portal(methods=ONE)
    portal.open().name(portal.give(portal.person(), **{kind: NUMBER}))
    portal.press("choose", option=option).press("send", number=NUMBER)
    assert _prompt(portal).number == NUMBER
    portal.press("check_prompt")
    assert "calling your phone" in portal.text
    _answer(portal, key="5")
    assert "was not approved" in portal.text
    portal.press("again").press("send", number=NUMBER)
    _answer(portal, key="#")
    assert "Enter new password" in portal.text


def test_a_push_is_approved_with_the_number_shown(portal: Portal) -> None:
    """The page shows a number; another one does not pass, that one does."""
    who = portal.give(portal.person(), email="a@mail.test", authenticator="JBSWY3DPEHPK3PXP" * 2)
    portal.open().name(who).by_email().press("choose", option="push").press("send")
    shown = int(re.findall(r">(\d\d)</p>", portal.text)[0])
    _answer(portal, number=shown % 90 + 11)
    assert "was not approved" in portal.text
    portal.press("again").press("send")
    _answer(portal, number=int(re.findall(r">(\d\d)</p>", portal.text)[0]))
    assert "Enter new password" in portal.text


def test_an_unanswered_push_expires(portal: Portal) -> None:
    """After a minute nobody can approve any more."""
    who = portal.give(portal.person(), email="a@mail.test", authenticator="JBSWY3DPEHPK3PXP" * 2)
    portal.open().name(who).press("choose", option="push").press("send")
    portal.later(seconds=61)
    portal.press("check_prompt")
    assert "was not approved" in portal.text


def test_the_waiting_page_is_told_of_an_answer(portal: Portal) -> None:
    """The request that waits ends when the push is answered, without asking again and again."""
    who = portal.give(portal.person(), email="a@mail.test", authenticator="JBSWY3DPEHPK3PXP" * 2)
    portal.open().name(who).press("choose", option="push").press("send")

    async def wait() -> int:
        import asyncio  # noqa: PLC0415 - used here alone

        waiting = asyncio.create_task(portal.client.post("/answered", data=portal.fields))
        await asyncio.sleep(0)
        with portal.tenant.store.begin() as session:
            prompt = session.query(PhonePrompt).one()
            asyncio.get_running_loop().call_later(
                0.05, lambda: phone.approve(prompt, number=prompt.shown)
            )
            answer = await waiting
        return answer.status_code

    assert portal.runner.run(wait()) == 200


def test_security_questions_are_drawn_from_those_registered(
    make_portal: Callable[..., Portal],
) -> None:
    """Three of five are asked; a wrong set draws anew, the right answers pass."""
    portal = make_portal(methods=QUESTIONS)
    who = portal.person()
    portal.answer(who, ANSWERS)
    portal.open().name(who)
    draws = set()
    for _ in range(3):
        asked = re.findall(r"Question \d\?", portal.text)
        assert len(set(asked)) == 3
        draws.add(tuple(asked))
        portal.press("check_answers", answer0="x", answer1="y", answer2="z")
        assert "do not match" in portal.text
    assert len(draws) > 1
    asked = re.findall(r"Question \d\?", portal.text)
    portal.press("check_answers", **{f"answer{n}": ANSWERS[q] for n, q in enumerate(asked)})
    portal.finish()
    assert portal.signs_in(who, NEW)


def test_a_code_of_the_app_serves_once(portal: Portal) -> None:
    """The code that passed a step does not pass another reset in the same window."""
    portal.open().name(portal.ready()).by_app()
    assert "verification step 1 &#10003;" in portal.text
    portal.open().name("ada@contoso.com").by_app()
    assert "not valid" in portal.text


def test_a_bent_same_method_serves_twice(make_portal: Callable[..., Portal]) -> None:
    """Under the deviation the mail is enough for both steps."""
    portal = make_portal(bent=Bent.of("same-method-twice"))
    portal.open().name(portal.ready()).by_email().by_email().finish()
    assert portal.signs_in("ada@contoso.com", NEW)


def test_a_wrong_code_does_not_pass(portal: Portal) -> None:
    """The page says so and stays; the right code passes afterwards."""
    portal.open().name(portal.ready()).press("send")
    wrong = f"{(int(portal.code()) + 1) % 10**6:06}"
    portal.press("check_code", code=wrong)
    assert "not valid" in portal.text
    portal.press("check_code", code=portal.code())
    assert "verification step 1 &#10003;" in portal.text


def test_only_the_newest_code_passes(portal: Portal) -> None:
    """Sending again makes the code before it worthless."""
    portal.open().name(portal.ready()).press("send")
    first = portal.code()
    portal.press("again").press("send")
    if first != portal.code():
        portal.press("check_code", code=first)
        assert "not valid" in portal.text


@pytest.mark.parametrize("name", ["", "second-app-ignored"])
def test_any_of_several_apps_serves(make_portal: Callable[..., Portal], name: str) -> None:
    """A code of an app that was set up later passes as well, unless the rule is bent."""
    portal = make_portal(bent=Bent.of(*[name] if name else []))
    who = portal.give(portal.person(), email="ada.alt@mail.test", softwareOath=SEED[::-1])
    portal.give(who, softwareOath=SEED)
    portal.open().name(who).by_app()
    assert len(portal.shown_options()) == (2 if name else 1)
