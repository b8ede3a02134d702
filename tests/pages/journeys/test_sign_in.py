"""A sign-in arrives whatever a tenant puts in its way, or tells why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pages.journeys.sign_in import SignInToAccount
from sspr.errors import Inconclusive
from tests.pages.journeys.traveller import Everything

if TYPE_CHECKING:
    from tests.pages.journeys.conftest import Play


@pytest.mark.parametrize(
    "screens",
    [
        ("UsernamePage.en", "PasswordPage.en", "MyAccount.any"),
        ("UsernamePage.ja", "PasswordPage.de", "StaySignedIn.fr", "MyAccount.any"),
        ("AccountPicker.en", "PasswordPage.en", "CodePrompt.en", "MyAccount.any"),
        (
            "UsernamePage.en",
            "PasswordPage.en",
            "ProofList.en",
            "CodePrompt.en",
            "MoreInformation.2026",
            "StaySignedIn.fr",
            "MyAccount.any",
        ),
    ],
)
def test_a_sign_in_arrives_whatever_lies_between(play: Play, screens: tuple[str, ...]) -> None:
    """A sign-in arrives, and tells of the second factor and the prompt it met."""
    story = SignInToAccount(play(*screens), Everything()).run()
    assert story.signed_in
    assert story.proved_twice is ("CodePrompt.en" in screens)
    assert story.asked_to_register is ("MoreInformation.2026" in screens)


def test_a_refused_password_is_given_once(play: Play) -> None:
    """A password that is refused ends the sign-in with what the page says."""
    page = play("UsernamePage.en", "PasswordPage.en", "PasswordPage.en")
    story = SignInToAccount(page, Everything()).run()
    assert not story.signed_in
    assert "incorrect" in story.error


def test_an_unknown_page_is_named(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that nobody knows ends the journey as inconclusive, by its address and heading."""
    monkeypatch.setattr("pages.window.GRACE_MS", 50)
    with pytest.raises(Inconclusive, match=r"nobody knows.*Protect your account"):
        SignInToAccount(play("UsernamePage.en", "strange"), Everything()).run()


def test_pages_in_circles_come_to_an_end(play: Play) -> None:
    """A page that comes back for ever ends the journey as inconclusive."""
    with pytest.raises(Inconclusive, match="circles"):
        SignInToAccount(play(*["StaySignedIn.fr"] * 70), Everything()).run()
