"""What can be registered as the migration of policies goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from emulator.store import Setting
from tests.emulator.portals.registration.visits import NEW, SECURITY_INFO, inside, quiet

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("preMigration", {"email", "mobilePhone"}),
        ("migrationInProgress", {"email", "mobilePhone", "authenticator"}),
        ("migrationComplete", {"authenticator"}),
    ],
)
def test_the_registration_follows_the_migration(
    build: Builder, state: str, offered: set[str]
) -> None:
    """The reset policy, either one, then the methods policy alone (I2, I3)."""
    allowed = {"allowed": ["email", "mobilePhone"], "migration_state": state}
    house = build(quiet(methods=allowed), day=NEW)
    switched = {"MicrosoftAuthenticator": True, "Email": False, "Sms": False, "Voice": False}
    with house.emulator.tenant.store.begin() as session:
        for name, on in switched.items():
            value = {"state": "enabled" if on else "disabled"}
            session.add(Setting(name=f"authenticationMethodsPolicy/{name}", value=value))
    walker = inside(house, house.user(), SECURITY_INFO)
    add = next(form for form in walker.forms() if form.action.endswith("/add"))
    assert {value for _, value in add.buttons} == offered


def test_texts_and_calls_are_switched_apart_after_migration(build: Builder) -> None:
    """With texts off and calls on, the phone can only be called (I6, B16)."""
    allowed = {"allowed": ["mobilePhone"], "migration_state": "migrationComplete"}
    house = build(quiet(methods=allowed))
    with house.emulator.tenant.store.begin() as session:
        session.add(Setting(name="authenticationMethodsPolicy/Sms", value={"state": "disabled"}))
    walker = inside(house, house.user())
    assert 'value="call" checked' in walker.html
    assert 'value="text"' not in walker.html
    walker.press("next", country="US", number="2025550123", how="text")
    assert "calling +1 2025550123" in walker.html
    assert not house.drawer.texts
