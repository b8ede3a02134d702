"""Judging an answer of Graph by Microsoft's metadata (`metadata.json`, see `distil.py`)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

FACTS: dict[str, Any] = json.loads(Path(__file__).with_name("metadata.json").read_text("utf-8"))
GUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
TIME = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?Z"
# What Graph's reference says comes of a user when nothing is selected.
SELECTED_BY_DEFAULT = {
    "user": {
        "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone",
        "officeLocation", "preferredLanguage", "surname", "userPrincipalName",
    }
}  # fmt: skip


def faults(value: Any, type_name: str, *, whole: bool = False, at: str = "") -> list[str]:
    """
    What is wrong with an object of the type ``type_name``; nothing where it is as described.

    Unknown properties, unknown members of enumerations, values of another type, and missing or
    empty properties that may not be so. ``whole`` asks for every property, selected or not.
    """
    if not isinstance(value, dict):
        return [f"{at}: {value!r} is no {type_name}"]
    name = value.get("@odata.type", f"#microsoft.graph.{type_name}").removeprefix(
        "#microsoft.graph."
    )
    if type_name not in _line(name):
        return [f"{at}: a {name} is no {type_name}"]
    properties = _properties(name)
    wanted = SELECTED_BY_DEFAULT.get(name) if not whole else None
    return [
        *_unknown(value, properties, at),
        *_missing(value, properties, wanted, at),
        *(
            fault
            for key, fact in properties.items()
            if key in value
            for fault in _value(
                value[key], fact["type"], nullable=fact["nullable"], at=f"{at}/{key}"
            )
        ),
    ]


def error_faults(body: Any) -> list[str]:
    """What is wrong with a refusal: its code, message and ids must be there and nothing else."""
    if not isinstance(body, dict) or body.keys() != {"error"}:
        return [f"{body!r} is no error"]
    error = body["error"]
    found = [] if error.keys() == {"code", "message", "innerError"} else [f"keys {error.keys()}"]
    found += [name for name in ("code", "message") if not _filled(error.get(name))]
    inner = error.get("innerError", {})
    if inner.keys() != {"date", "request-id", "client-request-id"}:
        found.append(f"inner keys {inner.keys()}")
    if not re.fullmatch(TIME.removesuffix("Z"), inner.get("date", "")):
        found.append("date")
    return found


def _filled(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _line(name: str) -> list[str]:
    """The type and those that it is made from."""
    line = []
    while name in FACTS["types"]:
        line.append(name)
        name = FACTS["types"][name]["base"]
    return line


def _properties(name: str) -> dict[str, Any]:
    return {k: v for kind in _line(name) for k, v in FACTS["types"][kind]["properties"].items()}


def _unknown(value: dict[str, Any], properties: dict[str, Any], at: str) -> list[str]:
    names = [key for key in value if "@odata." not in key and key not in properties]
    return [f"{at}/{name}: unknown" for name in names]


def _missing(
    value: dict[str, Any], properties: dict[str, Any], wanted: set[str] | None, at: str
) -> list[str]:
    needed = {key for key, fact in properties.items() if not fact["nullable"]}
    needed = needed if wanted is None else (needed & wanted) | wanted
    contained = {
        key for key, fact in properties.items() if key == "authenticationMethodConfigurations"
    }
    return [f"{at}/{name}: missing" for name in sorted((needed | contained) - value.keys())]


def _value(value: Any, type_name: str, *, nullable: bool, at: str) -> list[str]:
    if inner := re.fullmatch(r"Collection\((.*)\)", type_name):
        if not isinstance(value, list):
            return [f"{at}: {value!r} is no collection"]
        return [
            fault
            for number, item in enumerate(value)
            for fault in _value(item, inner[1], nullable=False, at=f"{at}[{number}]")
        ]
    if value is None:
        return [] if nullable else [f"{at}: null"]
    if type_name.startswith("Edm."):
        return [] if _is(value, type_name) else [f"{at}: {value!r} is no {type_name}"]
    if type_name in FACTS["enums"]:
        known = value in FACTS["enums"][type_name]
        return [] if known else [f"{at}: {value!r} is no {type_name}"]
    return faults(value, type_name, at=at)


def _is(value: Any, type_name: str) -> bool:
    patterns = {"Edm.DateTimeOffset": TIME, "Edm.Guid": GUID}
    if type_name in patterns:
        return isinstance(value, str) and bool(re.fullmatch(patterns[type_name], value))
    kinds = {"Edm.String": str, "Edm.Boolean": bool, "Edm.Int32": int}
    return type(value) is kinds[type_name]
