"""A policy written down as ``policy.toml`` has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sspr.policy.model import Policy


def as_toml(policy: Policy) -> str:
    """The text that ``load_policy`` reads the same policy from; what is None is left out."""
    sections = policy.model_dump(exclude_none=True)
    return "\n".join(_section(name, values) for name, values in sections.items())


def _section(name: str, values: dict[str, Any]) -> str:
    lines = [f"{key} = {_value(value)}" for key, value in values.items()]
    return "\n".join([f"[{name}]", *lines, ""])


def _value(value: Any) -> str:
    """Text, numbers and lists are written as in JSON; a day stands bare."""
    if isinstance(value, str | int | tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
