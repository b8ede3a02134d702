"""The whole way through the portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from emulator.deviations import Bent
from emulator.rules.roles import GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR
from emulator.store import MethodEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

OLD, NEW = "Old-Tulip-7", "New-Harbor-8"


def test_two_steps_lead_to_a_new_password(portal: Portal) -> None:
    """A member with two methods ends with a new password, and the old one is gone."""
    who = portal.ready()
    portal.open().name(who)
    assert portal.view == "ViewMultigateUserControl"
    portal.by_email()
    assert "verification step 1 &#10003;" in portal.text
    portal.by_app()
    assert portal.view == ""
    portal.finish()
    assert "Your password has been reset" in portal.text
    assert portal.signs_in(who, NEW)
    assert not portal.signs_in(who, OLD)


def test_the_audit_log_tells_the_same_story(portal: Portal) -> None:
    """Each step leaves its row in order, all under one correlation id."""
    portal.open().name(portal.ready()).by_email().by_app().finish()
    assert portal.reasons() == [
        "User submitted their user ID",
        "User was presented with verification options",
        "User started the email verification option",
        "User completed the email verification option",
        "User started the mobile app code verification option",
        "User completed the mobile app code verification option",
        "User completed all verification steps required",
        "User submitted a new password",
        "User successfully reset password",
    ]
    [reset] = portal.rows("Reset password (self-service)")
    assert (reset.result, reset.reason) == ("success", "Successfully completed reset.")
    assert len({row.correlation_id for row in portal.rows()}) == 1


def test_two_flows_have_two_correlation_ids(portal: Portal) -> None:
    """A second visit is another flow."""
    who = portal.ready()
    portal.open().name(who)
    portal.open().name(who)
    assert len({row.correlation_id for row in portal.rows()}) == 2


def test_the_user_is_told_at_both_addresses(portal: Portal) -> None:
    """Primary and alternate address get one mail each and nobody else gets any."""
    portal.open().name(portal.ready()).by_email().by_app().finish()
    assert sorted(m.to for m in portal.news()) == ["ada.alt@mail.test", "ada@mail.test"]
    [*_, mail] = portal.news()
    assert mail.subject == "Your Contoso password has been reset"
    assert mail.sender == "msonlineservicesteam@microsoftonline.com"
    assert mail.sender_name == "Microsoft on behalf of Contoso"
    assert len(portal.post.mails) == 3  # the code and the two news


def test_global_administrators_hear_of_an_administrators_reset(portal: Portal) -> None:
    """An administrator's reset alerts every Global Administrator, the acting one included."""
    who = portal.ready("grace", group=False)
    portal.make_administrator(who, GLOBAL_ADMINISTRATOR)
    portal.open().name(who).by_email().by_app().finish()
    alerts = [m for m in portal.post.mails if "administrator" in m.subject.lower()]
    assert {m.to.partition("@")[2] for m in alerts} == {
        "mail.test",
        portal.emulator.mailbox.domain,
    }
    assert len(alerts) == 2


def test_administrators_are_not_alerted_where_they_are_not_to_be(
    make_portal: Callable[..., Portal],
) -> None:
    """Without the setting no alert is sent, and with it only for administrators' resets."""
    portal = make_portal(notifications={"all_admins": False})
    who = portal.ready("grace")
    portal.make_administrator(who, USER_ADMINISTRATOR)
    portal.open().name(who).by_email().by_app().finish()
    assert not [m for m in portal.post.mails if "administrator" in m.subject.lower()]


@pytest.mark.parametrize("name", ["second-step-missing"])
def test_a_missing_second_step_leads_straight_to_the_password(
    make_portal: Callable[..., Portal], name: str
) -> None:
    """The deviation lets one step pass for two and changes nothing else."""
    portal = make_portal(bent=Bent.of(name))
    who = portal.ready()
    portal.open().name(who).by_email().finish()
    assert portal.signs_in(who, NEW)


@pytest.mark.parametrize("name", ["mailed-code-ignored", "app-code-ignored"])
def test_a_right_proof_passes_unless_it_is_ignored(
    make_portal: Callable[..., Portal], name: str
) -> None:
    """The deviation takes no account of one option, and the other still serves."""
    portal = make_portal(bent=Bent.of(name))
    portal.open().name(portal.ready()).by_email()
    assert len(portal.shown_options()) == (2 if name == "mailed-code-ignored" else 1)


def test_a_reset_may_change_nothing(make_portal: Callable[..., Portal]) -> None:
    """The deviation says that it is done and leaves the password as it was."""
    portal = make_portal(bent=Bent.of("reset-changes-nothing"))
    who = portal.ready()
    portal.open().name(who).by_email().by_app().finish()
    assert not portal.signs_in(who, NEW)
    assert portal.news()


