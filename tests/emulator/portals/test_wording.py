"""The labels: every language says what English says, with the same gaps to fill."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from emulator.portals.wording import words
from emulator.rules.languages import LANGUAGES

LABELS = Path(__file__).parents[3] / "emulator" / "portals" / "labels"
FILES = [path for path in LABELS.rglob("*.toml") if path.stem != "en-US"]


def read(path: Path) -> dict[str, str]:
    """The labels of one file."""
    return tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_translation_says_nothing_that_english_does_not(path: Path) -> None:
    """No label too many, and each has the gaps of the English one."""
    english = read(path.with_name("en-US.toml"))
    for key, text in read(path).items():
        assert key in english, key
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", english[key]))


@pytest.mark.parametrize("site", ["common", "signin", "registration", "questions", "reset"])
def test_every_language_is_spoken_and_what_is_left_out_is_english(site: str) -> None:
    """Each language has a file, and the labels are the same ones in each."""
    english = words(site, "en-US")
    assert english
    for language in LANGUAGES:
        assert (LABELS / site / f"{language}.toml").exists()
        assert words(site, language).keys() == english.keys()
