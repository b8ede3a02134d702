"""Test persons: unique, legal in every tenant, reachable by nobody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from sspr.capabilities import Capabilities
from sspr.clock import Clock
from sspr.people import People, fiction_number, local_part
from sspr.tenant import Application, Mailbox, Tenant

if TYPE_CHECKING:
    import random

UPN = re.compile(r"[A-Za-z0-9'.\-_!#^~]+@[a-z0-9.-]+")  # E8
TENANT = Tenant(
    tenant_id="t",
    domain="contoso.com",
    organization="Contoso",
    application=Application("c", SecretStr("s")),
    mailbox=Mailbox(SecretStr("k"), "abcd1234", "abcd1234.mailosaur.net"),
    clock=Clock(),
    capabilities=Capabilities(frozenset(), Clock()),
)


@given(given=st.text(max_size=200), surname=st.text(max_size=200))
def test_any_two_names_make_a_legal_account_name(given: str, surname: str) -> None:
    """Whatever a person is called, the name before the @ is legal (E8) and keeps its token."""
    name = local_part(given, surname, "0a1b2c3d")
    assert UPN.fullmatch(f"{name}@contoso.com")
    assert len(name) <= 64
    assert not name.endswith(".")
    assert ".." not in name
    assert not name.startswith(".")
    assert name.endswith("0a1b2c3d")


@given(source=st.randoms(use_true_random=False))
def test_numbers_belong_to_fiction(source: random.Random) -> None:
    """Every number lies in 555-0100 to 555-0199 of a real area, and Graph's writing parses."""
    number = fiction_number(source)
    assert re.fullmatch(r"\+1 [2-9]\d{2}55501\d{2}", number)
    assert phonenumbers.is_possible_number(phonenumbers.parse(number))


def test_persons_of_one_scenario_share_nothing() -> None:
    """No two persons have an address, an account name or a password in common."""
    people = People(TENANT, "run/scenario")
    crowd = [people.make() for _ in range(200)]
    for field in ("user_principal_name", "mail", "alternate_email"):
        assert len({getattr(person, field) for person in crowd}) == len(crowd)
    assert len({person.password.get_secret_value() for person in crowd}) == len(crowd)


def test_persons_of_two_scenarios_never_meet() -> None:
    """Another seed makes other addresses."""
    one, two = (People(TENANT, seed).make() for seed in ("run/one", "run/two"))
    assert one.mail != two.mail
    assert one.user_principal_name != two.user_principal_name


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "fr_FR", "ja_JP"])
def test_a_scenario_can_be_told_again(locale: str) -> None:
    """The same seed makes the same person, but for the password."""
    one, two = (People(TENANT, "run/scenario", locale).make() for _ in range(2))
    assert (one.display_name, one.mail, one.mobile_phone) == (
        two.display_name,
        two.mail,
        two.mobile_phone,
    )
    assert one.password.get_secret_value() != two.password.get_secret_value()
    assert UPN.fullmatch(one.user_principal_name)


def test_mail_stays_in_the_mailbox() -> None:
    """Both addresses are in the domain that the mailbox receives for."""
    person = People(TENANT, "run/scenario").make()
    assert person.mail.endswith("@abcd1234.mailosaur.net")
    assert person.alternate_email.endswith("@abcd1234.mailosaur.net")


def test_a_person_shows_no_password() -> None:
    """Nothing that is written about a person gives the password away."""
    person = People(TENANT, "run/scenario").make()
    assert person.password.get_secret_value() not in repr(person)
