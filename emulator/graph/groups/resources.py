"""Where groups are."""

from __future__ import annotations

from emulator.graph.groups import members, operations, owners
from emulator.graph.permissions import Need, any_of
from emulator.graph.resource import Operation, resource
from emulator.rules.delegation import Right

_ALL = ("Group.ReadWrite.All", "Directory.ReadWrite.All")
_READ = any_of("GroupMember.Read.All", "Group.Read.All", "Directory.Read.All", *_ALL)
_MEMBERS = any_of(
    "GroupMember.ReadBasic.All",
    "GroupMember.Read.All",
    "Group.Read.All",
    "Directory.Read.All",
    "GroupMember.ReadWrite.All",
    *_ALL,
)
_WRITE = any_of(*_ALL)
_CREATE = Need(("Group.Create", *_ALL), _ALL)
_MEMBER_WRITE = any_of("GroupMember.ReadWrite.All", *_ALL)

RESOURCES = (
    resource(
        "/groups",
        GET=Operation(operations.list_groups, _READ, Right.READ_GROUPS),
        POST=Operation(operations.create_group, _CREATE, Right.CHANGE_GROUPS),
    ),
    resource(
        "/groups/{id}",
        GET=Operation(operations.get_group, _READ, Right.READ_GROUPS),
        PATCH=Operation(operations.update_group, _WRITE, Right.CHANGE_GROUPS),
        DELETE=Operation(operations.delete_group, _WRITE, Right.CHANGE_GROUPS),
    ),
    resource("/groups/{id}/members", GET=Operation(members.members, _MEMBERS, Right.READ_GROUPS)),
    resource(
        "/groups/{id}/members/$ref",
        POST=Operation(members.add_member, _MEMBER_WRITE, Right.CHANGE_GROUPS),
    ),
    resource(
        "/groups/{id}/members/{member}/$ref",
        DELETE=Operation(members.remove_member, _MEMBER_WRITE, Right.CHANGE_GROUPS),
    ),
    resource(
        "/groups/{id}/members/microsoft.graph.user",
        GET=Operation(members.users_only, _MEMBERS, Right.READ_GROUPS),
    ),
    resource("/groups/{id}/owners", GET=Operation(owners.owners, _MEMBERS, Right.READ_GROUPS)),
    resource(
        "/groups/{id}/owners/$ref",
        POST=Operation(owners.add_owner, _WRITE, Right.CHANGE_GROUPS),
    ),
    resource(
        "/groups/{id}/transitiveMembers",
        GET=Operation(members.all_members, _MEMBERS, Right.READ_GROUPS),
    ),
    resource(
        "/groups/{id}/transitiveMembers/microsoft.graph.user",
        GET=Operation(members.all_users, _MEMBERS, Right.READ_GROUPS),
    ),
    resource(
        "/users/{id}/memberOf", GET=Operation(members.member_of_groups, _MEMBERS, Right.READ_GROUPS)
    ),
    resource(
        "/users/{id}/transitiveMemberOf",
        GET=Operation(members.member_of_all_groups, _MEMBERS, Right.READ_GROUPS),
    ),
)
