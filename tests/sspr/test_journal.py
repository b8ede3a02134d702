"""The journal survives an interruption and shows every change made to it afterwards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from sspr.errors import UsageError
from sspr.journal import Journal, broken_links, read_events
from sspr.secrets import remember

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal of three events."""
    path = tmp_path / "run" / "events.jsonl"
    with Journal(path) as writer:
        for name in ("one", "two\nlines\u2028and a separator", "three"):
            writer.append("scenario-finished", name=name)
    return path


def test_events_are_read_back_in_order(journal: Path) -> None:
    """What was appended is read back, numbered from one, whatever characters it holds."""
    events = read_events(journal)
    assert [event["seq"] for event in events] == [1, 2, 3]
    assert events[1]["name"] == "two\nlines\u2028and a separator"
    assert broken_links(journal) == []


def test_a_line_cut_off_is_left_out(journal: Path) -> None:
    """A run that was killed while writing is read as far as it went."""
    journal.write_bytes(journal.read_bytes()[:-20])
    assert [event["name"] for event in read_events(journal)][:1] == ["one"]
    assert len(read_events(journal)) == 2


def test_a_line_spoilt_in_the_middle_is_bad_input(journal: Path) -> None:
    """A journal with rubbish before its end is refused with the line."""
    lines = journal.read_bytes().splitlines()
    journal.write_bytes(b"\n".join([lines[0], b"{", lines[2]]))
    with pytest.raises(UsageError, match=r"events\.jsonl:2: is no JSON"):
        read_events(journal)


@given(at=st.integers(0, 2), key=st.sampled_from(["name", "time", "seq"]))
def test_a_changed_line_breaks_the_link_after_it(
    tmp_path_factory: pytest.TempPathFactory, at: int, key: str
) -> None:
    """Whichever field of whichever line is changed, the next line no longer fits."""
    path = tmp_path_factory.mktemp("journal") / "events.jsonl"
    with Journal(path) as writer:
        for name in ("one", "two", "three", "four"):
            writer.append("scenario-finished", name=name)
    lines = path.read_bytes().splitlines()
    lines[at] = json.dumps({**json.loads(lines[at]), key: "forged"}).encode()
    path.write_bytes(b"\n".join(lines) + b"\n")
    assert broken_links(path) == [at + 2]


def test_a_second_run_into_the_same_folder_is_refused(journal: Path) -> None:
    """An existing journal is never overwritten or continued."""
    before = journal.read_bytes()
    with pytest.raises(UsageError, match="there is a run in this folder already"):
        Journal(journal)
    assert journal.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_bad_input(tmp_path: Path) -> None:
    """A results folder that is a file is refused in one line."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        Journal(tmp_path / "taken" / "events.jsonl")


def test_secrets_do_not_reach_the_journal(tmp_path: Path) -> None:
    """A secret inside an event is redacted before it is written."""
    secret = remember(SecretStr("Tr0ub4dor&3-journal"))
    with Journal(tmp_path / "events.jsonl") as writer:
        writer.append("run-started", reason=f"typed {secret.get_secret_value()}")
    assert b"Tr0ub4dor" not in (tmp_path / "events.jsonl").read_bytes()
    assert read_events(tmp_path / "events.jsonl")[0]["reason"] == "typed [redacted]"
