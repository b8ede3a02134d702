"""Accounts whose passwords are managed on-premises, unlocking, and guests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from emulator.actions.passwords import check_password, must_change
from emulator.actions.sign_in import Outcome, try_password
from emulator.store import Lockout
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

OLD, NEW = "Old-Tulip-7", "New-Harbor-8"
UNLOCK = {"enabled": True, "unlock_without_reset": True}
ADA = "ada@contoso.com"


def _opens(portal: Portal, password: str) -> bool:
    with portal.tenant.store.begin() as session:
        user = user_by_name(session, ADA)
        assert user
        return check_password(portal.tenant, user, password)


def _outcome(portal: Portal, password: str) -> Outcome:
    with portal.tenant.store.begin() as session:
        user = user_by_name(session, ADA)
        assert user
        return try_password(session, portal.tenant, user, password, familiar=True)


def _lock(portal: Portal) -> None:
    with portal.tenant.store.begin() as session:
        user = user_by_name(session, ADA)
        assert user
        until = portal.tenant.clock.now() + dt.timedelta(hours=1)
        session.add(Lockout(user_id=user.id, place="unfamiliar", locked_until=until))


def _locked(portal: Portal) -> bool:
    with portal.tenant.store.begin() as session:
        return session.query(Lockout).count() > 0


def test_without_writeback_there_is_no_reset(portal: Portal) -> None:
    """SSPR_0010, with the log naming why."""
    portal.open().name(portal.ready(on_premises_sync_enabled=True))
    assert "SSPR_0010" in portal.text


def test_with_writeback_there_is_one_without_a_strength(
    make_portal: Callable[..., Portal],
) -> None:
    """A hybrid user resets, and sees neither strength nor the on-premises policy."""
    portal = make_portal(writeback={"enabled": True})
    portal.open().name(portal.ready(on_premises_sync_enabled=True)).by_email().by_app()
    assert "Password strength" not in portal.text
    portal.finish()
    assert "Your password has been reset" in portal.text
    assert portal.signs_in(ADA, NEW)


def test_a_cloud_user_sees_the_strength(portal: Portal) -> None:
    """The box under the first field is there."""
    portal.open().name(portal.ready()).by_email().by_app()
    assert "Password strength" in portal.text


def test_an_unreachable_agent_stops_the_reset(make_portal: Callable[..., Portal]) -> None:
    """SSPR_0030 before any step."""
    portal = make_portal(writeback={"enabled": True})
    portal.tenant.organization.writeback.reachable = False
    portal.open().name(portal.ready(on_premises_sync_enabled=True))
    assert "SSPR_0030" in portal.text


def test_a_refusing_directory_stops_it_at_the_end(make_portal: Callable[..., Portal]) -> None:
    """SSPR_0029 when the password is written, the old one staying."""
    portal = make_portal(writeback={"enabled": True})
    portal.tenant.organization.writeback.refuses = True
    portal.open().name(portal.ready(on_premises_sync_enabled=True)).by_email().by_app().finish()
    assert "SSPR_0029" in portal.text
    assert portal.signs_in(ADA, OLD)
    assert not portal.news()


def test_a_protected_account_is_refused(make_portal: Callable[..., Portal]) -> None:
    """An administrator's account of the on-premises directory keeps its password (D14)."""
    portal = make_portal(writeback={"enabled": True})
    who = portal.ready(on_premises_sync_enabled=True, on_premises_protected=True)
    portal.open().name(who).by_email().by_app().finish()
    assert "SSPR_0029" in portal.text
    assert portal.signs_in(ADA, OLD)


def test_the_page_keeps_the_on_premises_rules_to_itself(
    make_portal: Callable[..., Portal],
) -> None:
    """Neither before nor after a refusal is the length named (C34)."""
    portal = make_portal(writeback={"enabled": True})
    portal.tenant.organization.writeback.minimum_length = 37
    portal.open().name(portal.ready(on_premises_sync_enabled=True)).by_email().by_app()
    assert "&ge;" not in portal.text
    assert "&ge;" not in portal.finish().text


