"""Where users are."""

from __future__ import annotations

from emulator.graph.permissions import Need, any_of
from emulator.graph.resource import Operation, resource
from emulator.graph.users.operations import (
    create_user,
    delete_user,
    get_user,
    list_users,
    update_user,
)
from emulator.rules.delegation import Right

_WIDER = ("User.ReadWrite.All", "Directory.ReadWrite.All")
_READ = ("User.ReadBasic.All", "User.Read.All", "Directory.Read.All", *_WIDER)
_DELETE = ("User.DeleteRestore.All", *_WIDER)
_OWN = ("User.Read", "User.ReadWrite")
_PASSWORD = "passwordProfile"  # noqa: S105 - the name of a property
_CHANGES = {
    "accountEnabled": Right.ENABLE_OR_RENAME_USERS,
    "userPrincipalName": Right.ENABLE_OR_RENAME_USERS,
    "businessPhones": Right.CHANGE_CONTACT_DATA,
    "otherMails": Right.CHANGE_CONTACT_DATA,
    "mobilePhone": Right.CHANGE_MOBILE_PHONE,
    _PASSWORD: Right.SET_PASSWORDS,
}


def _rights(body: object) -> frozenset[Right]:
    """What it takes to change what ``body`` names; most of it is open to who may update users."""
    names = list(body) if isinstance(body, dict) else []
    rights = frozenset(_CHANGES.get(name, Right.UPDATE_USERS) for name in names)
    return rights or frozenset({Right.UPDATE_USERS})


RESOURCES = (
    resource(
        "/users",
        GET=Operation(list_users, any_of(*_READ), Right.READ_USERS),
        POST=Operation(create_user, any_of(*_WIDER), Right.CREATE_USERS),
    ),
    resource(
        "/users/{id}",
        GET=Operation(get_user, Need(_READ, _READ, _OWN), Right.READ_USERS),
        PATCH=Operation(
            update_user,
            Need(_WIDER, _WIDER, ("User.ReadWrite",)),
            _rights,
            {_PASSWORD: any_of("User-PasswordProfile.ReadWrite.All")},
        ),
        DELETE=Operation(delete_user, any_of(*_DELETE), Right.DELETE_USERS),
    ),
)
