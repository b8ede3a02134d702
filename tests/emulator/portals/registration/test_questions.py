"""Registering security questions and their answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.rules.secrets_hash import matches
from emulator.store import SecurityAnswer
from emulator.store.questions import Defined, keep_questions
from tests.emulator.portals.registration.visits import SECURITY_INFO, SETUP, inside, quiet

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder


def test_security_questions_are_chosen_and_answered(build: Builder) -> None:
    """Five different questions with answers, hashed; duplicates are refused (B51 to B53)."""
    house = build(quiet(methods={"allowed": ["securityQuestions"]}))
    with house.emulator.tenant.store.begin() as session:
        keep_questions(session, Defined(own=("Favourite cheese?",)))
    user = house.user()
    walker = inside(house, user)
    found = re.findall(r"<option>([^<]+)</option>", walker.html)
    questions = [text.replace("&#39;", "'") for text in dict.fromkeys(found)]
    assert len(questions) == 36
    chosen = {f"question{n}": questions[n] for n in range(4)} | {"question4": "Favourite cheese?"}
    said = {f"answer{n}": f"answer {n}" for n in range(5)}
    same = said | {"answer1": "ANSWER 0"}
    assert "an answer of its own" in walker.press("next", **chosen, **same).html
    walker.press("next", **chosen, **said)
    assert "Looks good" in walker.html
    with house.emulator.tenant.store.begin() as session:
        kept = {row.question: row.answer_hash for row in session.query(SecurityAnswer)}
    assert matches("answer 4", kept["Favourite cheese?"])
    assert "answer 4" not in kept.values()


def test_administrators_see_no_questions(build: Builder) -> None:
    """Whatever the policy for users says, administrators register none (B56, D3)."""
    house = build(quiet(methods={"allowed": ["securityQuestions"]}))
    with house.emulator.tenant.store.begin() as session:
        admin = session.query(type(house.user())).filter_by(mail_nickname="admin").one()
    walker = house.walker().go(SETUP)
    walker.sign_in(admin, house.emulator.administrator.password).press(LoginOptions="3")
    assert "Start by getting the app" in walker.html
    walker.press("another")
    assert "Security questions" not in walker.html
    assert 'value="email"' in walker.html


def test_deleted_questions_are_gone(build: Builder) -> None:
    """Deleting one's questions deletes every answer (B58)."""
    house = build(quiet(methods={"allowed": ["email", "securityQuestions"]}))
    user = house.user()
    with house.emulator.tenant.store.begin() as session:
        session.add_all(
            SecurityAnswer(user_id=user.id, question=f"{n}?", answer_hash="x") for n in range(5)
        )
    walker = inside(house, user, SECURITY_INFO)
    row = next(form for form in walker.forms() if form.action.endswith("/delete"))
    walker.send(row, method="questions")
    with house.emulator.tenant.store.begin() as session:
        assert session.query(SecurityAnswer).count() == 0
    assert house.rows(user)[-1][0] == "User deleted security info"
