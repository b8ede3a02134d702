"""What never reaches a person counts against the scenario that promises it, and no other."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Deviation, Undelivered
from sspr.people import Person
from steps.cast.actor import Actor

if TYPE_CHECKING:
    from sspr.wanted import Wanted

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SECRET = SecretStr("")
PRIMARY, ALTERNATE, PHONE = "a@contoso.test", "a@example.test", "+1 2025550123"
PERSON = Person("A", "B", "A B", PRIMARY, SECRET, PRIMARY, ALTERNATE, PHONE, "+1 2025550124")


class EmptyInbox:
    """An inbox to which no code came; ``astray`` is an address that got one all the same."""

    def __init__(self, astray: str = "") -> None:
        self.astray = astray

    def code(self, **_: Any) -> SecretStr:
        """Nothing."""
        raise Undelivered("A code comes.", "Nothing came.")

    def find(self, wanted: Wanted) -> object | None:
        """Something, at the address that got it."""
        return self if wanted.to == self.astray else None


def actor(inbox: EmptyInbox, *promises: str) -> Actor:
    """A person who looks into ``inbox`` in a scenario that promises ``promises``."""
    tenant: Any = SimpleNamespace(
        mailbox=SimpleNamespace(phone_number=""),
        capabilities=SimpleNamespace(require=lambda _name: None),
    )
    return Actor(PERSON, tenant, inbox, SECRET, promises=frozenset(promises))  # type: ignore[arg-type]


@pytest.mark.parametrize("read", [Actor.mailed_code, Actor.texted_code])
def test_a_code_that_never_came(read: Any) -> None:
    """Where its coming is promised that is a deviation, elsewhere it could not be seen."""
    with pytest.raises(Deviation, match="A code comes"):
        read(actor(EmptyInbox(), "delivery"), NOW)
    for promises in ((), ("address",)):
        with pytest.raises(Undelivered, match="It never came to that"):
            read(actor(EmptyInbox(), *promises), NOW)


def test_a_code_that_went_astray() -> None:
    """A code at the primary address breaks the promise where it goes, not that one is sent."""
    astray = EmptyInbox(PRIMARY)
    with pytest.raises(Deviation, match=f"It went to {PRIMARY}"):
        actor(astray, "address").mailed_code(NOW)
    with pytest.raises(Undelivered):
        actor(astray, "delivery").mailed_code(NOW)


def test_who_is_never_right_is_known() -> None:
    """Mistyped codes, refused notifications and untrue answers each tell of no careful person."""
    assert not actor(EmptyInbox()).never_right
    mistyping, refusing, lying = (actor(EmptyInbox()) for _ in range(3))
    mistyping.habits.wrong_codes, refusing.habits.refuses = 1, True
    lying.answers.mistake = "made-up answers"
    assert all(each.never_right for each in (mistyping, refusing, lying))


def test_no_codes_without_their_app() -> None:
    """Who was offered codes of an app that never was set up gives what is at hand instead."""
    someone, offered = actor(EmptyInbox()), (Proof.APP_CODE, Proof.TEXT)
    assert Wish(preferred=someone.easiest).choice(offered, ()) is Proof.TEXT
    someone.enrol_app(SecretStr("JBSWY3DPEHPK3PXP"))
    assert Wish(preferred=someone.easiest).choice(offered, ()) is Proof.APP_CODE
