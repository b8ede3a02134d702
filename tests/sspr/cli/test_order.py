"""What a command asks of the scenarios' process."""

from __future__ import annotations

import pytest

from sspr.cli.order import by_chapter


@pytest.mark.parametrize(
    ("asked", "selection"),
    [
        ("RST", "RST-"),
        ("ENA or NOT", "ENA- or NOT-"),
        ("not (RST or UNL-01)", "not (RST- or UNL-01)"),
        ("RST-03", "RST-03"),
        ("first and captcha", "first and captcha"),
        ("SSPR_0013", "SSPR_0013"),
        ("MFA", "MFA"),
    ],
)
def test_the_letters_of_a_chapter_mean_its_requirements(asked: str, selection: str) -> None:
    """The letters of a chapter are made its ids; everything else stays as it was asked."""
    assert by_chapter(asked) == selection
