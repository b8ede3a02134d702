"""Which language the pages speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import parsers, then, when

from pages.hosts import MY_SECURITY_INFO, RESET
from pages.journeys.reading import ReadingReset, ReadingSecurityInfo, ReadingVerification
from steps.expect import expect

if TYPE_CHECKING:
    from pages.journeys.reading import ReadingStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

LOCALES = {"English": "en-US", "German": "de-DE", "French": "fr-FR"}
NO_LANGUAGE = "no language"
# What the pages are headed in English (pages.md 2.3, 3.1).
ENGLISH = {"get back into your account", "security info"}


@when(
    parsers.parse("the user opens the reset in {asked} with a browser that speaks {browser}"),
    target_fixture="reading",
)
def _open_reset(stage: Stage, user: Actor, asked: str, browser: str) -> ReadingStory:
    page = stage.page(locale=LOCALES[browser])
    return ReadingReset(page, user, stage.evidence.screenshot).run(_reset_in(asked))


@when(
    parsers.parse(
        "the user comes as far as to verify in {asked} with a browser that speaks {browser}"
    ),
    target_fixture="reading",
)
def _verify_in(stage: Stage, user: Actor, asked: str, browser: str) -> ReadingStory:
    page = stage.page(locale=LOCALES[browser])
    return ReadingVerification(page, user, stage.evidence.screenshot).run(_reset_in(asked))


def _reset_in(asked: str) -> str:
    query = "" if asked == NO_LANGUAGE else f"?mkt={LOCALES[asked]}"
    return f"https://{RESET}/{query}"


@when(parsers.parse("the user opens the security info in {language}"), target_fixture="reading")
def _open_security_info(stage: Stage, user: Actor, language: str) -> ReadingStory:
    reading = ReadingSecurityInfo(stage.page(), user, stage.evidence.screenshot)
    return reading.run(f"{MY_SECURITY_INFO}?lng={LOCALES[language]}")


@then(parsers.parse("the page speaks {language}"))
def _speaks(reading: ReadingStory, language: str) -> None:
    declared, headings = reading.language, "; ".join(reading.headings)
    english = any(heading.casefold() in ENGLISH for heading in reading.headings)
    expect(
        declared.partition("-")[0].lower() == LOCALES[language][:2]
        and english is (language == "English"),
        f"The page is in {language}.",
        f"It calls its language {declared or 'nothing'} and is headed: {headings}.",
    )
