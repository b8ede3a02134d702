"""
Drawing legal policies so that soon every two values of two settings have met in one of them.

What goes wrong in a policy mostly hangs on two settings at once, so each next policy is, of many
candidates, the one in which most pairs of values meet for the first time. Once all have met the
draws go on at random.
"""

from __future__ import annotations

import datetime as dt
import random
from itertools import combinations
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sspr.policy.model import Method, MigrationState, Policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CANDIDATES = 40
_ALLOWED = "methods.allowed."
_SWITCH = (True, False)

DAYS = (
    dt.date(2024, 2, 16),  # Microsoft's tutorial
    dt.date(2025, 7, 1),  # the newer registration pages
    dt.date(2025, 9, 15),  # a fresh second factor before security info changes (S11)
    dt.date(2026, 9, 10),  # no captcha (S1)
    dt.date(2026, 10, 20),  # registered methods only (S2)
    dt.date(2026, 11, 25),  # the registration campaign (S3)
    dt.date(2027, 2, 10),  # no texts and calls (S7)
    dt.date(2027, 4, 1),  # no security questions (S6)
)
"""One day of each behaviour that Microsoft had or announced."""

AXES: dict[str, tuple[Any, ...]] = {
    "tenant.service_date": DAYS,
    "tenant.organization": ("Contoso", "Müller & Söhne"),
    "enablement.enabled": ("none", "selected", "all"),
    "enablement.administrators": _SWITCH,
    "methods.required_to_reset": (1, 2),
    **{_ALLOWED + method: _SWITCH for method in Method},
    "methods.questions_to_register": (3, 4, 5),
    "methods.questions_to_reset": (3, 4, 5),
    "methods.migration_state": tuple(MigrationState),
    "registration.required_at_sign_in": _SWITCH,
    "registration.reconfirm_after_days": (0, 1, 180, 730),
    "notifications.users": _SWITCH,
    "notifications.all_admins": _SWITCH,
    "customization.helpdesk": (None, "https://support.contoso.com/", "help@contoso.com"),
    "writeback.enabled": _SWITCH,
    "writeback.unlock_without_reset": _SWITCH,
}
"""The values that each setting is drawn from; each method is a setting of its own."""

Values = dict[str, Any]
Pair = tuple[str, Any, str, Any]


def draw_policies(seed: int) -> Iterator[Policy]:
    """Legal policies without end, the same ones for the same ``seed``."""
    chance, met = random.Random(seed), set[Pair]()  # noqa: S311 - nothing secret is drawn
    while True:
        candidates = [_candidate(chance) for _ in range(CANDIDATES)]
        values, policy = max(candidates, key=lambda each: len(pairs_of(each[0]) - met))
        met |= pairs_of(values)
        yield policy


def pairs_of(values: Mapping[str, Any]) -> set[Pair]:
    """Every two values that meet in one policy."""
    named = sorted(values.items(), key=lambda each: each[0])
    return {(*first, *second) for first, second in combinations(named, 2)}


def values_of(policy: Policy) -> Values:
    """The values of a policy along the axes."""
    sections = policy.model_dump()
    values = {}
    for axis in AXES:
        section, _, name = axis.partition(".")
        if axis.startswith(_ALLOWED):
            values[axis] = axis.removeprefix(_ALLOWED) in policy.methods.allowed
        else:
            values[axis] = sections[section][name]
    return values


def _candidate(chance: random.Random) -> tuple[Values, Policy]:
    while True:
        values = {axis: chance.choice(choices) for axis, choices in AXES.items()}
        try:
            return values, policy_of(values)
        except ValidationError:  # what the portal refuses is no legal policy
            continue


def policy_of(values: Mapping[str, Any]) -> Policy:
    """
    The policy with these values along the axes.

    Raises:
        ValidationError: Together they are none that the portal would save.
    """
    document: dict[str, Values] = {}
    for axis, value in values.items():
        if not axis.startswith(_ALLOWED):
            section, _, name = axis.partition(".")
            document.setdefault(section, {})[name] = value
    document["methods"]["allowed"] = [each for each in Method if values[_ALLOWED + each]]
    if document["enablement"]["enabled"] == "selected":
        document["enablement"]["group"] = "SSPR-Test-Group"
    return Policy.model_validate(document)
