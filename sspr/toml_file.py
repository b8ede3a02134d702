"""Reading a TOML file into a model, with errors that name the line and the mend."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from sspr.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A kind of file.

    Attributes:
        name: What it is called, such as "policy".
        hint: How to name another, such as "name one with --policy".
        nouns: What the values of a key are called where they come from a list.
    """

    name: str
    hint: str
    nouns: Mapping[str, str] = field(default_factory=dict)


def read_toml(path: Path, model: type[Model], kind: Kind) -> Model:
    """
    Read and check a file.

    Raises:
        UsageError: The file is missing, is no TOML, has an unknown key or a value out of range.
    """
    text = _read(path, kind)
    try:
        return model.model_validate(_parse(text, path))
    except ValidationError as error:
        # A misspelt key is both unknown and missing; the misspelling is what to mend.
        errors = error.errors(include_url=False)
        first = min(errors, key=lambda each: each["type"] != "extra_forbidden")
        where = line_of(text, [str(part) for part in first["loc"]])
        raise UsageError(f"{path}:{where}: {_sentence(first, kind)}") from None


def line_of(text: str, keys: list[str]) -> int:
    """The 1-based line of the deepest of ``keys`` that the file names; 1 where it names none."""
    section, found = "", 1
    entries: Counter[str] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if entry := re.match(r"\s*\[\[\s*([^\]]+?)\s*\]\]", line):
            section = f"{entry[1]}.{entries[entry[1]]}"
            entries[entry[1]] += 1
            found = number if section.split(".") == keys[:2] else found
        elif header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            section = header[1]
            found = number if [section] == keys[:1] else found
        elif (name := re.match(r"\s*([\w.-]+)\s*=", line)) and _names(section, name[1], keys):
            return number
    return found


def _read(path: Path, kind: Kind) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such {kind.name} file; {kind.hint}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as text ({error}); check the file.") from None


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is not valid TOML: {error}; mend that line.") from None


def _names(section: str, key: str, keys: list[str]) -> bool:
    path = [*filter(None, section.split(".")), *key.split(".")]
    return path == keys[: len(path)] and len(path) >= min(2, len(keys))


def _sentence(error: ErrorDetails, kind: Kind) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"{key} is not a key of a {kind.name}; remove it or correct its spelling."
    if error["type"] == "missing":
        return f"{key} is missing; add it."
    if error["type"] == "enum":
        noun = kind.nouns.get(_deepest_name(error), "value")
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return f"{key} = {error['input']!r} is no {noun}; known are {known}."
    reason = error["msg"].removeprefix("Value error, ")
    if error["type"] == "value_error":
        return f"{key}: {reason}."
    return f"{key} = {error['input']!r} is not allowed: {_lower_first(reason)}."


def _deepest_name(error: ErrorDetails) -> str:
    return [part for part in error["loc"] if isinstance(part, str)][-1]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
