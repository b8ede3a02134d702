"""Where users are."""

from __future__ import annotations

from emulator.graph.permissions import Need
from emulator.graph.resource import Operation, resource
from emulator.graph.users.operations import (
    create_user,
    delete_user,
    get_user,
    list_users,
    update_user,
)

_WIDER = ("User.ReadWrite.All", "Directory.ReadWrite.All")
_READ = ("User.ReadBasic.All", "User.Read.All", "Directory.Read.All", *_WIDER)
_LIST = Operation(list_users, Need(_READ, _READ))
_GET = Operation(get_user, Need(_READ, ("User.Read", *_READ)))
_CREATE = Operation(create_user, Need(_WIDER, _WIDER))
_UPDATE = Operation(update_user, Need(_WIDER, _WIDER))
_DELETE = Operation(
    delete_user, Need(("User.DeleteRestore.All", *_WIDER), ("User.DeleteRestore.All", *_WIDER))
)

RESOURCES = (
    resource("/users", GET=_LIST, POST=_CREATE),
    resource("/users/{id}", GET=_GET, PATCH=_UPDATE, DELETE=_DELETE),
)
