"""The table of deviations says what the journals say: caught, missed, collateral."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.detection import Broken, as_document, as_markdown, detect, met_in
from sspr.events import Outcome, ScenarioFinished, ScenarioRecord
from sspr.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

MAIL = Broken("mail-missing", "NOT-01", "No mail comes.")
STEP = Broken("step-missing", "RST-03", "One step is enough.")


def _journal(folder: Path, *endings: tuple[str, str, Outcome]) -> Path:
    """A journal of scenarios: the deviation each met, its requirement, and how it ended."""
    folder.mkdir()
    with Journal(folder / "events.jsonl") as journal:
        for broken, requirement, outcome in endings:
            id_ = f"features/a.feature:{requirement} under {broken}"
            scenario = ScenarioRecord(id=id_, name="a", feature="A", uri="features/a.feature")
            body = ScenarioFinished(
                scenario=scenario, requirements=(requirement,), outcome=outcome, broken=broken
            )
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
    assert lines[0].endswith("| NOT-01 | yes | a.feature:NOT-01 | 0 | not looked for |")
    assert lines[1].endswith("| RST-03 | **no** | nobody | 0 | not looked for |")
