"""What a person can do on the pages, and what is read off them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from pages.proof import Proof
from pages.registration.authenticator import AppApproval, AppIntroduction, QrCode
from pages.registration.code import CodeEntry
from pages.registration.phone import PhoneNumber
from pages.registration.picker import MethodPicker
from pages.registration.questions import SecurityQuestions
from pages.registration.security_info import SecurityInfo
from pages.reset.blocked import Blocked
from pages.reset.new_password import NewPassword
from pages.reset.trouble import Trouble
from pages.reset.verification import VerificationStep
from pages.reset.who_are_you import WhoAreYou
from pages.sign_in.account_picker import AccountPicker
from pages.sign_in.more_information import MoreInformation
from pages.sign_in.password import PasswordPage
from pages.sign_in.verify_identity import ProofList
from sspr.errors import Inconclusive
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pages.window import Window

    Show = Callable[[str], Window]


@pytest.mark.parametrize("name", ["QrCode.reskin", "QrCode.older"])
def test_the_secret_is_read_with_one_press(show: Show, name: str) -> None:
    """The secret is read in both generations, and the toggle is not pressed twice."""
    page = QrCode(show(name)).loaded()
    assert page.secret.get_secret_value() == "ABCDEFGHIJKLMNOP"
    assert page.secret.get_secret_value() == "ABCDEFGHIJKLMNOP"


@pytest.mark.parametrize("name", ["AppIntroduction.reskin", "AppIntroduction.older"])
def test_another_app_and_another_method_are_different_ways(show: Show, name: str) -> None:
    """In both generations another app and another method are reached by what offers them."""
    page = AppIntroduction(show(name))
    page.use_another_app()
    assert page.window.look().title == "app"
    page.choose_another_method()
    assert page.window.look().title == "method"


@pytest.mark.parametrize(("name", "chosen"), [("ProofList.en", "code"), ("ProofList.text", "text")])
def test_a_second_factor_is_the_code_of_the_app_or_else_a_text(
    show: Show, name: str, chosen: str
) -> None:
    """Of the second factors the app's code is chosen, and a text where no app is registered."""
    page = ProofList(show(name))
    page.use_code()
    assert page.window.look().title == chosen


def test_only_visible_proofs_are_offered(show: Show) -> None:
    """Rows of methods that are not registered stand hidden in the page and are not offered."""
    page = VerificationStep(show("VerificationStep.first"))
    assert page.offered == (Proof.EMAIL, Proof.TEXT, Proof.CALL, Proof.APP_CODE)
    assert page.steps_passed == 0


def test_proofs_with_known_ids_are_told_in_any_language(show: Show) -> None:
    """A known id tells the proof where the label is in another language."""
    page = VerificationStep(show("VerificationStep.second-de"))
    assert page.offered == (Proof.APP_CODE,)
    assert page.steps_passed == 1


@pytest.mark.parametrize(("name", "offered"), [("first", False), ("help", True)])
def test_help_is_both_ways_on(show: Show, name: str, offered: bool) -> None:  # noqa: FBT001 - a table
    """Help is offered once one can try again and contact the administrator."""
    assert VerificationStep(show(f"VerificationStep.{name}")).offers_help is offered


@pytest.mark.parametrize(
    ("again", "outcome"), [(None, "alike"), (SecretStr("Other-9876"), "different")]
)
def test_a_new_password_goes_into_both_boxes(
    show: Show, again: SecretStr | None, outcome: str
) -> None:
    """Both boxes get the password, or the second one what is to differ."""
    page = NewPassword(show("NewPassword.en"))
    page.choose(SecretStr("Secret-1234"), again)
    assert outcome in page.window.look().text
    assert page.shows_strength


def test_a_typed_secret_is_in_no_trace(show: Show, tmp_path: Path) -> None:
    """A password that a page object types is found nowhere in a Playwright trace."""
    page = NewPassword(show("NewPassword.en"))
    tracing = page.window.page.context.tracing
    tracing.start(snapshots=False, screenshots=False)
    page.choose(SecretStr("Secret-1234"))
    tracing.stop(path=tmp_path / "trace.zip")
    with zipfile.ZipFile(tmp_path / "trace.zip") as trace:
        held = [name for name in trace.namelist() if b"Secret-1234" in trace.read(name)]
    assert held == []


def test_the_captcha_is_seen_where_there_is_one(show: Show) -> None:
    """The picture's address is read where there is one, and none is made up where not."""
    assert WhoAreYou(show("WhoAreYou.captcha")).captcha.startswith("data:")
    assert WhoAreYou(show("WhoAreYou.plain-ja")).captcha == ""


