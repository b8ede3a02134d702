"""Directory roles and the list of the administrators' reset policy."""

import uuid

import pytest

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.rules.roles import (
    GLOBAL_ADMINISTRATOR,
    counting,
    is_listed_administrator,
    name_of,
)
from emulator.rules.two_gate_roles import TWO_GATE_ROLES

NOT_LISTED = (
    "Cloud Application Administrator",
    "Global Reader",
    "Security Reader",
    "Security Operator",
    "Reports Reader",
    "Directory Readers",
    "Guest Inviter",
    "Message Center Reader",
)
RETIRED = {
    "AdHoc License Administrator",
    "Application Proxy Service Administrator",
    "Device Administrators",
    "Email Verified User Creator",
    "Mailbox Administrator",
}


def test_seventy_eight_roles_are_listed() -> None:
    """The list of the two-gate policy has its 78 roles (D12)."""
    assert len(TWO_GATE_ROLES) == 78


def test_every_listed_role_can_be_assigned_unless_it_is_retired() -> None:
    """Only roles that no tenant offers any more lack a template id."""
    assert set(TEMPLATE_IDS) & TWO_GATE_ROLES == TWO_GATE_ROLES - RETIRED


def test_template_ids_are_distinct_guids() -> None:
    """No two roles share an id, and each id is a GUID."""
    assert len({uuid.UUID(value) for value in TEMPLATE_IDS.values()}) == len(TEMPLATE_IDS)


@pytest.mark.parametrize("name", NOT_LISTED)
def test_roles_off_the_list_do_not_make_an_administrator(name: str) -> None:
    """Holding only a role off the list leaves a person under the users' policy (D13)."""
    assert not is_listed_administrator([TEMPLATE_IDS[name]])


def test_one_listed_role_is_enough() -> None:
    """One listed role among others brings the administrators' policy."""
    assert is_listed_administrator([TEMPLATE_IDS["Global Reader"], GLOBAL_ADMINISTRATOR])
    assert not is_listed_administrator([])


def test_all_roles_count() -> None:
    """Under the deviation those off the list alone, where there are any."""
    listed, other = GLOBAL_ADMINISTRATOR, TEMPLATE_IDS["Global Reader"]
    bent = Bent.of("unlisted-role-exempts")
    assert counting(frozenset({listed, other}), STRAIGHT) == {listed, other}
    assert counting(frozenset({listed, other}), bent) == {other}
    assert counting(frozenset({listed}), bent) == {listed}


def test_an_unknown_role_has_no_name() -> None:
    """An id of no built-in role is nobody's."""
    assert name_of(str(uuid.UUID(int=0))) is None
    assert name_of(GLOBAL_ADMINISTRATOR) == "Global Administrator"
