"""``junit.xml``: one test case a scenario, for machines that read nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from reports.ledger import Ledger
    from sspr.events import ScenarioFinished

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ELEMENT = {
    "deviation": "failure",
    "error": "error",
    "inconclusive": "skipped",
    "not-applicable": "skipped",
}


def junit(ledger: Ledger) -> bytes:
    """The document, in UTF-8."""
    outcomes = [each.outcome for each in ledger.scenarios]
    suite = ET.Element(
        "testsuite",
        name="sspr",
        tests=str(len(outcomes)),
        failures=str(outcomes.count("deviation")),
        errors=str(outcomes.count("error") + len(ledger.failures)),
        skipped=str(outcomes.count("inconclusive") + outcomes.count("not-applicable")),
        time=_seconds(sum(each.duration_ms for each in ledger.scenarios)),
        timestamp=ledger.began,
    )
    for finished in ledger.scenarios:
        suite.append(_case(finished))
    root = ET.Element("testsuites")
    root.append(suite)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _case(finished: ScenarioFinished) -> ET.Element:
    case = ET.Element(
        "testcase",
        classname=_clean(finished.scenario.uri),
        name=_clean(f"{finished.scenario.name} [{', '.join(finished.requirements)}]"),
        time=_seconds(finished.duration_ms),
    )
    if element := _ELEMENT.get(finished.outcome):
        told = ET.SubElement(case, element, message=_clean(finished.reason), type=finished.outcome)
        told.text = _clean(_told(finished))
    return case


def _told(finished: ScenarioFinished) -> str:
    if not finished.expected:
        return finished.observed or finished.reason
    return f"Expected: {finished.expected}\nObserved: {finished.observed}"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.3f}"
