"""The pages themselves: captcha, languages, anti-forgery, partial answers."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from emulator.actions.reset import captcha_answer
from emulator.deviations import Bent
from emulator.portals.reset.delta import Part, delta
from emulator.portals.wording import words
from emulator.rules.languages import LANGUAGES
from tests.emulator.portals.reset.conftest import PREFIX, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

BEFORE, AFTER = dt.date(2026, 8, 14), dt.date(2026, 8, 15)


@pytest.mark.parametrize(("day", "there"), [(BEFORE, True), (AFTER, False)])
def test_the_captcha_is_there_until_its_removal(
    make_portal: Callable[..., Portal],
    day: dt.date,
    there: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Before the day the picture is asked for, from the day on it is not."""
    portal = make_portal(service_date=day).open()
    assert ("RepMapVisualChallenge" in portal.text) == there
    assert portal.fields[PREFIX + "LiveCaptchaMode"] == ("Image" if there else "")


def test_a_wrong_answer_stays_and_asks_anew(portal: Portal) -> None:
    """Another text than the picture's is refused, and the next picture is another."""
    who = portal.ready()
    portal.open()
    first = re.findall(r'/captcha/([^"]+)"', portal.text)[0]
    typed = {PREFIX + "TextBoxUserIdentifier": who, "captcha": "wrong"}
    portal.press(PREFIX + "ButtonNext", **typed)
    assert portal.view == "ViewUserIdentifierVerification"
    assert "do not match the picture" in portal.text
    assert f"/captcha/{first}" not in portal.text
    assert captcha_answer(portal.tenant, first) is None
    assert f'value="{who}"' in portal.text


def test_the_picture_is_a_picture(portal: Portal) -> None:
    """It is a PNG of the stated size with more than one colour, and unknown ones are not found."""
    portal.open()
    path = re.findall(r'src="(/captcha/[^"]+)"', portal.text)[0]
    answer = portal.runner.run(portal.client.get(path))
    image = Image.open(io.BytesIO(answer.content))
    assert (image.format, image.size) == ("PNG", (260, 90))
    assert len(image.getcolors(100_000) or []) > 10
    assert portal.runner.run(portal.client.get("/captcha/none")).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_decides_the_language(portal: Portal, language: str) -> None:
    """``?mkt=`` decides, whatever the browser wants, and the choice stays for the next page."""
    portal.open(f"?mkt={language}", **{"accept-language": "en-GB"})
    assert words("reset", language)["heading"] in portal.text
    portal.name(portal.ready())
    assert words("reset", language)["option_email"] in portal.text.replace("&#39;", "'")


def test_the_browser_decides_without_an_address(portal: Portal) -> None:
    """Without ``?mkt=`` the browser's first known language holds."""
    portal.open(**{"accept-language": "pt-BR,fr;q=0.8,en;q=0.5"})
    assert words("reset", "fr-FR")["who_are_you"] in portal.text


@pytest.mark.parametrize(
    ("name", "query", "browser"),
    [("asked-language-ignored", "?mkt=de-DE", "en"), ("browser-language-ignored", "", "de")],
)
def test_ignoring_a_wish_for_a_language_is_a_deviation(
    make_portal: Callable[..., Portal], name: str, query: str, browser: str
) -> None:
    """Bent, the page speaks English whatever the address or the browser asks for."""
    portal = make_portal(bent=Bent.of(name)).open(query, **{"accept-language": browser})
    assert words("reset", "en-US")["who_are_you"] in portal.text


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_languages_say_the_same_things(language: str) -> None:
    """No language has a label of its own, and each keeps the places for values."""
    english, other = words("reset", "en-US"), words("reset", language)
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", other[key]), key


def test_the_username_of_the_link_is_filled_in(portal: Portal) -> None:
    """The sign-in page hands the name over, and it stands there escaped."""
    portal.open("?username=ada%22%3E@contoso.com")
    assert 'value="ada&#34;&gt;@contoso.com"' in portal.text


def test_a_form_without_its_value_does_nothing(portal: Portal) -> None:
    """Without the anti-forgery value the browser is sent back to the start."""
    who = portal.ready()
    portal.open()
    portal.fields["__VIEWSTATE"] = "forged"
    portal.name(who)
    assert portal.redirected == "%2F"
    assert not portal.rows()


def test_a_browser_without_cookies_is_told(portal: Portal) -> None:
    """A form that comes back without the cookie leads to the page that says so."""
    portal.open()
    portal.client.cookies.clear()
    portal.press(PREFIX + "ButtonNext")
    assert portal.redirected == "%2Fnocookies"
    page = portal.runner.run(portal.client.get("/nocookies"))
    assert page.status_code == 400
    assert "Cookies are needed" in page.text


