"""What a person may let an application do in their name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.rules.delegation import AMONG, RIGHTS, Person, Right, objection
from emulator.rules.role_templates import TEMPLATE_IDS

NAMES = st.frozensets(st.sampled_from(sorted(TEMPLATE_IDS)), max_size=3)
rights = st.sampled_from(Right)


def _with(*roles: str, guest: bool = False) -> Person:
    return Person(frozenset(TEMPLATE_IDS[role] for role in roles), guest=guest)


people = st.builds(lambda names, guest: _with(*names, guest=guest), NAMES, st.booleans())


def test_every_right_stands_in_the_table() -> None:
    """No right is without an entry, and each entry says to whom it is open."""
    assert set(RIGHTS) == set(Right)
    for access in RIGHTS.values():
        assert access.roles or access.everyone or access.members


def test_every_role_of_the_table_exists() -> None:
    """A role that is misspelt would open nothing."""
    named = {role for access in RIGHTS.values() for role in access.roles}
    named |= {*AMONG, *(role for held in AMONG.values() for role in held)}
    assert named <= set(TEMPLATE_IDS)


def test_roles_that_act_on_others_say_on_whom() -> None:
    """Where a role serves only among some, the table lists them."""
    acting = {role for access in RIGHTS.values() if access.among for role in access.roles}
    assert acting - {"Privileged Authentication Administrator"} <= set(AMONG)


@given(right=rights, other=people)
def test_a_global_administrator_may_do_everything_to_others(right: Right, other: Person) -> None:
    """Nothing is closed to who holds Global Administrator, except what is closed to all."""
    assert objection(right, _with("Global Administrator"), over=other) == ""


@given(right=rights, person=people, other=people, role=st.sampled_from(sorted(TEMPLATE_IDS)))
def test_a_further_role_closes_nothing(
    right: Right, person: Person, other: Person, role: str
) -> None:
    """Who may do something still may with one role more."""
    more = Person(person.roles | {TEMPLATE_IDS[role]}, guest=person.guest)
    if not objection(right, person, over=other):
        assert not objection(right, more, over=other)


@given(right=rights, person=people, other=people, role=st.sampled_from(sorted(TEMPLATE_IDS)))
def test_a_further_role_protects(right: Right, person: Person, other: Person, role: str) -> None:
    """Who is out of somebody's reach stays so with one role more."""
    more = Person(other.roles | {TEMPLATE_IDS[role]}, guest=other.guest)
    if objection(right, person, over=other):
        assert objection(right, person, over=more)


@pytest.mark.parametrize(
    ("role", "held", "reached"),
    [
        ("Password Administrator", (), True),
        ("Password Administrator", ("Reports Reader",), False),
        ("Helpdesk Administrator", ("Reports Reader",), True),
        ("Helpdesk Administrator", ("User Administrator",), False),
        ("Authentication Administrator", ("Authentication Administrator",), True),
        ("Authentication Administrator", ("Helpdesk Administrator",), False),
        ("User Administrator", ("Groups Administrator", "User Administrator"), True),
        ("User Administrator", ("Groups Administrator", "Exchange Administrator"), False),
        ("Privileged Authentication Administrator", ("Global Administrator",), True),
    ],
)
def test_who_sets_whose_password(role: str, held: tuple[str, ...], *, reached: bool) -> None:
    """The documented table of who may reset whose password, by examples."""
    missing = objection(Right.SET_PASSWORDS, _with(role), over=_with(*held))
    assert (not missing) is reached