@pytest.mark.parametrize("unlock", [True, False])
def test_a_locked_on_premises_account_is_unlocked(
    make_portal: Callable[..., Portal],
    unlock: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """By a reset as by a mere unlocking; until then nobody signs in with it (H10)."""
    portal = make_portal(writeback=UNLOCK)
    who = portal.ready(federated=True, on_premises_locked=True)
    assert _outcome(portal, OLD) is Outcome.LOCKED
    portal.open().name(who).press("trouble", trouble="locked" if unlock else "forgot")
    portal.by_email().by_app()
    if not unlock:
        portal.finish()
        portal.later(minutes=2)
    assert _outcome(portal, OLD if unlock else NEW) is Outcome.RIGHT


def test_a_young_password_stays_as_long_as_the_directory_wants(
    make_portal: Callable[..., Portal],
) -> None:
    """With a minimum age on-premises a second reset is refused until the age is reached (H7)."""
    portal = make_portal(writeback={"enabled": True})
    who = portal.ready(on_premises_sync_enabled=True)
    portal.open().name(who).by_email().by_app().finish()
    portal.tenant.organization.writeback.minimum_age_days = 1
    portal.later(minutes=1)
    portal.open().name(who).by_email().by_app().finish("Second-Harbor-9")
    assert "on-premises password policy" in portal.text
    portal.later(days=1)
    portal.open().name(who).by_email().by_app().finish("Second-Harbor-9")
    assert portal.signs_in(who, "Second-Harbor-9")


def test_the_on_premises_policy_is_enforced(make_portal: Callable[..., Portal]) -> None:
    """A password that is too short for it is refused and can be corrected."""
    portal = make_portal(writeback={"enabled": True})
    portal.tenant.organization.writeback.minimum_length = 14
    portal.open().name(portal.ready(on_premises_sync_enabled=True)).by_email().by_app().finish()
    assert "on-premises password policy" in portal.text
    portal.finish("New-Harbor-8-Lantern")
    assert portal.signs_in(ADA, "New-Harbor-8-Lantern")


def test_a_federated_user_waits_two_minutes(make_portal: Callable[..., Portal]) -> None:
    """Until the synchronisation the old password opens the account, and the page says so."""
    portal = make_portal(writeback={"enabled": True})
    portal.open().name(portal.ready(federated=True)).by_email().by_app().finish()
    assert "wait a few minutes" in portal.text
    assert _opens(portal, OLD)
    assert not _opens(portal, NEW)
    portal.later(minutes=2)
    assert _opens(portal, NEW)
    assert not _opens(portal, OLD)


def test_unlocking_keeps_password_and_lockout(make_portal: Callable[..., Portal]) -> None:
    """Who knows the password passes the same steps, gets no mail, and the timer runs on."""
    portal = make_portal(writeback=UNLOCK)
    who = portal.ready(on_premises_sync_enabled=True)
    _lock(portal)
    portal.open().name(who)
    assert "I know my password" in portal.text
    portal.press("trouble", trouble="locked").by_email().by_app()
    assert "Your account has been unlocked" in portal.text
    assert portal.signs_in(ADA, OLD)
    assert _locked(portal)
    assert not portal.news()
    [row] = portal.rows("Unlock user account (self-service)")
    assert row.result == "success"
    assert not portal.rows("Reset password")


def test_a_reset_ends_the_lockout(make_portal: Callable[..., Portal]) -> None:
    """Who forgot the password gets a new one and an open account."""
    portal = make_portal(writeback=UNLOCK)
    who = portal.ready(on_premises_sync_enabled=True)
    _lock(portal)
    portal.open().name(who).press("trouble", trouble="forgot").by_email().by_app().finish()
    assert portal.signs_in(ADA, NEW)
    assert not _locked(portal)


def test_cloud_users_are_not_asked_for_their_trouble(make_portal: Callable[..., Portal]) -> None:
    """The choice is for on-premises accounts alone."""
    portal = make_portal(writeback=UNLOCK)
    assert portal.open().name(portal.ready()).view == "ViewMultigateUserControl"


@pytest.mark.parametrize(
    ("home", "view"),
    [("msa", "ViewFeatureNotAvailable"), ("email", "ViewMultigateUserControl")],
)
def test_guests(make_portal: Callable[..., Portal], home: str, view: str) -> None:
    """A personal account cannot, an invited guest can with the address of the invitation."""
    portal = make_portal(methods={"required_to_reset": 1})
    portal.open().name(portal.person(user_type="Guest", guest_home=home))
    assert portal.view == view


def test_passwords_expire_where_the_domain_says_so(portal: Portal) -> None:
    """After the days of the domain sign-in asks for a new password, by default never."""
    portal.person(password_changed_at=portal.tenant.clock.now())
    portal.later(days=100)
    with portal.tenant.store.begin() as session:
        user = user_by_name(session, ADA)
        assert user
        assert not must_change(portal.tenant, user)
        portal.tenant.organization.password_validity_days = 90
        assert must_change(portal.tenant, user)
        user.password_never_expires = True
        assert not must_change(portal.tenant, user)
