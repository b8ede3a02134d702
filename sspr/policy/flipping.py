"""Policies that differ from a given one in a single key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sspr.policy.model import Method, MigrationState, Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OTHER_GROUP = "SSPR-Other-Group"
_HELPDESKS = ("https://help.fabrikam.com/", "helpdesk@fabrikam.com", None)

_CHOICES: dict[str, tuple[Any, ...]] = {
    "tenant.organization": ("Contoso", "Fabrikam"),
    "enablement.enabled": ("none", "selected", "all"),
    "enablement.group": (OTHER_GROUP,),
    "enablement.administrators": (True, False),
    "methods.required_to_reset": (1, 2),
    "methods.questions_to_register": (3, 4, 5),
    "methods.questions_to_reset": (3, 4, 5),
    "methods.migration_state": tuple(MigrationState),
    "registration.required_at_sign_in": (True, False),
    "registration.reconfirm_after_days": (0, 180, 90),
    "notifications.users": (True, False),
    "notifications.all_admins": (True, False),
    "customization.helpdesk": _HELPDESKS,
    "writeback.enabled": (True, False),
    "writeback.unlock_without_reset": (True, False),
}
# What a key means nothing without; enablement.group also goes with enablement.enabled.
_MEANS_SOMETHING: dict[str, Callable[[Policy], bool]] = {
    "enablement.group": lambda it: it.enablement.enabled == "selected",
    "methods.questions_to_register": lambda it: Method.SECURITY_QUESTIONS in it.methods.allowed,
    "methods.questions_to_reset": lambda it: Method.SECURITY_QUESTIONS in it.methods.allowed,
    "writeback.unlock_without_reset": lambda it: it.writeback.enabled,
}
FLIPPED = tuple(sorted({*_CHOICES, "methods.allowed"}))
"""
The keys that are flipped: all but ``tenant.service_date``, which is the day of an emulator and
declares nothing about a tenant.
"""


@dataclass(frozen=True, slots=True)
class Flip:
    """One key with another legal value: the key, both values, and the policy that it makes."""

    key: str
    value: Any
    instead_of: Any
    policy: Policy


def flips(policy: Policy) -> Iterator[Flip]:
    """
    Every policy that differs from ``policy`` in one key, its other choices one by one.

    Of the methods one is taken away or added at a time. A key that means nothing under ``policy``
    is left alone, such as how many questions are asked where none are allowed.
    """
    for key in FLIPPED:
        section, _, name = key.partition(".")
        now = policy.model_dump(mode="python")[section][name]
        for value in _others(key, now, policy):
            try:
                yield Flip(key, value, now, _with(policy, section, name, value))
            except ValidationError:  # what the portal refuses is no legal policy
                continue


def _others(key: str, now: Any, policy: Policy) -> list[Any]:
    if key == "methods.allowed":
        return [_toggled(policy, method) for method in Method]
    if not _MEANS_SOMETHING.get(key, _always)(policy):
        return []
    return [choice for choice in _CHOICES[key] if choice != now]


def _always(_: Policy) -> bool:
    return True


def _toggled(policy: Policy, method: Method) -> tuple[Method, ...]:
    return tuple(each for each in Method if (each in policy.methods.allowed) != (each is method))


def _with(policy: Policy, section: str, name: str, value: Any) -> Policy:
    document = policy.model_dump()
    document[section][name] = value
    if (section, name) == ("enablement", "enabled"):
        document[section]["group"] = policy.enablement.group or OTHER_GROUP
        if value != "selected":
            document[section]["group"] = None
    return Policy.model_validate(document)
