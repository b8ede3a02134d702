"""Reading a policy file: what is accepted, and what a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from sspr.errors import UsageError
from sspr.policy import Method, load_policy

TUTORIAL = Path(__file__).parents[3] / "policies" / "tutorial.toml"

# what is replaced, what by, the line that the error must name, words that it must contain
MISTAKES = [
    ("required_to_reset = 2", "required_to_reset = 3", 13, "methods.required_to_reset = 3"),
    ('"selected"', '"some"', 8, "'none', 'selected' or 'all'"),
    ("group = ", "grup = ", 9, "enablement.grup is not a key"),
    ('"email"', '"pigeon"', 14, "'pigeon' is no method"),
    ("[writeback]", "[writebak]", 27, "writebak is not a key"),
    ("_days = 180", "_days = 731", 18, "less than or equal to 730"),
    ("https://support.contoso.com/", "call us", 25, "customization.helpdesk = 'call us'"),
    ("2024-02-16", '"soon"', 5, "tenant.service_date = 'soon'"),
    ('group = "SSPR-Test-Group"', "", 7, "needs the key group"),
    ('"email", "mobilePhone"', "", 12, "allowed needs 2 more than the authenticator app"),
    ('"email",', '"email", "email",', 12, "names a method twice"),
]


def test_the_tutorials_policy_reads_as_declared() -> None:
    """The sample policy means what Microsoft's tutorial configures."""
    policy = load_policy(TUTORIAL)
    assert policy.enablement.group == "SSPR-Test-Group"
    assert policy.methods.required_to_reset == 2
    assert set(policy.methods.allowed) == {
        Method.APP_NOTIFICATION,
        Method.APP_CODE,
        Method.EMAIL,
        Method.MOBILE_PHONE,
    }
    assert policy.notifications.all_admins


@pytest.mark.parametrize(("old", "new", "line", "words"), MISTAKES)
def test_a_mistake_is_told_in_one_line_that_names_it(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    """A wrong policy file is refused with the file, the line and what is allowed."""
    text = TUTORIAL.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "policy.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError) as refusal:
        load_policy(path)
    message = str(refusal.value)
    assert message.startswith(f"{path}:{line}: ")
    assert words in message
    assert "\n" not in message


def test_a_missing_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    """A policy file that is not there is named, with the option that names another."""
    with pytest.raises(UsageError, match=r"no such policy file.*--policy"):
        load_policy(tmp_path / "nowhere.toml")


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    """What is no TOML is refused with the place the parser stopped at."""
    path = tmp_path / "policy.toml"
    path.write_text("[enablement]\nenabled = = 1\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"not valid TOML.*line 2"):
        load_policy(path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused instead of crashing."""
    path = tmp_path / "policy.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read as text"):
        load_policy(path)
