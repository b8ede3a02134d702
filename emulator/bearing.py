"""
Which deviations bear on what happens: those that would have made the tenant act otherwise.

Rules are pure, so each can be asked again with one deviation more among those that it asked for.
One that changes no answer cannot be noticed by whoever got these answers. Outside of the rules,
every deviation that is asked for is taken to bear.
"""

from __future__ import annotations

import functools
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from emulator import rules
from emulator.deviations import Bent, is_met
from emulator.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from emulator.deviations import Case

Rule = Callable[..., Any]


class Watched(Bent):
    """
    The deviations that are switched on, with a note of what is asked for.

    Attributes:
        noted: The names that were asked for; of a tenant's, those that bear.
    """

    noted: set[str]

    @classmethod
    def over(cls, bent: Bent) -> Watched:
        """Watch what is asked of ``bent`` from now on."""
        watched = cls(bent)
        watched.noted = set()
        return watched

    def __contains__(self, name: object) -> bool:
        """Whether it is switched on."""
        if isinstance(name, str):
            self.noted.add(name)
        return super().__contains__(name)

    def meets(self, cases: Mapping[str, Case]) -> bool:
        """The same, but a deviation is asked for only where its case is met."""
        return any(is_met(case) and name in self for name, case in cases.items())


class _Trial(Watched):
    """The deviations that a rule is asked with: what it asks of others is not asked twice."""


def watch() -> None:
    """Ask every rule twice from now on, wherever a module of the emulator has it."""
    twice = {rule: asked_twice(rule) for rule in _rules()}
    modules = [module for name, module in sys.modules.items() if name.startswith("emulator")]
    for module in modules:
        for name, value in [*vars(module).items()]:
            if inspect.isfunction(value) and value in twice:
                setattr(module, name, twice[value])
    setattr(Timeline, "has", asked_twice(Timeline.has))  # noqa: B010 - mypy wants no assignment


def _rules() -> Iterator[Rule]:
    for found in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."):
        functions = inspect.getmembers(import_module(found.name), inspect.isfunction)
        yield from (each for _, each in functions if each.__module__ == found.name)


def asked_twice(rule: Rule) -> Rule:
    """``rule``, with a note in the deviations that it is given of those that change its answer."""

    @functools.wraps(rule)
    def answering(*given: Any, **named: Any) -> Any:
        call = _Call(rule, tuple(map(_kept, given)), {k: _kept(v) for k, v in named.items()})
        watched = call.watched()
        if watched is None:
            return rule(*call.given, **call.named)
        return call.noting(watched)

    return answering


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a rule returned or raised; an iterator is kept as what it yields."""

    value: Any = None
    error: Exception | None = None
    iterated: bool = False

    def differs(self, other: _Answer) -> bool:
        """Whether a caller could tell the two apart."""
        if self.error or other.error:
            return repr(self.error) != repr(other.error)
        return bool(self.value != other.value)

    def give(self) -> Any:
        """Return or raise it again."""
        if self.error:
            raise self.error
        return iter(self.value) if self.iterated else self.value


@dataclass(frozen=True, slots=True)
class _Call:
    """A rule and what it is asked about."""

    rule: Rule
    given: tuple[Any, ...]
    named: dict[str, Any]

    def watched(self) -> Watched | None:
        """The deviations that it is given, unless nobody notes or this is a trial."""
        found = map(_watched_in, (*self.given, *self.named.values()))
        return next((each for each in found if each is not None), None)

    def noting(self, watched: Watched) -> Any:
        """Its answer, with a note of what would have changed it."""
        trial = _Trial.over(watched)
        answer = self._with(trial)
        for name in trial.noted - watched.noted - watched:
            if answer.differs(self._with(_Trial.over(Bent({*watched, name})))):
                watched.noted.add(name)
        return answer.give()

    def _with(self, bent: Watched) -> _Answer:
        given = [_bending(each, bent) for each in self.given]
        named = {key: _bending(each, bent) for key, each in self.named.items()}
        try:
            value = self.rule(*given, **named)
            return _Answer(_kept(value), iterated=isinstance(value, Iterator))
        except Exception as error:  # noqa: BLE001 - whatever a rule raises is its answer
            return _Answer(error=error)


def _kept(value: Any) -> Any:
    return tuple(value) if isinstance(value, Iterator) else value


def _watched_in(value: Any) -> Watched | None:
    if isinstance(value, Watched):
        return None if isinstance(value, _Trial) else value
    found = map(_watched_in, _parts(value).values())
    return next((each for each in found if each is not None), None)


def _bending(value: Any, bent: Watched) -> Any:
    """``value`` with ``bent`` in the place of the deviations in it."""
    if isinstance(value, Watched):
        return bent
    parts = _parts(value)
    others = {name: new for name, old in parts.items() if (new := _bending(old, bent)) is not old}
    return replace(value, **others) if others else value


def _parts(value: Any) -> dict[str, Any]:
    """What a value object holds; nothing of what is no value."""
    parameters: Any = getattr(value, "__dataclass_params__", None)
    if isinstance(value, type) or not is_dataclass(value) or not parameters.frozen:
        return {}
    return {each.name: getattr(value, each.name) for each in fields(value) if each.init}