def test_a_page_left_behind_does_nothing(portal: Portal) -> None:
    """A form of an earlier view is answered with where the person stands now."""
    portal.open().name(portal.ready())
    before = dict(portal.fields)
    portal.by_email()
    portal.fields |= {k: v for k, v in before.items() if k.endswith("ConsistencyCheck")}
    portal.press("choose", option="code")
    assert portal.fields[PREFIX + "WorkflowConsistencyCheck"] == "verify-1"
    assert len(portal.rows("flow activity")) == 4


def test_without_a_script_the_whole_page_comes_back(portal: Portal) -> None:
    """A plain postback is answered with a plain page."""
    who = portal.person()
    portal.open()
    captcha = re.findall(r'/captcha/([^"]+)"', portal.text)[0]
    data = portal.fields | {
        "__EVENTTARGET": PREFIX + "ButtonNext",
        PREFIX + "TextBoxUserIdentifier": who,
        "captcha": captcha_answer(portal.tenant, captcha),
    }
    page = portal.runner.run(portal.client.post("/", data=data))
    assert page.text.startswith("<!doctype html>")
    assert "SSPR_0014" in page.text


def test_each_page_says_that_it_is_none_of_microsofts(portal: Portal) -> None:
    """The strip stands on the page, outside of what postbacks replace."""
    assert "emulator-strip" in portal.open().text


def test_the_organisation_appears_with_the_account(portal: Portal) -> None:
    """Its name is not there before the account is known and is afterwards."""
    assert 'alt="Contoso"' not in portal.open().text
    assert 'alt="Contoso"' in portal.name(portal.ready()).text


def test_a_support_code_leads_to_the_flow(portal: Portal) -> None:
    """The code of the page is the correlation id of its rows, and no key to the session."""
    page = portal.open().text
    portal.name(portal.ready())
    [cid] = re.findall(r"CID: ([\w-]+)", page)
    assert {row.correlation_id for row in portal.rows()} == {cid}
    assert portal.client.cookies["SessionId"] not in page


def test_passwords_and_codes_stand_on_no_page(portal: Portal) -> None:
    """What was typed in secret never comes back."""
    portal.open().name(portal.ready()).press("send").press("check_code", code="999999")
    assert "999999" not in portal.text
    portal.by_email().by_app().press("finish", password="Secret-1-A", confirmation="Secret-2-B")
    assert "Secret-" not in portal.text
    assert "do not match" in portal.text


def test_a_refused_password_can_be_corrected(portal: Portal) -> None:
    """The page says why and the same reset goes on."""
    portal.open().name(portal.ready()).by_email().by_app()
    for password, message in [
        ("Ab1-x", "at least 8 characters"),
        ("tulipharbor7", "three of these kinds"),
        ("Tülip-7-Harbor", "not allowed"),
        ("Password1", "too many times before"),
        ("xC0ntos0-9fQz", "easily guessable"),
    ]:
        assert message in portal.finish(password).text
    portal.finish()
    assert portal.signs_in("ada@contoso.com", "New-Harbor-8")
    failed = [r.reason for r in portal.rows("Reset password") if r.result == "failure"]
    assert failed == ["PasswordDoesnotComplyFuzzyPolicy"] * 2


@given(st.lists(st.tuples(st.from_regex(r"[a-zA-Z]+", fullmatch=True), st.text())))
def test_partial_answers_are_read_by_their_lengths(found: list[tuple[str, str]]) -> None:
    """Whatever the content, bars included, each part comes out as it went in."""
    text = delta(*(Part("updatePanel", name, content) for name, content in found))
    assert list(parts(text))[1:] == [("updatePanel", name, content) for name, content in found]


def test_lengths_count_as_a_browser_counts() -> None:
    """A character outside the basic plane counts twice, as in a browser's strings."""
    assert str(Part("updatePanel", "x", "a\N{ROCKET}")) == "3|updatePanel|x|a\N{ROCKET}|"


@pytest.mark.parametrize("name", ["", "language-lost-on-the-way"])
def test_every_page_speaks_the_language_of_the_first(
    make_portal: Callable[..., Portal], name: str
) -> None:
    """What follows the first page speaks its language, unless the rule is bent."""
    portal = make_portal(bent=Bent.of(*[name] if name else []))
    portal.open("?mkt=de-DE").name(portal.ready())
    assert ("Zurück in Ihr Konto" in portal.text) is not bool(name)
