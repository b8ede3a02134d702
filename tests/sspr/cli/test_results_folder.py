"""The folder of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from sspr.cli import results_folder
from sspr.errors import UsageError


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands are given in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_runs_of_one_second_do_not_meet() -> None:
    """Folders that are named by the time are new each time."""
    folders = {results_folder.make(None) for _ in range(5)}
    assert len(folders) == 5
    assert {folder.parent for folder in folders} == {Path("results")}


def test_an_empty_folder_will_do() -> None:
    """A named folder may be there already, as long as nothing is in it."""
    Path("mine").mkdir()
    assert results_folder.make(Path("mine")) == Path("mine")


def test_the_newest_is_easy_to_find() -> None:
    """``latest`` moves on to the next run."""
    for name in ("one", "two"):
        folder = results_folder.make(Path("results", name))
        (folder / "said").write_text(name, encoding="utf-8")
        results_folder.point_latest(folder)
    assert Path("results/latest/said").read_text(encoding="utf-8") == "two"


def test_where_links_are_not_possible_a_text_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows without developer mode."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("a required privilege is not held")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    results_folder.point_latest(results_folder.make(Path("results", "one")))
    assert Path("results/latest").read_text(encoding="utf-8") == "one\n"


def test_a_folder_elsewhere_is_not_the_latest() -> None:
    """``results/latest`` speaks of ``results`` only."""
    results_folder.point_latest(results_folder.make(Path("elsewhere", "one")))
    assert not Path("elsewhere/latest").exists()
    assert not Path("results").exists()


def test_a_file_in_the_way_is_one_line() -> None:
    """The line names the folder and the option."""
    Path("results").touch()
    with pytest.raises(UsageError, match="--results"):
        results_folder.make(None)
