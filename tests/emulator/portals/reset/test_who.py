"""Who may, as policy, group and roles change; and who is written to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.auditing import ROLE_TAKEN
from emulator.rules.roles import (
    GLOBAL_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
    PASSWORD_ADMINISTRATOR,
    USER_ADMINISTRATOR,
)
from emulator.store import AuditEvent, Group, Membership
from emulator.store.people import user_by_name
from sspr.policy import Policy
from tests.emulator.portals.reset.conftest import NEW, SEED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

PICKER = "ViewMultigateUserControl"
ADA = "ada@contoso.com"


def _change(portal: Portal, section: str, **values: object) -> None:
    data = portal.tenant.policy.model_dump()
    data[section] |= values
    portal.tenant.policy = Policy.model_validate(data)


def test_removing_a_member_closes_the_way(portal: Portal) -> None:
    """Roll-back of one user: out of the group, out of the reset."""
    portal.ready()
    assert portal.open().name(ADA).view == PICKER
    with portal.tenant.store.begin() as session:
        session.query(Membership).delete()
    portal.open().name(ADA)
    assert "SSPR_0013" in portal.text


def test_a_nested_group_counts(portal: Portal) -> None:
    """A member of a group within the group may go on."""
    who = portal.ready(group=False)
    with portal.tenant.store.begin() as session:
        user, outer = user_by_name(session, who), session.query(Group).one()
        assert user
        inner = Group(display_name="Inner", created_at=portal.tenant.clock.now())
        session.add(inner)
        session.flush()
        for group, member, kind in [(outer, inner.id, "group"), (inner, user.id, "user")]:
            session.add(Membership(group_id=group.id, member_id=member, member_kind=kind))
    assert portal.open().name(who).view == PICKER


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (None, False, True),
        ("former-group-counts", True, True),
        ("first-group-stays", True, False),
    ],
)
def test_another_group_takes_the_place_of_the_first(
    portal: Portal, name: str | None, *, old: bool, new: bool
) -> None:
    """From then on its members may go on, and those of the former group may not (A2, A16)."""
    who = portal.ready()
    with portal.tenant.store.begin() as session:
        session.add(Group(display_name="Next", created_at=portal.tenant.clock.now()))
    enablement = portal.tenant.policy.enablement.model_copy(update={"group": "Next"})
    portal.tenant.adopt(portal.tenant.policy.model_copy(update={"enablement": enablement}))
    portal.tenant.bent = Bent.of(name) if name else STRAIGHT
    assert (portal.open().name(who).view == PICKER) is old
    with portal.tenant.store.begin() as session:
        group = session.query(Group).filter_by(display_name="Next").one()
        session.query(Membership).update({"group_id": group.id})
    assert (portal.open().name(who).view == PICKER) is new


def test_a_deleted_group_is_no_policy(portal: Portal) -> None:
    """Roll-back of the group: without it there is no policy, which is SSPR_0011."""
    who = portal.ready()
    with portal.tenant.store.begin() as session:
        session.query(Group).delete()
    portal.open().name(who)
    assert portal.view == "ViewSsprNotEnabledInUserPolicy"
    assert "SSPR_0011" in portal.text


def test_moving_to_all_and_to_none(portal: Portal) -> None:
    """To All, whoever is registered goes on as they are; to None, nobody does."""
    portal.ready()
    portal.ready("grace", group=False)
    _change(portal, "enablement", enabled="all")
    assert portal.open().name(ADA).view == PICKER
    assert portal.open().name("grace@contoso.com").view == PICKER
    _change(portal, "enablement", enabled="none")
    assert "SSPR_0009" in portal.open().name(ADA).text


def test_asking_for_two_methods_turns_away_who_has_one(make_portal: Callable[..., Portal]) -> None:
    """The change holds at once."""
    portal = make_portal(methods={"required_to_reset": 1})
    who = portal.give(portal.person(), email="ada.alt@mail.test")
    assert portal.open().name(who).view == PICKER
    _change(portal, "methods", required_to_reset=2)
    assert "SSPR_0014" in portal.open().name(who).text


def test_one_step_is_enough_where_one_is_asked(make_portal: Callable[..., Portal]) -> None:
    """The breadcrumb has one step, and the new password follows it."""
    portal = make_portal(methods={"required_to_reset": 1})
    portal.open().name(portal.ready())
    assert "verification step 2" not in portal.text
    portal.by_email().finish()
    assert portal.signs_in(ADA, NEW)


def test_the_free_tier_has_no_reset(portal: Portal) -> None:
    """A tenant that has bought nothing answers SSPR_0012."""
    portal.tenant.organization.licences = frozenset()
    portal.open().name(portal.ready())
    assert "SSPR_0012" in portal.text


def test_a_disabled_account_is_turned_away(portal: Portal) -> None:
    """An account that may not sign in may not reset."""
    portal.open().name(portal.ready(account_enabled=False))
    assert portal.view == "ViewUserNotEnabled"


def test_a_mail_address_is_no_account_name(portal: Portal) -> None:
    """Where it differs from the user principal name it finds nobody, unless it is a login ID."""
    portal.ready()
    portal.open().name("ada@mail.test")
    assert "does not exist" in portal.text
    portal.tenant.organization.email_signs_in = True
    assert portal.open().name("ada@mail.test").view == PICKER


@pytest.mark.parametrize("enabled", ["none", "all"])
def test_administrators_take_two_gates_whatever_users_do(
    make_portal: Callable[..., Portal], enabled: str
) -> None:
    """Under None or All, and with one step for users, an administrator takes two."""
    portal = make_portal(enablement={"enabled": enabled}, methods={"required_to_reset": 1})
    who = portal.ready(group=False)
    portal.answer(who, {f"Question {n}?": str(n) for n in range(5)})
    portal.make_administrator(who, USER_ADMINISTRATOR)
    portal.open().name(who)
    assert portal.shown_options() == ["email", "code"]
    portal.by_email()
    assert "<strong>verification step 2</strong>" in portal.text
    portal.by_app().finish()
    assert portal.signs_in(who, NEW)


def test_administrators_can_be_switched_off(make_portal: Callable[..., Portal]) -> None:
    """Switched off they are turned away even inside the group."""
    portal = make_portal(enablement={"administrators": False})
    who = portal.ready()
    portal.make_administrator(who, USER_ADMINISTRATOR)
    portal.open().name(who)
    assert "SSPR_0009" in portal.text


def test_the_switch_for_administrators_takes_an_hour(portal: Portal) -> None:
    """Turned while the tenant runs, it holds once the hour that Microsoft names is over (D9)."""
    who = portal.ready()
    portal.make_administrator(who, USER_ADMINISTRATOR)
    enablement = portal.tenant.policy.enablement.model_copy(update={"administrators": False})
    portal.tenant.adopt(portal.tenant.policy.model_copy(update={"enablement": enablement}))
    assert portal.open().name(who).view == PICKER
    portal.later(minutes=60)
    assert "SSPR_0009" in portal.open().name(who).text


@pytest.mark.parametrize(
    ("day", "view"), [(dt.date(2026, 10, 4), PICKER), (dt.date(2026, 10, 5), "ViewError")]
)
def test_directory_data_serves_until_the_registered_only_rule(
    make_portal: Callable[..., Portal], day: dt.date, view: str
) -> None:
    """An address that nobody registered counts before the day and not from it on."""
    portal = make_portal(service_date=day)
    who = portal.give(portal.person(other_mails=["ada.alt@mail.test"]), softwareOath=SEED)
    assert portal.open().name(who).view == view


def test_a_code_goes_to_the_registered_address_first(portal: Portal) -> None:
    """Where the directory has another address, the registered one is proved."""
    portal.open().name(portal.ready(other_mails=["old@mail.test"])).press("send")
    assert [mail.to for mail in portal.post.mails] == ["ada.alt@mail.test"]


def test_who_has_no_address_is_told_at_the_sign_in_name(portal: Portal) -> None:
    """The news goes to the user principal name where there is nothing else."""
    who = portal.give(portal.person(mail=None), mobilePhone="+1 4255550107", softwareOath=SEED)
    portal.open().name(who).by_app().press("choose", option="sms")
    portal.press("send", number="+1 4255550107").press("check_code", code=portal.code()).finish()
    assert [mail.to for mail in portal.news()] == [who]


@pytest.mark.parametrize(("name", "told"), [(None, 0), ("former-administrators-alerted", 1)])
def test_whoever_lost_a_role_is_not_alerted(portal: Portal, name: str | None, told: int) -> None:
    """Of those without a role none hears of an administrator's reset, unless the rule is bent."""
    former, acting = portal.person("former", mail="former@mail.test"), portal.ready()
    portal.make_administrator(acting, GLOBAL_ADMINISTRATOR)
    with portal.tenant.store.begin() as session:
        user = user_by_name(session, former)
        assert user
        at = portal.tenant.clock.now()
        row = {"service": "Core Directory", "category": "RoleManagement", "activity": ROLE_TAKEN}
        session.add(AuditEvent(at=at, result="success", reason="", target_id=user.id, **row))
    portal.tenant.bent = Bent.of(name) if name else STRAIGHT
    portal.open().name(acting).by_email().by_app().finish()
    assert [mail.to for mail in portal.post.mails].count("former@mail.test") == told


