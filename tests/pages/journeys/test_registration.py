"""A registration arrives in either generation of the wizard, or tells why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pages.journeys.changing import NOTHING_TO_CHANGE, Changing
from pages.journeys.giving_up import GivingUp
from pages.journeys.managing import Errand, Managing
from pages.journeys.registration import Registration
from sspr.policy import Method
from tests.pages.journeys.traveller import SIGNED_IN, Everything

if TYPE_CHECKING:
    from tests.pages.journeys.conftest import Play


@pytest.mark.parametrize(
    "screens",
    [
        (
            *("MoreInformation.2026", "AppIntroduction.reskin", "AppSetup.reskin"),
            *("QrCode.reskin", "CodeEntry.app", "Success.added"),
            *("EmailAddress.reskin-de", "CodeEntry.email", "Success.added", "SecurityInfo.en"),
        ),
        (
            *("MoreInformation.older", "EmailAddress.older", "CodeEntry.email"),
            *("AppIntroduction.older", "AppSetup.older", "QrCode.older", "CodeEntry.app"),
            *("Success.older", "SecurityInfo.en"),
        ),
        (
            *("SecurityInfo.en", "MethodPicker.reskin", "AppIntroduction.reskin"),
            *("AppSetup.reskin", "QrCode.reskin", "CodeEntry.app", "Success.added"),
            *("SecurityInfo.en", "MethodPicker.reskin", "EmailAddress.reskin-de"),
            *("CodeEntry.email", "Success.added", "SecurityInfo.en"),
        ),
    ],
)
def test_a_registration_takes_methods_in_any_order(play: Play, screens: tuple[str, ...]) -> None:
    """Both generations of the wizard, and the manage mode, register what is wanted."""
    means = Everything()
    wanted = (Method.EMAIL, Method.APP_CODE)
    story = Registration(play(*SIGNED_IN, *screens), means, wanted).run()
    assert set(story.registered) == set(wanted)
    assert story.closed_with == "Done"
    assert means.app is not None


@pytest.mark.parametrize(
    ("screens", "method"),
    [
        (("AppIntroduction.older", "AppSetup.older", "QrCode.older"), Method.APP_NOTIFICATION),
        (("SecurityQuestions.inferred",), Method.SECURITY_QUESTIONS),
        (("PhoneNumber.older",), Method.MOBILE_PHONE),
    ],
)
def test_a_method_is_registered_whatever_proves_it(
    play: Play, screens: tuple[str, ...], method: Method
) -> None:
    """By an app's code, by questions answered and by a texted code: the success counts."""
    proving = () if method is Method.SECURITY_QUESTIONS else ("CodeEntry.app",)
    page = play(*SIGNED_IN, *screens, *proving, "Success.older", "SecurityInfo.en")
    story = Registration(page, Everything(), (method,)).run()
    assert story.registered == (method,)


def test_looks_good_closes_a_review(play: Play) -> None:
    """A review is closed with *Looks good*."""
    story = Registration(play(*SIGNED_IN, "Review.en", "MyAccount.any"), Everything(), ()).run()
    assert story.closed_with == "Looks good"


def test_who_may_not_register_is_told(play: Play) -> None:
    """A user who may register nothing ends the registration with that."""
    page = play(*SIGNED_IN, "NotEnabled.en")
    story = Registration(page, Everything(), (Method.EMAIL,)).run()
    assert (story.registered, story.error) == ((), "Not enabled")


def test_a_registration_is_given_up(play: Play) -> None:
    """Who follows the sign-in into the registration can leave it again."""
    page = play(*SIGNED_IN, "MoreInformation.older", "AppIntroduction.older", "MyAccount.any")
    assert GivingUp(page, Everything()).run().gave_up


def test_an_errand_is_done_on_the_security_info_page(play: Play) -> None:
    """Who comes to delete a method signs in, deletes it and finds it gone."""
    page = play(*SIGNED_IN, "SecurityInfo.listing", "SecurityInfo.en")
    story = Managing(page, Everything(), Errand(delete=Method.EMAIL)).run()
    assert (story.opened, story.done, story.proved_twice) == (True, True, False)


def test_an_address_is_changed_on_the_security_info_page(play: Play) -> None:
    """Who moves gives the new address and its code; what is not listed cannot be changed."""
    proof = ("EmailAddress.reskin-de", "CodeEntry.email", "Success.added", "SecurityInfo.en")
    means = Everything()
    page = play(*SIGNED_IN, "SecurityInfo.listing", *proof)
    assert Changing(page, means, (Method.EMAIL,)).change().registered == (Method.EMAIL,)
    assert means.alternate_email == "ada@new-home.test"
    page = play(*SIGNED_IN, "SecurityInfo.en")
    story = Changing(page, means, (Method.EMAIL,)).change()
    assert (story.registered, story.error) == ((), NOTHING_TO_CHANGE)
