"""A pytest plugin that names the sentences of collected scenarios for which there is no step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd.scenario import find_fixturedefs_for_step, scenario_wrapper_template_registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest
    from pytest_bdd.parser import Step


def pytest_collection_finish(session: pytest.Session) -> None:
    """Print one line for each of them."""
    known: set[tuple[str, str]] = set()
    for item in session.items:
        for step in _steps(item):
            sentence = (step.type, step.name)
            if sentence not in known and not _is_bound(step, item):
                print(f"UNBOUND {step.keyword} {step.name} ({item.name})")  # noqa: T201 - its output
            known.add(sentence)


def _steps(item: pytest.Item) -> Iterator[Step]:
    template = scenario_wrapper_template_registry[item.obj]  # type: ignore[attr-defined]
    callspec = getattr(item, "callspec", None)
    yield from template.render(callspec.params["_pytest_bdd_example"] if callspec else {}).steps


def _is_bound(step: Step, item: pytest.Item) -> bool:
    manager = item.session._fixturemanager
    return any(True for _ in find_fixturedefs_for_step(step, manager, item))
