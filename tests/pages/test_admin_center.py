"""The admin center's pages are read and filled in, whichever way their options are built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pages.admin_center.authentication_methods import AuthenticationMethods
from pages.admin_center.customization import Customization
from pages.admin_center.events import Event, Events
from pages.admin_center.notifications import Notifications
from pages.admin_center.on_premises import OnPremisesIntegration
from pages.admin_center.properties import Properties
from pages.admin_center.registration import Registration
from sspr.errors import Inconclusive
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.admin_center.blade import Blade
    from pages.window import Window

    Show = Callable[[str], Window]

ALL_METHODS = ["mobileAppNotification", "email", "mobilePhone", "securityQuestions"]


@pytest.mark.parametrize(
    ("blade", "screen", "settings"),
    [
        (Properties, "Properties.inputs",
         {"enablement.enabled": "selected", "enablement.group": "Pilot"}),
        (Properties, "Properties.roles", {"enablement.enabled": "all"}),
        (AuthenticationMethods, "AuthenticationMethods.all",
         {"methods.required_to_reset": 2, "methods.allowed": ALL_METHODS,
          "methods.questions_to_register": 5, "methods.questions_to_reset": 3}),
        (AuthenticationMethods, "AuthenticationMethods.migrated",
         {"methods.required_to_reset": 2}),
        (Registration, "Registration.en",
         {"registration.required_at_sign_in": True, "registration.reconfirm_after_days": 180}),
        (Notifications, "Notifications.en",
         {"notifications.users": True, "notifications.all_admins": False}),
        (Customization, "Customization.en",
         {"customization.helpdesk": "https://support.contoso.com/"}),
        (OnPremisesIntegration, "OnPremisesIntegration.en",
         {"writeback.enabled": True, "writeback.unlock_without_reset": False}),
    ],
)  # fmt: skip
def test_a_page_is_read_by_policy_key(
    show: Show, blade: type[Blade], screen: str, settings: dict[str, Any]
) -> None:
    """Inputs with labels and entries with roles are read alike; what is not there is left out."""
    assert blade(show(screen)).settings() == settings


def test_an_option_that_nobody_chose_is_not_read_as_no(show: Show) -> None:
    """A page without the field, or with no choice made, cannot be read and says so."""
    window = show("Notifications.en")
    window.page.evaluate("document.querySelector('input:checked').checked = false")
    with pytest.raises(Inconclusive, match="nothing is chosen for Notify users"):
        Notifications(window).settings()
    with pytest.raises(Inconclusive, match="does not show Require users"):
        Registration(show("Notifications.en")).settings()


def test_methods_are_chosen_exactly(show: Show) -> None:
    """Choosing methods ticks those and clears the others."""
    page = AuthenticationMethods(show("AuthenticationMethods.all"))
    for method, box in ((Method.EMAIL, False), (Method.APP_CODE, True)):
        page.allow(method, on=box)
    assert Method.APP_CODE in page.allowed
    assert Method.EMAIL not in page.allowed


def test_questions_of_ones_own_are_written_one_a_line(show: Show) -> None:
    """What is written takes the place of what stood there."""
    page = AuthenticationMethods(show("AuthenticationMethods.all"))
    for own in (["First?"], ["Second?", "Third?"]):
        page.write_questions(own)
        assert page.window.page.locator("textarea").input_value() == "\n".join(own)


def test_a_list_takes_as_many_groups_as_it_is_built_for(show: Show) -> None:
    """Where the list takes one group, asking for two leaves one chosen; else both."""
    page = Properties(show("Properties.inputs"))
    page.select_groups(("Pilot", "Others"))
    assert len(page.groups) == 1
    page.window.page.evaluate("document.querySelector('select').multiple = true")
    page.select_groups(("Pilot", "Others"))
    assert page.groups == ("Pilot", "Others")


def test_events_are_read_by_their_columns(show: Show) -> None:
    """Each row is read by the names of the columns, also in a grid that is no table."""
    page = Events(show("Events.inferred"))
    assert page.events == (Event("kim@contoso.example", "Reset", "SMS", "Failure", "Wrong code"),)


def test_events_without_a_column_are_not_read(show: Show) -> None:
    """Where a documented column is missing nothing is concluded from the rest."""
    window = show("Events.inferred")
    window.page.evaluate("document.querySelector('[role=columnheader]:nth-child(5)').remove()")
    with pytest.raises(Inconclusive, match="no column Method used"):
        assert Events(window).events
