"""What the tenant's administrator has consented to for the harness's application."""

from __future__ import annotations

GRANTED = frozenset(
    {
        "AuditLog.Read.All",
        "Domain.ReadWrite.All",
        "Group.ReadWrite.All",
        "GroupMember.ReadWrite.All",
        "GroupSettings.ReadWrite.All",
        "LicenseAssignment.ReadWrite.All",
        "Organization.Read.All",
        "Policy.Read.All",
        "Policy.ReadWrite.AuthenticationMethod",
        "Policy.ReadWrite.Authorization",
        "RoleManagement.ReadWrite.Directory",
        "User-PasswordProfile.ReadWrite.All",
        "User.DeleteRestore.All",
        "User.ReadWrite.All",
        "User.RevokeSessions.All",
        "UserAuthenticationMethod.ReadWrite.All",
    }
)
