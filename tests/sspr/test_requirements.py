"""The catalogue is complete, consistent, and in step with features, policy and deviations."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import DEVIATIONS
from emulator.timeline import BEGAN
from sspr.capabilities import LACKING
from sspr.requirements import (
    LAST_STATEMENT,
    Catalogue,
    Requirement,
    is_statement,
    load_catalogue,
    people,
    policy_keys,
)
from sspr.settings import place_of

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue()
CHAPTERS = tomllib.loads((ROOT / "sspr" / "catalogue" / "chapters.toml").read_text("utf-8"))

days = st.dates(dt.date(2015, 1, 1), dt.date(2035, 1, 1))


def requirement(**more: object) -> Requirement:
    """A requirement of which only ``more`` matters."""
    given = {"id": "RST-01", "statement": "It holds.", "chapter": "reset", "sources": ("C1",)}
    return Requirement.model_validate({**given, **more})


def test_there_are_at_least_120_requirements_over_all_chapters() -> None:
    """Every chapter of the tutorial has requirements, 120 and more together."""
    assert len(CATALOGUE) >= 120
    assert {each.chapter for each in CATALOGUE} == set(CHAPTERS["order"])


def test_every_policy_key_decides_something() -> None:
    """A key that no requirement depends on would be declared in vain."""
    decided = {key for each in CATALOGUE for key in each.policy_keys}
    assert decided == set(policy_keys())


def test_every_policy_key_has_a_place() -> None:
    """A deviation can name the page on which the setting lives."""
    assert [key for key in policy_keys() if not place_of(key)] == []
    assert place_of("nothing.known") == ""


def test_every_chapter_says_for_whom_it_matters() -> None:
    """Each chapter has a default, and a requirement's own word goes before it."""
    assert set(CHAPTERS["affects"]) == set(CHAPTERS["order"])
    assert CATALOGUE["RST-03"].affects == ("users",)
    assert CATALOGUE["NOT-05"].affects == ("administrators", "auditors")
    assert (
        people(CATALOGUE["CUS-01"].affects) == "users in the scope of the policy and the helpdesk"
    )


def test_ids_carry_the_prefix_of_their_chapter_and_leave_no_gap() -> None:
    """Chapter and id agree, and numbers run from 01 in the order of the file."""
    for chapter, prefix in CHAPTERS["prefix"].items():
        ids = [each.id for each in CATALOGUE if each.chapter == chapter]
        assert ids == [f"{prefix}-{number:02}" for number in range(1, len(ids) + 1)]


def test_a_statement_is_one_sentence() -> None:
    """A statement ends with its only full stop."""
    for each in CATALOGUE:
        assert not re.search(r"[.!?] [A-Z]", each.statement), each.id
        assert len(each.statement) <= 180, each.id


def test_every_document_is_cited() -> None:
    """The list of documents holds what is cited and nothing else."""
    assert {key for each in CATALOGUE for key in each.documents} == set(CATALOGUE.documents)


def test_needs_are_capabilities_of_a_tenant() -> None:
    """A requirement asks for nothing that no tenant could have."""
    assert {need for each in CATALOGUE for need in each.needs} <= set(LACKING)


def test_dates_are_those_on_which_microsoft_changes_something() -> None:
    """A requirement begins and ends on a day of the timeline, or on one that its source gives."""
    # J13: "mid-January 2025"; S3: a campaign, which asks nobody whom sign-in did not ask before.
    known = {*BEGAN.values(), dt.date(2025, 1, 15), dt.date(2026, 11, 9)}
    for each in CATALOGUE:
        assert {each.since, each.until} <= {*known, None}, each.id
        assert not (each.since and each.until and each.since >= each.until), each.id


def test_a_control_carries_its_version_and_stands_once() -> None:
    """Ids of frameworks move between versions, so none stands without."""
    for each in CATALOGUE:
        assert all(control.version and control.id for control in each.controls), each.id
        assert len(set(each.controls)) == len(each.controls), each.id


@pytest.mark.parametrize(
    ("framework", "version", "id_", "requirement_id"),
    [
        ("CIS Microsoft 365 Foundations", "7.0.0", "5.2.4.1", "ENA-05"),
        ("CIS Microsoft 365 Foundations", "7.0.0", "5.2.4.2", "RST-03"),
        ("CIS Microsoft 365 Foundations", "7.0.0", "5.2.4.3", "REG-10"),
        ("CIS Microsoft 365 Foundations", "7.0.0", "5.2.4.4", "NOT-01"),
        ("CIS Microsoft 365 Foundations", "7.0.0", "5.2.4.5", "NOT-05"),
        ("EIDSCA", "2026-08", "AP01", "ADM-05"),
    ],
)
def test_the_controls_that_ask_for_sspr_are_covered(
    framework: str, version: str, id_: str, requirement_id: str
) -> None:
    """The controls that are about SSPR itself are proved by the requirement that is theirs."""
    controls = CATALOGUE[requirement_id].controls
    assert (framework, version, id_) in {(c.framework, c.version, c.id) for c in controls}


