"""The built-in role definitions: ``/roleManagement/directory/roleDefinitions``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.graph.answers import collection, entity
from emulator.graph.collections import at_hand
from emulator.graph.errors import not_found
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.rules.roles import name_of

if TYPE_CHECKING:
    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call, Reply

_CONTEXT = "roleManagement/directory/roleDefinitions"


def list_definitions(call: Call) -> Reply:
    """All built-in roles."""
    page = at_hand(call, [_shape(role, name) for name, role in TEMPLATE_IDS.items()])
    return collection(call, _CONTEXT, page.items, page)


def get_definition(call: Call) -> Reply:
    """One built-in role."""
    role = call.path["id"].lower()
    if name := name_of(role):
        return entity(call, _CONTEXT, _shape(role, name))
    raise not_found(call.path["id"])


def _shape(role: str, name: str) -> Shape:
    """What a role may do is left out: nothing in this tenant reads it."""
    return {
        "id": role,
        "description": None,
        "displayName": name,
        "isBuiltIn": True,
        "isEnabled": True,
        "resourceScopes": ["/"],
        "rolePermissions": [],
        "templateId": role,
        "version": "1",
    }
