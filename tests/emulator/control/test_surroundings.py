"""What the control API changes around the policy: accounts and the on-premises side."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from emulator.rules.gates import TRIAL_GRACE_DAYS
from emulator.store import User

if TYPE_CHECKING:
    from conftest import Caller

    from emulator.emulator import Emulator


def _change(controller: Caller, admin: User, **facts: object) -> int:
    path = f"/api/people/{admin.user_principal_name.upper()}"
    return controller.put(path, json=facts).status_code


def _present(emulator: Emulator) -> User:
    with emulator.tenant.store.begin() as session:
        return session.query(User).one()


@pytest.mark.parametrize(
    ("managed", "flags"),
    [("cloud", (False, False)), ("synchronized", (True, False)), ("federated", (True, True))],
)
def test_an_account_is_managed_where_it_is_told(
    emulator: Emulator,
    controller: Caller,
    admin: User,
    managed: str,
    flags: tuple[bool, bool],
) -> None:
    """Synchronising an account connects the tenant with an on-premises directory."""
    assert _change(controller, admin, managed=managed) == 204
    user = _present(emulator)
    assert (user.on_premises_sync_enabled, user.federated) == flags
    assert user.on_premises is emulator.tenant.organization.writeback.connected is flags[0]


def test_what_is_left_out_of_an_account_stays(
    emulator: Emulator, controller: Caller, admin: User
) -> None:
    """An order changes what it names and nothing else."""
    _change(controller, admin, managed="federated", locked=True, guest_home="msa")
    _change(controller, admin, protected=True)
    _change(controller, admin, never_expires=True)
    user = _present(emulator)
    assert (user.federated, user.on_premises_locked, user.on_premises_protected) == (True,) * 3
    assert user.on_premises_never_expires
    assert user.guest_home == "msa"
    _change(controller, admin, locked=False)
    assert not _present(emulator).on_premises_locked


def test_who_is_disabled_on_premises_is_disabled_here_after_half_an_hour(
    emulator: Emulator, controller: Caller, admin: User
) -> None:
    """The next synchronisation carries it over, and back again (H11)."""
    found = []
    for disabled in (True, False):
        assert _change(controller, admin, disabled=disabled) == 204
        for minutes in (29, 2):
            emulator.tenant.clock.advance(dt.timedelta(minutes=minutes))
            _change(controller, admin)
            found.append(_present(emulator).account_enabled)
    assert found == [True, False, False, True]


def test_nobody_is_no_account(controller: Caller) -> None:
    """A name that nobody has is refused."""
    answer = controller.put("/api/people/nobody@contoso.com", json={"locked": True})
    assert (answer.status_code, "nobody" in answer.json()["error"]) == (404, True)


def test_the_on_premises_side_is_as_it_was_told(emulator: Emulator, controller: Caller) -> None:
    """Each order changes what it names."""
    controller.put("/api/on-premises", json={"reachable": False, "minimum_length": 30})
    controller.put("/api/on-premises", json={"refuses": True, "minimum_age_days": 1})
    side = emulator.tenant.organization.writeback
    assert (side.reachable, side.refuses, side.minimum_length) == (False, True, 30)
    assert side.minimum_age_days == 1


@pytest.mark.parametrize("order", [{"minimum_length": -1}, {"colour": "blue"}, {"reachable": 3}])
def test_a_wrong_order_is_named(
    emulator: Emulator, controller: Caller, order: dict[str, object]
) -> None:
    """It changes nothing."""
    answer = controller.put("/api/on-premises", json=order)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(next(iter(order)))
    assert emulator.tenant.organization.writeback.reachable


@pytest.mark.parametrize(
    ("licences", "bought", "trial"),
    [("free", False, None), ("trial", True, TRIAL_GRACE_DAYS), ("premium", True, None)],
)
def test_the_tenant_has_the_licences_it_is_told(
    emulator: Emulator, controller: Caller, licences: str, bought: object, trial: int | None
) -> None:
    """Free is none at all, and a trial is one that is no longer young."""
    assert controller.put("/api/organization", json={"licences": licences}).status_code == 204
    organization = emulator.tenant.organization
    assert (bool(organization.licences), organization.trial_since_days) == (bought, trial)
    assert organization.custom_domains


def test_a_trial_is_as_old_as_it_is_told(emulator: Emulator, controller: Caller) -> None:
    """It began as many days ago as the order says."""
    order = {"licences": "trial", "trial_days": 29}
    assert controller.put("/api/organization", json=order).status_code == 204
    assert emulator.tenant.organization.trial_since_days == 29


def test_the_tenant_has_the_traits_it_is_told(emulator: Emulator, controller: Caller) -> None:
    """Each trait and each part of the branding is what it was told last."""
    branding = {"banner_text": "Contoso", "hide_forgot": True}
    order = {"security_defaults": True, "passkey_nudge": True, "branding": branding}
    assert controller.put("/api/organization", json=order).status_code == 204
    assert controller.put("/api/organization", json={"passkey_nudge": False}).status_code == 204
    facts = emulator.tenant.organization
    assert (facts.security_defaults, facts.passkey_nudge, facts.education) == (True, False, False)
    assert (facts.branding.banner_text, facts.branding.hide_forgot) == ("Contoso", True)
    assert not facts.branding.hide_cant_access
    wrong = {"branding": {"banner_text": "x" * 2_000}}
    assert controller.put("/api/organization", json=wrong).status_code == 400


def test_the_tenant_has_the_older_policy_it_is_told(emulator: Emulator, controller: Caller) -> None:
    """Its settings are those of I7 and no others."""
    order = {"multifactor_methods": ["callToPhone"]}
    assert controller.put("/api/organization", json=order).status_code == 204
    assert emulator.tenant.organization.multifactor_methods == {"callToPhone"}
    assert (
        controller.put("/api/organization", json={"multifactor_methods": ["x"]}).status_code == 400
    )


def test_the_tenant_gives_its_domain_up_and_gets_it_back(
    emulator: Emulator, controller: Caller
) -> None:
    """What is left is the domain that every tenant has."""
    before = emulator.tenant.organization.domain
    controller.put("/api/organization", json={"custom_domain": False})
    assert emulator.tenant.organization.domain == "contoso.onmicrosoft.com"
    controller.put("/api/organization", json={"custom_domain": True})
    assert emulator.tenant.organization.domain == before
