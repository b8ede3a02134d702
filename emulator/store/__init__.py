"""What the tenant remembers: one SQLite database an emulator."""

from emulator.store.base import Base, Store
from emulator.store.directory import Group, Membership, Ownership, RoleAssignment, User
from emulator.store.lockouts import Lockout
from emulator.store.log import AuditEvent, MethodEvent
from emulator.store.methods import RegisteredMethod, SecurityAnswer
from emulator.store.phone import PhonePrompt
from emulator.store.reports import ReportRow
from emulator.store.reset import Captcha, ResetAttempt, ResetFlow
from emulator.store.sessions import PortalSession
from emulator.store.settings import Setting

__all__ = [
    "AuditEvent",
    "Base",
    "Captcha",
    "Group",
    "Lockout",
    "Membership",
    "MethodEvent",
    "Ownership",
    "PhonePrompt",
    "PortalSession",
    "RegisteredMethod",
    "ReportRow",
    "ResetAttempt",
    "ResetFlow",
    "RoleAssignment",
    "SecurityAnswer",
    "Setting",
    "Store",
    "User",
]
