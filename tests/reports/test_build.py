"""The reports of a run say what its journal says, whatever the journal says."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import reports
from reports.page import pictured
from reports.spreadsheet import inert
from sspr.errors import UsageError
from sspr.events import EvidenceRecord, ScenarioFinished, ScenarioRecord, StepRecord
from sspr.journal import Journal, digest
from sspr.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

POLICY = {
    "notifications": {"users": True, "all_admins": True},
    "methods": {"required_to_reset": 2, "allowed": ["email"]},
}
HOSTILE = "<script>alert('x')</script> \x00 =1+1 \N{SKULL} ]]>"


def finished(outcome: str, *requirements: str, **more: Any) -> dict[str, Any]:
    """The body of an event of a scenario that came to ``outcome``."""
    scenario = ScenarioRecord(
        id=f"features/a.feature:{outcome}{requirements}",
        name=more.pop("name", outcome),
        feature="A promise",
        uri="features/a.feature",
    )
    step = StepRecord(keyword="Then", name="it holds", status="passed")
    body = ScenarioFinished(
        scenario=scenario,
        requirements=requirements,
        outcome=outcome,  # type: ignore[arg-type]  # the tests name real outcomes
        steps=(step,),
        **more,
    )
    return body.model_dump(mode="json")


def journal(
    folder: Path,
    *scenarios: dict[str, Any],
    end: bool = True,
    waivers: tuple[dict[str, str], ...] = (),
    **tenant: Any,
) -> Path:
    """Write a journal of a run with ``scenarios`` into ``folder``."""
    with Journal(folder / "events.jsonl") as writer:
        writer.append(
            "run-started",
            run={"id": "run-1", "harness": "0.1.0", "python": "3.11"},
            policy=POLICY,
            policy_file="tutorial.toml",
            waivers=[*waivers],
            tenant={
                "kind": "emulator",
                "name": "emulator",
                "service_date": "2024-02-16",
                "emulate": "",
                "deviations": [],
                **tenant,
            },
        )
        plan = [{"scenario": s["scenario"], "requirements": s["requirements"]} for s in scenarios]
        writer.append("planned", scenarios=plan)
        for scenario in scenarios[: None if end else -1]:
            writer.append("scenario-finished", **scenario)
        if end:
            writer.append("run-finished", interrupted=False)
    return folder


def compliance(folder: Path) -> dict[str, Any]:
    """The document of ``folder``, and its requirements by id."""
    document: dict[str, Any] = json.loads((folder / "compliance.json").read_text("utf-8"))
    document["by_id"] = {each["id"]: each for each in document["requirements"]}
    return document


def test_a_compliant_run(tmp_path: Path) -> None:
    """What passed is compliant and the command ends with 0."""
    summary = reports.build(journal(tmp_path, finished("passed", "RST-03", "NOT-01")))
    assert (summary.verdict, summary.exit_code) == (Verdict.COMPLIANT, 0)
    assert summary.counts["compliant"] == 2
    assert compliance(tmp_path)["verdict"] == "compliant"
    assert compliance(tmp_path)["by_id"]["RST-03"]["declared"] == {"methods.required_to_reset": 2}


def test_a_deviation_names_requirement_and_setting(tmp_path: Path) -> None:
    """The summary says which requirement is violated, how, and where the setting lives."""
    told = {"expected": "A mail comes.", "observed": "None came.", "setting": "notifications.users"}
    summary = reports.build(journal(tmp_path, finished("deviation", "NOT-01", **told)))
    assert summary.exit_code == 1
    (violated,) = summary.violated
    assert (violated.id, violated.expected, violated.observed) == (
        "NOT-01",
        "A mail comes.",
        "None came.",
    )
    assert violated.setting_page.endswith("Password reset > Notifications")


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


@pytest.mark.parametrize(
    ("until", "verdict", "exit_code"),
    [("2999-01-01", "waived", 0), ("2020-01-01", "deviation", 1)],
)
def test_a_waiver_counts_for_its_time(
    tmp_path: Path, until: str, verdict: str, exit_code: int
) -> None:
    """A waived deviation is no violation but stays visible; an expired waiver does not count."""
    waiver = {"requirement": "NOT-01", "reason": "Relay.", "by": "Dana Roth", "until": until}
    deviating = finished("deviation", "NOT-01", observed="None came.", expected="A mail comes.")
    summary = reports.build(
        journal(tmp_path, deviating, finished("passed", "RST-03"), waivers=(waiver,))
    )
    assert summary.exit_code == exit_code
    told = compliance(tmp_path)["by_id"]["NOT-01"]
    assert (told["verdict"], told["observed"]) == (verdict, "None came.")
    assert f"Dana Roth {'until' if verdict == 'waived' else 'ended on'} {until}" in told["reason"]
    assert told["waiver"]["expired"] is (verdict == "deviation")


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


def test_an_interrupted_run_is_readable_and_inconclusive(tmp_path: Path) -> None:
    """A run cut off in the middle keeps its results and claims nothing more."""
    results = journal(
        tmp_path, finished("passed", "RST-03"), finished("passed", "NOT-01"), end=False
    )
    with (results / "events.jsonl").open("ab") as file:
        file.write(b'{"seq": 9, "kind": "scenario-fin')
    summary = reports.build(results)
    assert (summary.interrupted, summary.exit_code) == (True, 3)
    by_id = compliance(tmp_path)["by_id"]
    assert by_id["RST-03"]["verdict"] == "compliant"
    assert by_id["NOT-01"]["verdict"] == "inconclusive"


def test_a_run_that_was_killed_at_once_is_readable(tmp_path: Path) -> None:
    """A journal without a single event gives reports that say that nothing was observed."""
    (tmp_path / "events.jsonl").write_bytes(b"")
    summary = reports.build(tmp_path)
    assert (summary.verdict, summary.interrupted, summary.exit_code) == (
        Verdict.INCONCLUSIVE,
        True,
        3,
    )


def test_a_harness_failure_ends_with_4(tmp_path: Path) -> None:
    """An error of the harness is no verdict on the tenant."""
    summary = reports.build(journal(tmp_path, finished("error", "NOT-01", reason="boom")))
    assert summary.exit_code == 4
    assert summary.harness_failures == ("error: boom",)
    assert compliance(tmp_path)["by_id"]["NOT-01"]["verdict"] == "inconclusive"


def test_a_leak_ends_with_4_whatever_the_verdict(tmp_path: Path) -> None:
    """A secret in an artefact fails the run even if a deviation was found."""
    journal(tmp_path, finished("deviation", "NOT-01"), end=False)
    events = (tmp_path / "events.jsonl").read_bytes()
    line = json.dumps({"kind": "leaked", "paths": ["evidence/a.json"]}).encode()
    (tmp_path / "events.jsonl").write_bytes(events + line + b"\n")
    assert reports.build(tmp_path).exit_code == 4
    assert "evidence/a.json" in (tmp_path / "compliance.html").read_text("utf-8")


def test_an_unknown_requirement_is_a_failure_of_the_harness(tmp_path: Path) -> None:
    """A tag that no catalogue entry answers to does not pass silently."""
    summary = reports.build(journal(tmp_path, finished("passed", "RST-98")))
    assert summary.exit_code == 4
    assert "RST-98" in summary.harness_failures[0]


def test_a_requirement_out_of_its_time_is_not_applicable(tmp_path: Path) -> None:
    """What holds from a later day on is not judged, even if a scenario passed."""
    reports.build(journal(tmp_path, finished("passed", "RST-10")))
    requirement = compliance(tmp_path)["by_id"]["RST-10"]
    assert requirement["verdict"] == "not applicable"
    assert "the service date is 2024-02-16" in requirement["reason"]


def test_drift_is_told_apart_from_deviation(tmp_path: Path) -> None:
    """A setting that is not as declared is drift; the verdict stays with what was seen."""
    journal(tmp_path, finished("passed", "NOT-01"), end=False)
    lines = (tmp_path / "events.jsonl").read_bytes()
    configured = {"kind": "configured", "settings": {"notifications.users": False}, "source": "x"}
    done = {**finished("passed", "NOT-01"), "kind": "scenario-finished"}
    more = b"".join(json.dumps(each).encode() + b"\n" for each in (configured, done))
    (tmp_path / "events.jsonl").write_bytes(lines + more)
    assert reports.build(tmp_path).drift == ("notifications.users",)
    requirement = compliance(tmp_path)["by_id"]["NOT-01"]
    assert requirement["drift"] == ["notifications.users"]
    assert requirement["verdict"] == "compliant"


def test_reports_can_be_made_again(tmp_path: Path) -> None:
    """The same journal gives the same bytes."""
    journal(tmp_path, finished("passed", "RST-03"))
    reports.build(tmp_path)
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    reports.build(tmp_path)
    assert once == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path) -> None:
    """Nothing is missing from the manifest but itself, and every digest is right."""
    reports.build(journal(tmp_path, finished("passed", "RST-03")))
    entries = json.loads((tmp_path / "manifest.json").read_text())["files"]
    names = {path.name for path in tmp_path.iterdir()} - {"manifest.json"}
    assert {entry["path"] for entry in entries} == names
    for entry in entries:
        data = (tmp_path / entry["path"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["size"] == len(data)


def test_hostile_text_harms_no_report(tmp_path: Path) -> None:
    """Markup, formulas and control characters of a tenant stay text in every report."""
    told = {"expected": HOSTILE, "observed": HOSTILE, "name": HOSTILE, "reason": HOSTILE}
    reports.build(journal(tmp_path, finished("deviation", "NOT-01", **told)))
    assert "<script" not in (tmp_path / "compliance.html").read_text("utf-8").lower()
    case = ET.parse(tmp_path / "junit.xml").find(".//failure")  # noqa: S314 - our own file
    assert case is not None
    assert "alert" in case.attrib["message"]


def test_junit_counts_what_happened(tmp_path: Path) -> None:
    """Deviations are failures, harness failures errors, and what was not observed is skipped."""
    ends = ("passed", "deviation", "error", "inconclusive", "not-applicable")
    reports.build(journal(tmp_path, *(finished(each, "RST-03") for each in ends)))
    suite = ET.parse(tmp_path / "junit.xml").find("testsuite")  # noqa: S314 - our own file
    assert suite is not None
    counts = [suite.attrib[key] for key in ("tests", "failures", "errors", "skipped")]
    assert counts == ["5", "1", "1", "2"]


def test_the_spreadsheet_has_one_line_a_requirement(tmp_path: Path) -> None:
    """The CSV is read back by any reader, and no cell begins a formula."""
    told = {"observed": "=cmd|' /C calc'!A0"}
    reports.build(journal(tmp_path, finished("deviation", "NOT-01", "RST-03", **told)))
    text = (tmp_path / "compliance.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == ["RST-03", "NOT-01"]
    assert rows[1]["observed"] == "'=cmd|' /C calc'!A0"
    assert rows[1]["declared"] == "notifications.users = true"


@given(text=st.text() | st.from_regex(r"[ ]*[=+@\t\r\n|%-].*", fullmatch=True))
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a cell holds, a spreadsheet shows it and calculates nothing; text stays readable."""
    assert not inert(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert inert(text).removeprefix("'") == text.removeprefix("'") or text.startswith("'")


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


def test_a_folder_without_a_run_is_bad_input(tmp_path: Path) -> None:
    """A folder that holds no journal is refused in one line."""
    with pytest.raises(UsageError, match=r"events\.jsonl: cannot be read"):
        reports.build(tmp_path)
