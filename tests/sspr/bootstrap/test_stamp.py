"""Stamps of what was installed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sspr.bootstrap.stamp import Stamp


@given(before=st.binary(max_size=20), after=st.binary(max_size=20), finished=st.booleans())
def test_a_folder_is_current_only_when_finished_from_these_sources(
    *, before: bytes, after: bytes, finished: bool
) -> None:
    """Current means: made to the end, from sources that have not changed since."""
    with tempfile.TemporaryDirectory() as name:
        source, folder = Path(name, "lock"), Path(name, "made")
        source.write_bytes(before)
        stamp = Stamp(folder, source)
        stamp.begin()
        if finished:
            stamp.finish()
        source.write_bytes(after)
        assert Stamp(folder, source).is_current() == (finished and before == after)


def test_an_interrupted_change_is_not_taken_for_the_old_state(tmp_path: Path) -> None:
    """Who begins again and never finishes leaves no folder that counts as current."""
    source = tmp_path / "lock"
    source.touch()
    stamp = Stamp(tmp_path / "made", source)
    stamp.begin()
    stamp.finish()
    stamp.begin()
    assert stamp.was_interrupted()
    assert not stamp.is_current()


def test_a_stamp_that_is_no_text_is_no_stamp(tmp_path: Path) -> None:
    """A damaged stamp leads to a new installation, not to an error."""
    source = tmp_path / "lock"
    source.touch()
    stamp = Stamp(tmp_path, source)
    (tmp_path / ".sspr-made-from").write_bytes(b"\xff\xfe")
    assert not stamp.is_current()
