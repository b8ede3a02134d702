"""Security info: adding, changing, deleting, and the default factor."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.emulator.portals.registration.visits import NEW, SECRET, SECURITY_INFO, inside, quiet

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder, House


def test_an_address_can_be_changed_and_deleted(build: Builder) -> None:
    """Manage mode changes by another code and deletes at once, and logs both (B38, J4)."""
    house = build(quiet(methods={"allowed": ["email"]}))
    user = house.user()
    house.method(user, "email", "old@elsewhere.example")
    walker = inside(house, user, SECURITY_INFO)
    row = next(f for f in walker.forms() if f.action.endswith("/change"))
    walker.send(row, method=next(iter(row.buttons))[1])
    walker.press("next", email="new@elsewhere.example")
    walker.press("next", code=house.last_code()).press("done")
    assert house.registered(user) == {"email": "new@elsewhere.example"}
    row = next(f for f in walker.forms() if f.action.endswith("/delete"))
    walker.send(row, method=next(iter(row.buttons))[1])
    assert house.registered(user) == {}
    activities = [activity for activity, _, _ in house.rows(user)]
    assert "User updated security info" in activities
    assert activities[-1] == "User deleted security info"


def test_apps_cannot_be_changed(tutorial: House) -> None:
    """An app is deleted and added anew, never changed (B38)."""
    user = tutorial.user()
    tutorial.method(user, "softwareOath", SECRET)
    tutorial.method(user, "email", "ada@elsewhere.example")
    walker = inside(tutorial, user, SECURITY_INFO)
    changeable = [f for f in walker.forms() if f.action.endswith("/change")]
    deletable = [f for f in walker.forms() if f.action.endswith("/delete")]
    assert (len(changeable), len(deletable)) == (1, 2)
    app = next(value for form in deletable for _, value in form.buttons if form is deletable[0])
    walker.send(changeable[0], method=app)
    assert walker.at == "mysignins.microsoft.com/security-info/change"
    assert set(tutorial.registered(user)) == {"softwareOath", "email"}


def test_the_default_factor_can_be_chosen(tutorial: House) -> None:
    """The chosen one is asked first, and the choice is logged (J4)."""
    user = tutorial.user()
    tutorial.method(user, "softwareOath", SECRET)
    tutorial.method(user, "mobilePhone", "+1 2025550123")
    walker = inside(tutorial, user, SECURITY_INFO)
    row = next(f for f in walker.forms() if f.action.endswith("/default"))
    walker.send(row, factor="OneWaySMS")
    assert tutorial.rows(user)[-1][0] == "User changed default security info"
    tutorial.walker().go(SECURITY_INFO).sign_in(user)
    assert tutorial.drawer.texts[-1][0] == "+1 2025550123"


def test_only_what_policy_permits_can_be_added(build: Builder) -> None:
    """The picker offers the policy's methods and no more; the deviation offers all (C14)."""
    rules = quiet(methods={"allowed": ["email"]})
    house = build(rules, day=NEW)
    walker = inside(house, house.user(), SECURITY_INFO)
    offered = {value for f in walker.forms() if f.action.endswith("/add") for _, value in f.buttons}
    assert offered == {"email"}
    add = next(f for f in walker.forms() if f.action.endswith("/add"))
    assert "Security info" in walker.send(add, kind="mobilePhone").html
    bent = build(rules, day=NEW, bent=("registration-offers-forbidden-method",))
    walker = inside(bent, bent.user(), SECURITY_INFO)
    assert 'value="mobilePhone"' in walker.html


@pytest.mark.parametrize(("day", "minutes"), [(None, 15), (NEW, 10)])
def test_security_info_wants_a_fresh_proof(
    build: Builder, day: dt.date | None, minutes: int
) -> None:
    """Since August 2025 the second factor must be ten minutes old at most (S11)."""
    house = build(quiet(), day=day)
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, SECURITY_INFO)
    clock = house.emulator.tenant.clock
    clock.advance(dt.timedelta(minutes=minutes - 1))
    assert walker.go(SECURITY_INFO).at == "mysignins.microsoft.com/security-info"
    clock.advance(dt.timedelta(minutes=1, seconds=1))
    assert walker.go(SECURITY_INFO).at.startswith("login.microsoftonline.com")


@pytest.mark.parametrize(
    ("state", "offered"), [("preMigration", True), ("migrationComplete", False)]
)
def test_what_is_on_for_sign_in_alone_can_be_added(
    build: Builder, state: str, *, offered: bool
) -> None:
    """Before completion Add method offers it to everyone, whatever the reset policy (B16, I3)."""
    house = build(quiet(methods={"allowed": ["email"], "migration_state": state}))
    house.emulator.tenant.organization.multifactor_methods = frozenset({"textMessageToPhone"})
    page = inside(house, house.user(inside=False), SECURITY_INFO).html
    assert ('value="mobilePhone"' in page) is offered
