"""The page of a run shows who reads it what to attend to, and what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

import reports
from reports.page import pictured
from sspr.events import EvidenceRecord, StepRecord
from sspr.journal import Journal, digest
from tests.reports.journals import compliance, finished, journal

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def screenshot(folder: Path, name: str) -> EvidenceRecord:
    """A screenshot of one colour."""
    (folder / "evidence").mkdir(exist_ok=True)
    picture = folder / "evidence" / f"{name}.png"
    Image.new("RGB", (1024, 720), "navy").save(picture)
    return EvidenceRecord(
        id=name,
        kind="screenshot",
        title="A page",
        path=f"evidence/{name}.png",
        sha256=digest(picture.read_bytes()),
        time="2024-02-16T12:00:00.000+00:00",
    )


def test_the_page_begins_with_what_needs_attention(tmp_path: Path) -> None:
    """What deviates or could not be verified is named before anything that is in order."""
    told = {"observed": "None came.", "expected": "A mail comes."}
    reports.build(
        journal(
            tmp_path,
            finished("passed", "ENA-01"),
            finished("deviation", "NOT-01", **told),
            finished("inconclusive", "RST-02", reason="Only people read it."),
        )
    )
    page = (tmp_path / "compliance.html").read_text("utf-8")
    attention = page[page.index('id="attention"') : page.index('id="enablement"')]
    assert "None came." in attention
    assert "Only people read it." in attention
    assert "ENA-01" not in attention


def test_a_deviation_explains_itself(tmp_path: Path) -> None:
    """The report says in which step it was seen, by which evidence, and for whom it matters."""
    piece = EvidenceRecord(
        id="a-01", kind="mail", title="Inbox", path="evidence/a.json", sha256="0", time=""
    )
    steps = (
        StepRecord(keyword="When", name="the user resets", status="passed"),
        StepRecord(keyword="Then", name="a mail comes", status="failed", evidence=("a-01",)),
    )
    body = finished(
        "deviation", "NOT-05", observed="None came.", setting="notifications.all_admins"
    )
    body |= {"steps": [each.model_dump(mode="json") for each in steps]}
    body |= {"evidence": [piece.model_dump(mode="json")]}
    reports.build(journal(tmp_path, body))
    told = compliance(tmp_path)["by_id"]["NOT-05"]
    assert told["seen"] == {
        "scenario": "deviation",
        "step": "Then a mail comes",
        "evidence": ["evidence/a.json"],
    }
    assert told["affects"] == ["administrators", "auditors"]
    html = (tmp_path / "compliance.html").read_text("utf-8")
    for word in ("Then a mail comes", 'href="evidence/a.json"', "administrators and auditors"):
        assert word in html


def test_drifted_settings_are_listed(tmp_path: Path) -> None:
    """The report lists each drifted setting once, with both values and its page."""
    journal(tmp_path, finished("passed", "NOT-01"), finished("passed", "NOT-02"), end=False)
    with Journal(tmp_path / "more.jsonl") as writer:
        writer.append("configured", settings={"notifications.users": False}, source="here")
    with (tmp_path / "events.jsonl").open("ab") as events:
        events.write((tmp_path / "more.jsonl").read_bytes())
    reports.build(tmp_path)
    html = (tmp_path / "compliance.html").read_text("utf-8")
    drift = html.partition('id="drift"')[2].partition("</table>")[0]
    assert drift.count("<code>notifications.users</code>") == 1
    for word in (">true<", ">false<", "Password reset &gt; Notifications", "#NOT-01", "#NOT-02"):
        assert word in drift


def test_a_screenshot_stands_in_the_page_as_a_thumbnail(tmp_path: Path) -> None:
    """The page shows a small picture of its own and links the large one."""
    piece = screenshot(tmp_path, "a-01")
    reports.build(journal(tmp_path, finished("passed", "RST-03", evidence=(piece,))))
    page = (tmp_path / "compliance.html").read_text("utf-8")
    assert 'src="data:image/jpeg;base64,' in page
    assert 'href="evidence/a-01.png"' in page
    assert compliance(tmp_path)["by_id"]["RST-03"]["evidence"][0]["sha256"] == piece.sha256


def test_of_very_many_screenshots_those_that_tell_most_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a scenario that passed the last one, of another all; every one is linked."""
    monkeypatch.setattr("reports.page._ALL_UP_TO", 3)
    good = tuple(screenshot(tmp_path, f"good-{number}") for number in (1, 2))
    bad = tuple(screenshot(tmp_path, f"bad-{number}") for number in (1, 2))
    ends = finished("passed", "RST-03", evidence=good), finished("error", "RST-01", evidence=bad)
    reports.build(journal(tmp_path, *ends))
    page = (tmp_path / "compliance.html").read_text("utf-8")
    assert page.count("data:image/jpeg") == 3
    assert page.count('href="evidence/') == 4
    assert pictured(compliance(tmp_path)["requirements"]) == {
        "evidence/good-2.png",
        "evidence/bad-1.png",
        "evidence/bad-2.png",
    }


def test_a_pass_after_a_second_try_is_shown_as_such(tmp_path: Path) -> None:
    """Nothing that had to be tried again hides in a green report."""
    tries = ({"time": "2024-02-16T12:00:00.000+00:00", "request": "GET /users", "cause": "429"},)
    reports.build(journal(tmp_path, finished("passed", "RST-03", second_tries=tries)))
    assert "after 1 second try" in (tmp_path / "compliance.html").read_text("utf-8")
    (scenario,) = compliance(tmp_path)["by_id"]["RST-03"]["scenarios"]
    assert scenario["second_tries"] == [*tries]
