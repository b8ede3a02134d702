"""What a user principal name may look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.rules.user_names import LONGEST, is_user_name


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("ada@contoso.com", True),
        ("o'neil_1-x!#^~.y@contoso.com", True),
        ("a" * 64 + "@contoso.com", True),
        ("a" * 65 + "@contoso.com", False),
        ("ada@" + "d" * 48, True),
        ("ada@" + "d" * 49, False),
        ("a" * 64 + "@" + "d" * 48, True),
        ("ada.@contoso.com", False),
        ("ada lovelace@contoso.com", False),
        ("adä@contoso.com", False),
        ("a+b@contoso.com", False),
        ("@contoso.com", False),
        ("ada@", False),
        ("ada", False),
    ],
)
def test_names(text: str, allowed: bool) -> None:  # noqa: FBT001 - a column of the table
    """Lengths, characters and full stops decide as documented."""
    assert is_user_name(text) == allowed


@given(st.text(max_size=130))
def test_a_name_is_short_and_has_one_sign(text: str) -> None:
    """Whatever is accepted is short enough and has exactly one @."""
    if is_user_name(text):
        assert len(text) <= LONGEST
        assert text.count("@") == 1
