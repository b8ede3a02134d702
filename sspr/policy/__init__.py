"""The declared policy: what the tenant is said to do."""

from sspr.policy.file import load_policy
from sspr.policy.model import (
    Customization,
    Enablement,
    Method,
    Methods,
    MigrationState,
    Notifications,
    Policy,
    Registration,
    TenantTraits,
    Writeback,
)

__all__ = [
    "Customization",
    "Enablement",
    "Method",
    "Methods",
    "MigrationState",
    "Notifications",
    "Policy",
    "Registration",
    "TenantTraits",
    "Writeback",
    "load_policy",
]