def test_a_hidden_error_is_no_error(show: Show) -> None:
    """A message that stands hidden in the page is not read as a refusal."""
    assert WhoAreYou(show("WhoAreYou.captcha")).error == ""
    assert PasswordPage(show("PasswordPage.en")).error != ""


def test_a_block_tells_code_and_contact(show: Show) -> None:
    """The page that turns a user away tells its code and where to turn to."""
    page = Blocked(show("Blocked.group"))
    assert (page.code, page.contact_link) == ("SSPR_0013", "https://support.contoso.com/")
    assert Blocked(show("Blocked.throttled-fr")).code == ""


@pytest.mark.parametrize("name", ["MoreInformation.2026", "MoreInformation.older"])
def test_either_button_leads_to_the_registration(show: Show, name: str) -> None:
    """The prompt is complied with by whichever button the build has."""
    page = MoreInformation(show(name))
    page.comply()
    assert page.window.look().title == "next"
    assert page.skippable is (name == "MoreInformation.2026")


@pytest.mark.parametrize(
    ("account", "picked"), [("Ada@contoso.com", "remembered"), ("bob@contoso.com", "another")]
)
def test_an_account_is_picked_or_another_named(show: Show, account: str, picked: str) -> None:
    """A remembered account is picked whatever its capitals; any other is named anew."""
    page = AccountPicker(show("AccountPicker.en"))
    page.pick(account)
    assert page.window.look().title == picked


@pytest.mark.parametrize(
    ("name", "offered", "outcome"),
    [
        (
            "MethodPicker.reskin",
            {Method.APP_CODE, Method.APP_NOTIFICATION, Method.EMAIL},
            "email",
        ),
        ("MethodPicker.older", {Method.MOBILE_PHONE, Method.EMAIL}, "1"),
    ],
)
def test_a_method_is_picked(show: Show, name: str, offered: set[Method], outcome: str) -> None:
    """Both generations of the picker tell what they offer and take a choice."""
    page = MethodPicker(show(name))
    assert page.offered == offered
    page.choose(Method.EMAIL)
    assert page.window.look().title == outcome


def test_questions_are_chosen_and_answered_row_by_row(show: Show) -> None:
    """Each row tells what it offers and takes a question with its answer."""
    page = SecurityQuestions(show("SecurityQuestions.inferred"))
    assert page.offered == (("First pet?", "First street?"),) * 2
    page.answer((("First street?", SecretStr("Elm")), ("First pet?", SecretStr("Rex"))))
    assert page.window.look().title == "First street?,Elm,First pet?,Rex"


def test_a_method_is_deleted_by_the_button_of_its_row(show: Show) -> None:
    """The other rows stay."""
    page = SecurityInfo(show("SecurityInfo.listing"))
    page.delete(Method.EMAIL)
    assert page.window.look().title == "deleted"
    assert not page.lists(Method.EMAIL)
    assert page.lists(Method.MOBILE_PHONE)


def test_the_default_is_chosen_by_a_part_of_its_name(show: Show) -> None:
    """The factor whose name holds the wording is chosen and saved."""
    page = SecurityInfo(show("SecurityInfo.listing"))
    page.choose_default("text")
    assert page.window.look().title == "p"


def test_the_number_to_approve_is_read(show: Show) -> None:
    """What the person is to type on the phone stands on the page."""
    assert AppApproval(show("AppApproval.older")).number == "42"


def test_a_phone_number_is_given_in_parts(show: Show) -> None:
    """Country, number and the way of delivery go where the page asks for them."""
    page = PhoneNumber(show("PhoneNumber.older"))
    page.register("+1 2025550123")
    assert page.window.look().title == "us2025550123t"


@pytest.mark.parametrize("choice", ["a", "b"])
def test_the_trouble_is_told(show: Show, choice: str) -> None:
    """Forgotten password and locked account are told apart."""
    page = Trouble(show("Trouble.en"))
    if choice == "a":
        page.forgot_password()
    else:
        page.cannot_sign_in()
    assert page.window.look().headings == (choice,)


def test_a_code_is_entered_in_any_language(show: Show) -> None:
    """The code's input and button are found by their marks, not their words."""
    page = CodeEntry(show("CodeEntry.email"))
    page.enter(SecretStr("123456"))
    assert page.window.look().title == "next"


def test_another_page_than_expected_is_named(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that never loads ends with the name of the one that stands there instead."""
    monkeypatch.setattr("pages.window.GRACE_MS", 50)
    with pytest.raises(Inconclusive, match=r"'Enter password'.*ConvergedSignIn"):
        PasswordPage(show("UsernamePage.en")).loaded()
