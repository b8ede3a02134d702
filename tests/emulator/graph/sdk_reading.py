"""Judging an answer of Graph by what the SDK's own models make of it."""

from __future__ import annotations

import re
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kiota_serialization_json.json_parse_node import JsonParseNode
from msgraph.generated.models.o_data_errors.o_data_error import ODataError

if TYPE_CHECKING:
    from kiota_abstractions.serialization import Parsable


def model_of(type_name: str) -> type[Parsable]:
    """The SDK's model of a type of the metadata."""
    module = import_module(f"msgraph.generated.models.{_snake(type_name)}")
    name = type_name[0].upper() + type_name[1:]
    model: type[Parsable] = getattr(module, name)
    return model


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def lost(value: dict[str, Any], type_name: str) -> list[str]:
    """What of ``value`` does not reach the SDK's typed properties; reading strictly, nothing."""
    return _lost(value, JsonParseNode(value).get_object_value(model_of(type_name)), "")


def lost_of_error(value: dict[str, Any]) -> list[str]:
    """What of a refusal does not reach the SDK's error."""
    return _lost(value, JsonParseNode(value).get_object_value(ODataError), "")


def _lost(raw: Any, read: Any, at: str) -> list[str]:
    if isinstance(raw, list):
        if not isinstance(read, list) or len(raw) != len(read):
            return [f"{at}: {raw!r} became {read!r}"]
        pairs = enumerate(zip(raw, read, strict=True))
        return [fault for n, (a, b) in pairs for fault in _lost(a, b, f"{at}[{n}]")]
    if isinstance(raw, dict) and read is not None:
        return _lost_within(raw, read, at)
    if raw is not None and read is None:
        return [f"{at}: {raw!r} was not understood"]
    if isinstance(read, Enum) and read.value != raw:
        return [f"{at}: {raw!r} became {read.value!r}"]
    return []


def _lost_within(raw: dict[str, Any], read: Any, at: str) -> list[str]:
    unknown = [key for key in getattr(read, "additional_data", {}) if "@odata." not in key]
    fields = read.get_field_deserializers()
    found = [f"{at}/{key}: unknown to the SDK" for key in unknown]
    for key, value in raw.items():
        if "@odata." in key:
            continue
        if key not in fields:
            found.append(f"{at}/{key}: no field of the SDK")
            continue
        found += _lost(value, getattr(read, _attribute(key, read)), f"{at}/{key}")
    return found


def _attribute(key: str, read: Any) -> str:
    """The attribute that the SDK keeps a property in."""
    wanted = key.replace("-", "").casefold()
    for name in vars(type(read)).keys() | vars(read).keys() | set(dir(read)):
        if name.replace("_", "").casefold() == wanted:
            return name
    raise AssertionError(f"the SDK keeps {key} nowhere")