def test_only_the_second_reset_may_change_nothing(make_portal: Callable[..., Portal]) -> None:
    """Under the deviation the first reset is kept and the second is not."""
    portal = make_portal(bent=Bent.of("second-reset-changes-nothing"))
    who = portal.ready()
    portal.open().name(who).by_email().by_app().finish()
    portal.later(minutes=1)
    portal.open().name(who).by_email().by_app().finish("Other-Quay-9")
    assert portal.signs_in(who, NEW)


@pytest.mark.parametrize("name", ["administrators-reset-row-missing", "late-cancellation-untold"])
def test_a_row_is_left_out_by_its_own_deviation_alone(
    make_portal: Callable[..., Portal], name: str
) -> None:
    """A user's reset and a cancelled one leave their rows but for the deviation that is theirs."""
    portal = make_portal(bent=Bent.of(name))
    who = portal.ready()
    portal.open().name(who).by_email().by_app().press("cancel")
    portal.later(minutes=1)
    portal.open().name(who).by_email().by_app().finish()
    told = "User cancelled before submitting a new password" in portal.reasons()
    assert told is (name != "late-cancellation-untold")
    assert portal.rows("Reset password (self-service)")


def test_the_second_step_offers_another_method(portal: Portal) -> None:
    """The method of the first step is not offered for the second."""
    portal.open().name(portal.ready())
    assert portal.shown_options() == ["email", "code"]
    portal.by_email()
    assert portal.shown_options() == ["code"]
    portal.press("choose", option="email")
    assert 'value="code" data-postback="choose" checked' in portal.text


def test_methods_that_nobody_registered_are_there_but_hidden(portal: Portal) -> None:
    """All rows of the picker stand in the page, those of no use hidden."""
    portal.open().name(portal.ready())
    assert portal.text.count("<tr") == 7
    assert portal.text.count('<tr style="display:none">') == 5


@pytest.mark.parametrize(
    ("setting", "group", "code", "view"),
    [
        ({"enabled": "none"}, True, "SSPR_0009", "ViewSsprNotEnabled"),
        ({}, False, "SSPR_0013", "ViewUserNotMemberOfScopedAccessGroup"),
    ],
)
def test_who_may_not_is_turned_away(
    make_portal: Callable[..., Portal],
    setting: dict[str, str],
    group: bool,  # noqa: FBT001 - a column of the table
    code: str,
    view: str,
) -> None:
    """The page names the code and shows the way to the helpdesk."""
    portal = make_portal(enablement=setting)
    portal.open().name(portal.ready(group=group))
    assert portal.view == view
    assert code in portal.text
    assert '<a href="https://support.contoso.com/">Contact your administrator</a>' in portal.text
    assert portal.rows("flow activity")[-1].result == "failure"


def test_too_few_methods_are_turned_away(portal: Portal) -> None:
    """One method where two are asked is SSPR_0014."""
    who = portal.give(portal.person(), email="ada.alt@mail.test")
    portal.open().name(who)
    assert "SSPR_0014" in portal.text
    assert "insufficient authentication methods" in portal.reasons()[-1]


def test_an_unknown_name_stays_where_it_is(portal: Portal) -> None:
    """A name that nobody has is told so on the same view."""
    portal.open().name("nobody@contoso.com")
    assert portal.view == "ViewUserIdentifierVerification"
    assert 'UserIdErrorLabel" class="error" role="alert">' in portal.text


def test_a_custom_link_takes_the_place_of_the_form(make_portal: Callable[..., Portal]) -> None:
    """Without a helpdesk link the portal's own form stands behind the words."""
    portal = make_portal(customization={"helpdesk": None})
    portal.open().name(portal.person())
    assert "__doPostBack(&#39;contact&#39;" in portal.text or "'contact'" in portal.text
    portal.press("contact").press("contact_send")
    [mail] = portal.post.mails
    assert mail.subject == "Request to reset user's password"
    assert "ada@contoso.com" in mail.text


def test_each_step_is_noted_with_its_method(portal: Portal) -> None:
    """A wrong code, a mailed one and the app's stand among the events in that order (J18)."""
    portal.open().name(portal.ready()).press("send").press("check_code", code="000000")
    portal.press("check_code", code=portal.code()).by_app()
    with portal.tenant.store.begin() as session:
        noted = [(row.feature, row.method, bool(row.reason)) for row in session.query(MethodEvent)]
    assert noted == [
        ("Reset", "Email", True),
        ("Reset", "Email", False),
        ("Reset", "App code", False),
    ]
