"""
Tenant-wide group settings: ``/groupSettings``, of which only *Password Rule Settings* matter here.

The object does not exist until somebody saves it; until then Entra's defaults hold (E19, E22).
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

from emulator.graph.answers import collection, created, entity
from emulator.graph.bodies import Body, read
from emulator.graph.collections import at_hand
from emulator.graph.directory.password_rules import NAMES, apply, values_of
from emulator.graph.errors import bad_request, not_found
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.store.settings import save, saved

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call

PASSWORD_RULES = "5cf42378-d67d-4f36-ba46-e8b86229381d"  # noqa: S105 - the template's public id
_STORED = "groupSettings/password-rules"
Value = Annotated[str, StringConstraints(max_length=20_000)]


class SettingValueBody(Body):
    """One value of a setting; all are texts."""

    name: Annotated[str, StringConstraints(max_length=256)]
    value: Value


class GroupSettingBody(Body):
    """A setting that is to be saved for the first time."""

    template_id: Annotated[str, StringConstraints(max_length=64, to_lower=True)]
    values: Annotated[list[SettingValueBody], Field(max_length=50)]
    display_name: str | None = None


class GroupSettingChangeBody(Body):
    """What is to be changed of a setting."""

    values: Annotated[list[SettingValueBody], Field(max_length=50)]
    display_name: str | None = None
    template_id: str | None = None


def list_settings(call: Call) -> Reply:
    """What has been saved: nothing or one object."""
    with call.tenant.store.begin() as session:
        shapes = [_shape(call)] if saved(session, _STORED) else []
    page = at_hand(call, shapes)
    return collection(call, "groupSettings", page.items, page)


def get_setting(call: Call) -> Reply:
    """One saved object."""
    with call.tenant.store.begin() as session:
        _must_be_saved(call, session)
    return entity(call, "groupSettings", _shape(call))


def create_setting(call: Call) -> Reply:
    """Save *Password Rule Settings* for the first time."""
    body = read(call, GroupSettingBody)
    if body.template_id != PASSWORD_RULES:
        raise bad_request(f"There is no template '{body.template_id}' for settings here.")
    with call.tenant.store.begin() as session:
        if saved(session, _STORED):
            raise bad_request(
                "A conflicting object with one or more of the specified property "
                "values is present in the directory."
            )
        _apply(call, body.values)
        save(session, _STORED, {"saved": True})
    return created("groupSettings", _shape(call))


def update_setting(call: Call) -> Reply:
    """Change the values that the body names."""
    body = read(call, GroupSettingChangeBody)
    with call.tenant.store.begin() as session:
        _must_be_saved(call, session)
        _apply(call, body.values)
    return NO_CONTENT


def _apply(call: Call, values: list[SettingValueBody]) -> None:
    said = {item.name: item.value for item in values}
    if unknown := sorted(said.keys() - NAMES):
        raise bad_request(f"Invalid setting value name '{unknown[0]}'.")
    try:
        apply(call.tenant.organization.protection, said)
    except ValueError as error:
        raise bad_request(str(error)) from None


def _must_be_saved(call: Call, session: Session) -> None:
    if call.path["id"].lower() != _id(call) or not saved(session, _STORED):
        raise not_found(call.path["id"])


def _id(call: Call) -> str:
    return str(uuid.uuid5(uuid.UUID(call.tenant.organization.tenant_id), PASSWORD_RULES))


def _shape(call: Call) -> Shape:
    values = values_of(call.tenant.organization.protection)
    return {
        "id": _id(call),
        "displayName": "Password Rule Settings",
        "templateId": PASSWORD_RULES,
        "values": [{"name": name, "value": value} for name, value in values.items()],
    }
