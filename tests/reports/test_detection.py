"""The table of deviations says what the journals say: caught, missed, collateral."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reports.detection import Broken, Detection, detect, met_in
from reports.detection_table import as_document, as_markdown
from sspr.events import Outcome, ScenarioFinished, ScenarioRecord
from sspr.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

MAIL = Broken("mail-missing", "NOT-01", "No mail comes.")
STEP = Broken("step-missing", "RST-03", "One step is enough.")


def _finished(requirement: str, outcome: Outcome, **more: Any) -> ScenarioFinished:
    suffix = f" under {more['broken']}" if "broken" in more else ""
    id_ = f"features/a.feature:{requirement}{suffix}"
    scenario = ScenarioRecord(id=id_, name="a", feature="A", uri="features/a.feature")
    return ScenarioFinished(scenario=scenario, requirements=(requirement,), outcome=outcome, **more)


def _journal(folder: Path, *endings: tuple[str, str, Outcome]) -> Path:
    """A journal of scenarios: the deviation each met, its requirement, and how it ended."""
    folder.mkdir()
    with Journal(folder / "events.jsonl") as journal:
        for broken, requirement, outcome in endings:
            body = _finished(requirement, outcome, broken=broken)
            journal.append("scenario-finished", **body.model_dump(mode="json"))
    return folder


def test_a_deviation_is_caught_where_its_own_requirement_deviates(tmp_path: Path) -> None:
    """Only a deviation of the broken requirement counts as caught, over all runs together."""
    first = _journal(tmp_path / "1", ("mail-missing", "NOT-01", "deviation"))
    second = _journal(tmp_path / "2", ("step-missing", "RST-03", "passed"))
    mail, step = detect([MAIL, STEP], [first, second])
    assert mail.caught_by == ("a.feature:NOT-01",)
    assert not step.caught


def test_what_was_reported_though_untouched_is_collateral(tmp_path: Path) -> None:
    """A deviation of another requirement is told with the scenario that reported it."""
    endings = [("mail-missing", "NOT-01", "deviation"), ("mail-missing", "RST-03", "deviation")]
    (mail,) = detect([MAIL], [_journal(tmp_path / "1", *endings)])  # type: ignore[arg-type]
    assert mail.collateral == (("RST-03", "a.feature:RST-03"),)
    assert mail.others == 1
    assert met_in([tmp_path / "1"]) == {"mail-missing"}


def test_a_failure_of_the_harness_is_collateral(tmp_path: Path) -> None:
    """A deviation may make nobody else's scenario fail, by whatever it is met."""
    endings = [("mail-missing", "NOT-01", "deviation"), ("mail-missing", "RST-03", "error")]
    (mail,) = detect([MAIL], [_journal(tmp_path / "1", *endings)])  # type: ignore[arg-type]
    assert mail.collateral == (("RST-03", "a.feature:RST-03"),)


def test_who_takes_the_broken_requirement_for_granted_is_no_collateral(tmp_path: Path) -> None:
    """RST-05 takes RST-04 for granted and may deviate with it; the other way round it is blame."""
    endings = [
        ("nothing-changes", "RST-04", "deviation"),
        ("nothing-changes", "RST-05", "deviation"),
    ]
    folder = _journal(tmp_path / "1", *endings)  # type: ignore[arg-type]
    (mended,) = detect([Broken("nothing-changes", "RST-04", "Nothing changes.")], [folder])
    assert (mended.collateral, mended.others) == ((), 1)
    (blamed,) = detect([Broken("nothing-changes", "RST-05", "Nothing changes.")], [folder])
    assert [id_ for id_, _ in blamed.collateral] == ["RST-04"]


def test_how_many_others_could_tell_is_watched_without_deviations(tmp_path: Path) -> None:
    """Of other requirements those count that a deviation bears on and that apply."""
    shown = _journal(tmp_path / "1", ("mail-missing", "NOT-01", "deviation"))
    watched = tmp_path / "2"
    endings: list[tuple[str, Outcome, tuple[str, ...]]] = [
        ("NOT-01", "passed", ("mail-missing",)),
        ("RST-03", "passed", ("mail-missing", "step-missing")),
        ("RST-04", "not-applicable", ("mail-missing",)),
    ]
    with Journal(watched / "events.jsonl") as journal:
        for requirement, outcome, bearing in endings:
            body = _finished(requirement, outcome, bearing=bearing)
            journal.append("scenario-finished", **body.model_dump(mode="json"))
    mail, step = detect([MAIL, STEP], [shown, watched])
    assert (mail.others, mail.able) == (0, 1)
    assert step.able is None


def test_where_nobody_else_can_tell_nobody_is_blamed() -> None:
    """What bears on no other scenario has no collateral; the table says of how many any were."""
    nobody = Detection(MAIL, ("a.feature:A",), (), (), others=0, able=0)
    sampled = Detection(STEP, ("a.feature:A",), (), (), others=0, able=7)
    first, second = [each for each in as_markdown([nobody, sampled]).splitlines() if "| `" in each]
    assert first.endswith("| 0 of 7 | not looked for |")
    assert second.endswith("| 0 of 0 | none |")


def test_an_inconclusive_scenario_has_not_noticed(tmp_path: Path) -> None:
    """A scenario that could not verify its promise is told, and does not count as caught."""
    (mail,) = detect([MAIL], [_journal(tmp_path / "1", ("mail-missing", "NOT-01", "inconclusive"))])
    assert not mail.caught
    assert mail.otherwise == ("a.feature:NOT-01: inconclusive",)


def test_the_document_and_the_table_say_the_same(tmp_path: Path) -> None:
    """JSON and Markdown hold one entry a deviation, caught or not."""
    found = detect(
        [MAIL, STEP], [_journal(tmp_path / "1", ("mail-missing", "NOT-01", "deviation"))]
    )
    document = as_document(found)
    assert document["caught"] == 1
    assert [each["caught"] for each in document["deviations"]] == [True, False]
    told = as_markdown(found)
    assert "1 of 2 deviations are caught." in told
    lines = [line for line in told.splitlines() if line.startswith("| `")]
    assert lines[0].endswith("| RST-03 | **no** | nobody | 0 | not looked for |")
    assert lines[1].endswith("| NOT-01 | yes | a.feature:NOT-01 | 0 | not looked for |")


def test_each_chapter_has_a_table_and_a_line_that_sums_it_up() -> None:
    """The chapters stand in the order of the catalogue, each with its numbers at the top."""
    blamed = Detection(STEP, ("a.feature:A",), (("NOT-01", "a.feature:B"),), (), others=3)
    missed = Detection(STEP, (), (), (), others=1)
    told = as_markdown([Detection(MAIL, ("a.feature:C",), (), ()), blamed, missed])
    assert "| [Reset](#reset) | 2 | 1 | 1 | 4 | 1 |" in told
    assert "| [Notifications](#notifications) | 1 | 1 | 1 | 0 | none |" in told
    assert told.index("\n## Reset\n") < told.index("\n## Notifications\n")