def test_nobody_is_told_where_users_are_not_to_be(make_portal: Callable[..., Portal]) -> None:
    """Without the setting only the code was mailed."""
    portal = make_portal(notifications={"users": False})
    portal.open().name(portal.ready()).by_email().by_app().finish()
    assert portal.signs_in(ADA, NEW)
    assert [mail.subject for mail in portal.post.mails] == [
        "Contoso account email verification code"
    ]


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ((HELPDESK_ADMINISTRATOR, USER_ADMINISTRATOR, GLOBAL_ADMINISTRATOR), {"a0"}),
        ((USER_ADMINISTRATOR, PASSWORD_ADMINISTRATOR), {"a1"}),
        ((USER_ADMINISTRATOR, GLOBAL_ADMINISTRATOR), {"a0"}),
    ],
)
def test_calls_for_help_go_to_the_first_rank(
    make_portal: Callable[..., Portal], roles: tuple[str, ...], told: set[str]
) -> None:
    """The form writes to the lowest rank that anybody holds, once."""
    portal = make_portal(customization={"helpdesk": None})
    for number, role in enumerate(roles):
        portal.make_administrator(portal.person(f"a{number}"), role)
    portal.open().name(portal.person()).press("contact").press("contact_send")
    portal.press("contact_send")
    assert [mail.to for mail in portal.post.mails] == [f"{name}@mail.test" for name in told]
    assert "have been asked" in portal.text


def test_a_helpdesk_address_is_written_to_by_the_browser(
    make_portal: Callable[..., Portal],
) -> None:
    """The link opens a mail, and the portal itself writes nothing."""
    portal = make_portal(customization={"helpdesk": "help@contoso.com"})
    portal.open().name(portal.person())
    assert 'href="mailto:help@contoso.com"' in portal.text
    assert not portal.post.mails


def test_after_the_end_of_telephony_phones_do_not_serve(make_portal: Callable[..., Portal]) -> None:
    """From February 2027 a phone is no method any more, but for Global Administrators."""
    portal = make_portal(service_date=dt.date(2027, 2, 1))
    phone = {"mobilePhone": "+1 4255550107", "softwareOath": SEED}
    assert "SSPR_0014" in portal.open().name(portal.give(portal.person(), **phone)).text
    boss = portal.give(portal.person("grace"), **phone)
    portal.make_administrator(boss, GLOBAL_ADMINISTRATOR)
    portal.open().name(boss)
    assert portal.shown_options() == ["sms", "call", "code"]
