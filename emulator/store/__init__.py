"""What the tenant remembers: one SQLite database an emulator."""

from emulator.store.base import Base, Store
from emulator.store.directory import Group, Membership, RoleAssignment, User
from emulator.store.log import AuditEvent
from emulator.store.methods import RegisteredMethod, SecurityAnswer

__all__ = [
    "AuditEvent",
    "Base",
    "Group",
    "Membership",
    "RegisteredMethod",
    "RoleAssignment",
    "SecurityAnswer",
    "Store",
    "User",
]