@pytest.mark.parametrize("collision", range(1, 9))
def test_collisions_of_frameworks_are_told(collision: int) -> None:
    """Where frameworks ask for what Entra does not do, or for opposites, the reader is told."""
    telling = {
        1: ("PWD-02", "800-63B"),
        2: ("PWD-01", "PCI DSS"),
        3: ("PWD-05", "8.3.7"),
        4: ("PWD-15", "30 minutes"),
        5: ("RST-03", "only the authenticator app is left"),
        6: ("NOT-05", "can never fire"),
        7: ("RST-11", "800-63B-3"),
        8: ("RST-01", "IA-5(1)(e)"),
    }
    id_, words = telling[collision]
    assert words in CATALOGUE[id_].note
    assert "(L8)" in CATALOGUE[id_].note


def test_the_wrong_proxy_of_public_scanners_is_told() -> None:
    """Who compares with a scanner learns that it may read another switch (A19)."""
    assert "allowedToUseSSPR" in CATALOGUE["ENA-05"].note


def test_every_deviation_breaks_a_requirement_of_the_catalogue() -> None:
    """A way to misbehave names what it breaks."""
    assert [each.name for each in DEVIATIONS if each.requirement not in CATALOGUE] == []


def test_every_tag_of_a_feature_names_a_requirement_of_the_chapter() -> None:
    """Each feature names what it gathers evidence for, and stands in the folder of its chapter."""
    features = sorted((ROOT / "features").rglob("*.feature"))
    assert features
    for path in features:
        named = re.findall(r"@requirement:(\S+)", path.read_text("utf-8"))
        assert named, path
        assert [id_ for id_ in named if id_ not in CATALOGUE] == [], path
        assert path.parent.name in {CATALOGUE[id_].chapter for id_ in named}, path


def test_every_requirement_has_a_scenario_or_a_reason() -> None:
    """What is in the catalogue is observed, or says why nobody can."""
    missing = [
        each.id for each in CATALOGUE if each.id not in _promised() and not each.unobservable
    ]
    assert missing == []


def test_no_requirement_is_without_a_deviation() -> None:
    """A scenario that nothing can make fail proves little."""
    broken = {each.requirement for each in DEVIATIONS}
    bare = {each.id for each in CATALOGUE if each.id not in broken and not each.unobservable}
    assert sorted(bare) == []


def _promised() -> set[str]:
    return {
        id_
        for path in (ROOT / "features").rglob("*.feature")
        for id_ in re.findall(r"@requirement:(\S+)", path.read_text("utf-8"))
    }


def test_no_feature_observes_what_is_called_unobservable() -> None:
    """A written reason why no scenario can be goes when there is one."""
    assert [id_ for id_ in sorted(_promised()) if CATALOGUE[id_].unobservable] == []


@given(day=days, since=st.none() | days, until=st.none() | days)
def test_a_requirement_holds_from_its_first_day_to_the_day_before_its_last(
    day: dt.date, since: dt.date | None, until: dt.date | None
) -> None:
    """The first day is in, the last is out, none is for ever."""
    held = requirement(since=since, until=until).holds_on(day)
    assert held == ((since or dt.date.min) <= day < (until or dt.date.max))


@given(group=st.sampled_from(sorted(LAST_STATEMENT)), number=st.integers(0, 80))
def test_statement_numbers_end_where_the_groups_end(group: str, number: int) -> None:
    """A number beyond the last of its group is no source."""
    assert is_statement(f"{group}{number}") == (1 <= number <= LAST_STATEMENT[group])


@pytest.mark.parametrize(
    "wrong",
    [{"sources": ("C45",)}, {"policy_keys": ("methods.colour",)}, {"documents": ("NOWHERE",)}],
)
def test_a_catalogue_with_an_unknown_reference_is_refused(wrong: dict[str, object]) -> None:
    """A source, key or document that nobody knows is an error that names the requirement."""
    with pytest.raises(ValueError, match="RST-01: nobody knows"):
        Catalogue([requirement(**wrong)], {})


def test_a_catalogue_with_one_id_twice_is_refused() -> None:
    """Two requirements never share an id."""
    with pytest.raises(ValueError, match="one id"):
        Catalogue([requirement(), requirement()], {})


def test_the_json_is_complete() -> None:
    """What the command prints has every requirement with its sources and controls."""
    printed = CATALOGUE.as_json()
    assert len(printed["requirements"]) == len(CATALOGUE)
    assert {"id", "statement", "sources", "controls", "policy_keys"} <= set(
        printed["requirements"][0]
    )


def test_what_is_presumed_is_known_and_never_comes_back_to_itself() -> None:
    """A requirement may take others for granted, these others in turn, and none of them itself."""
    first, second = requirement(), requirement(id="RST-02", presumes=("RST-01",))
    third = requirement(id="RST-03", presumes=("RST-02",))
    catalogue = Catalogue([first, second, third], {})
    assert catalogue.presumed_by("RST-03") == {"RST-01", "RST-02"}
    with pytest.raises(ValueError, match="RST-02: nobody knows RST-01"):
        Catalogue([second], {})
    with pytest.raises(ValueError, match="takes itself for granted"):
        Catalogue([requirement(presumes=("RST-03",)), second, third], {})
