"""Reading ``policy.toml``, with errors that name the line and the mend."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sspr.errors import UsageError
from sspr.policy.model import Method, Policy

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails


def load_policy(path: Path) -> Policy:
    """
    Read and check a policy file.

    Raises:
        UsageError: The file is missing, is no TOML, has an unknown key or a value out of range.
    """
    text = _read(path)
    return _check(_parse(text, path), text, path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(
            f"{path}: there is no such policy file; name one with --policy, "
            "such as policies/tutorial.toml."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as text ({error}); check the file.") from None


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is not valid TOML: {error}; mend that line.") from None


def _check(data: dict[str, Any], text: str, path: Path) -> Policy:
    try:
        return Policy.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = _line_of(text, [str(part) for part in first["loc"]])
        raise UsageError(f"{path}:{where}: {_sentence(first)}") from None


def _line_of(text: str, keys: list[str]) -> int:
    """The 1-based line of the deepest of ``keys`` that the file names; 1 where it names none."""
    section, found = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            section = header[1]
            found = number if [section] == keys[:1] else found
        elif (name := re.match(r"\s*([\w.-]+)\s*=", line)) and _names(section, name[1], keys):
            return number
    return found


def _names(section: str, key: str, keys: list[str]) -> bool:
    path = [*filter(None, section.split(".")), *key.split(".")]
    return path == keys[: len(path)] and len(path) >= min(2, len(keys))


def _sentence(error: ErrorDetails) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"{key} is not a key of a policy; remove it or correct its spelling."
    if error["type"] == "missing":
        return f"{key} is missing; add it."
    if error["type"] == "enum":
        return f"{key} = {error['input']!r} is no method; known are {', '.join(Method)}."
    reason = error["msg"].removeprefix("Value error, ")
    if error["type"] == "value_error":
        return f"{key}: {reason}."
    return f"{key} = {error['input']!r} is not allowed: {_lower_first(reason)}."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
