"""The Allure report opens from disk, shows the steps and asks nobody for anything."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from reports.allure import AllureFailed, generate, keep_at_home
from sspr.bootstrap.allure import allure_command
from sspr.bootstrap.browser import browser_executable
from sspr.mail import Mail
from sspr.mail_document import mail_document

if TYPE_CHECKING:
    from pathlib import Path

GTAG = (
    '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>\n'
    "<script>window.dataLayer = []; function gtag(){dataLayer.push(arguments);}</script>"
)
BEACON = (
    '<img src="https://tracker.invalid/a.png"><script>fetch("https://tracker.invalid")</script>'
)


def mail_with_beacon() -> str:
    """A mail that would tell somebody that it was opened."""
    mail = Mail(
        id="1",
        subject="Your Contoso password has been reset",
        sender="sender@example.com",
        sender_name="Contoso",
        to=("user@example.com",),
        received=dt.datetime(2024, 2, 16, tzinfo=dt.UTC),
        message_id="1",
        html=f"<p>Seen by its reader</p>{BEACON}",
        text="",
        links=(),
        _codes=(),
    )
    return mail_document(mail)


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A run with one scenario whose step shows a mail."""
    folder = tmp_path / "allure-results"
    folder.mkdir()
    (folder / "mail.html").write_text(mail_with_beacon())
    attachment = {"name": "The mail", "source": "mail.html", "type": "text/html"}
    step = {"name": "Then a mail comes", "status": "passed", "attachments": [attachment]}
    result = {"name": "A mail comes", "status": "passed", "uuid": "1", "steps": [step]}
    (folder / "1-result.json").write_text(json.dumps({**result, "start": 1, "stop": 2}))
    return tmp_path


def test_the_analytics_are_taken_out() -> None:
    """Both scripts go, what stands around them stays."""
    page = keep_at_home(f"<head></head><body><script>ours()</script>{GTAG}<p>end</p></body>")
    assert "gtag" not in page
    assert "<script>ours()</script><p>end</p>" in page


def test_a_report_that_would_call_home_is_refused() -> None:
    """Anything else that would be loaded from elsewhere fails the report."""
    with pytest.raises(AllureFailed, match="from elsewhere"):
        keep_at_home('<head><link rel="stylesheet" href="https://fonts.invalid/a.css"></head>')
    with pytest.raises(AllureFailed, match="no head"):
        keep_at_home("<p>nothing</p>")


def test_a_command_that_fails_says_why(results: Path) -> None:
    """Where Allure cannot be started, the reason is one line."""
    with pytest.raises(AllureFailed, match="could not be started"):
        generate(results, [str(results / "no-such-allure")])


@pytest.mark.browser
@pytest.mark.skipif(allure_command() is None, reason="Allure is not installed")
def test_an_opened_report_makes_no_request(results: Path) -> None:
    """Opened from disk, with the mail unfolded, it shows both and asks nobody for anything."""
    index = generate(results, allure_command() or [])
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_executable())
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(index.as_uri())
        page.get_by_text("A mail comes").first.click()
        page.get_by_text("Then a mail comes").click()
        page.get_by_text("The mail", exact=True).click()
        page.frame_locator("iframe").get_by_text("Seen by its reader").wait_for()
        browser.close()
    outside = [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))]
    assert outside == []
