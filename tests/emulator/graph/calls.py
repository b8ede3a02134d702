"""Every operation of Graph done well once, for those who judge the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from emulator.rules.roles import GLOBAL_ADMINISTRATOR

GRAPH = "https://graph.microsoft.com/v1.0"
NOWHERE = "00000000-0000-4000-8000-000000000000"
PASSWORD_RULES = "5cf42378-d67d-4f36-ba46-e8b86229381d"
PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490"
PHONE_ID = "3179e48a-750b-4051-897c-87b9720928f7"
EMAIL_ID = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f"
NEW_USER = {
    "accountEnabled": True,
    "displayName": "New",
    "mailNickname": "new",
    "userPrincipalName": "new@contoso.com",
    "passwordProfile": {"password": "Orchard-window-77"},
}
NEW_GROUP = {
    "displayName": "New",
    "mailNickname": "new",
    "mailEnabled": False,
    "securityEnabled": True,
}
SOME_PHONE = {"phoneNumber": "+1 5550199", "phoneType": "alternateMobile"}


@dataclass(frozen=True, slots=True)
class Call:
    """
    One operation done well.

    Attributes:
        path: As the catalogue writes it; what stands in braces comes from the world.
        method: The HTTP method.
        type: What is answered with: nothing, an object, or with ``many`` a collection of them.
        body: What is sent; texts in braces come from the world too.
    """

    path: str
    type: str | None = None
    method: str = "GET"
    many: bool = False
    body: dict[str, Any] | None = None
    world: dict[str, str] = field(default_factory=dict)


def _many(path: str, type_name: str, **world: str) -> Call:
    return Call(path, type_name, many=True, world=world)


_METHODS = "/users/{id}/authentication"
DETAILS = "/reports/authenticationMethods/userRegistrationDetails"
ROLES = "/roleManagement/directory"
_POLICY = "/policies/authenticationMethodsPolicy"
_CONFIGURATIONS = f"{_POLICY}/authenticationMethodConfigurations"
_REFERENCE = {"@odata.id": f"{GRAPH}/directoryObjects/{{other}}"}
GROUP = {"id": "group"}
ROLE = {"id": "role"}

CALLS = (
    _many("/users", "user"),
    Call("/users", "user", "POST", body=NEW_USER),
    Call("/users/{id}", "user"),
    Call("/users/{id}", None, "PATCH", body={"city": "London"}),
    Call("/users/{id}", None, "DELETE"),
    _many("/users/{id}/memberOf", "directoryObject"),
    _many("/users/{id}/transitiveMemberOf", "directoryObject"),
    _many("/groups", "group"),
    Call("/groups", "group", "POST", body=NEW_GROUP),
    Call("/groups/{id}", "group", world=GROUP),
    Call("/groups/{id}", None, "PATCH", body={"description": "x"}, world=GROUP),
    Call("/groups/{id}", None, "DELETE", world=GROUP),
    _many("/groups/{id}/members", "directoryObject", **GROUP),
    Call("/groups/{id}/members/$ref", None, "POST", body=_REFERENCE, world=GROUP),
    Call("/groups/{id}/members/{member}/$ref", None, "DELETE", world=GROUP),
    _many("/groups/{id}/members/microsoft.graph.user", "user", **GROUP),
    _many("/groups/{id}/owners", "directoryObject", **GROUP),
    Call("/groups/{id}/owners/$ref", None, "POST", body=_REFERENCE, world=GROUP),
    _many("/groups/{id}/transitiveMembers", "directoryObject", **GROUP),
    _many("/groups/{id}/transitiveMembers/microsoft.graph.user", "user", **GROUP),
    _many("/directoryRoles", "directoryRole"),
    Call(
        "/directoryRoles",
        "directoryRole",
        "POST",
        body={"roleTemplateId": GLOBAL_ADMINISTRATOR},
    ),
    Call("/directoryRoles/{id}", "directoryRole", world=ROLE),
    _many("/directoryRoles/{id}/members", "directoryObject", **ROLE),
    Call("/directoryRoles/{id}/members/$ref", None, "POST", body=_REFERENCE, world=ROLE),
    Call("/directoryRoles/{id}/members/{member}/$ref", None, "DELETE", world=ROLE),
    _many(f"{ROLES}/roleDefinitions", "unifiedRoleDefinition"),
    Call(f"{ROLES}/roleDefinitions/{{id}}", "unifiedRoleDefinition", world={"id": "template"}),
    _many(f"{ROLES}/roleAssignments", "unifiedRoleAssignment"),
    Call(
        f"{ROLES}/roleAssignments",
        "unifiedRoleAssignment",
        "POST",
        body={
            "principalId": "{other}",
            "roleDefinitionId": GLOBAL_ADMINISTRATOR,
            "directoryScopeId": "/",
        },
    ),
    Call(f"{ROLES}/roleAssignments/{{id}}", "unifiedRoleAssignment", world={"id": "assignment"}),
    Call(f"{ROLES}/roleAssignments/{{id}}", None, "DELETE", world={"id": "assignment"}),
    Call("/policies/authorizationPolicy", "authorizationPolicy"),
    Call("/policies/authorizationPolicy", None, "PATCH", body={"allowedToUseSSPR": False}),
    Call(_POLICY, "authenticationMethodsPolicy"),
    Call(_POLICY, None, "PATCH", body={"policyMigrationState": "migrationComplete"}),
    _many(_CONFIGURATIONS, "authenticationMethodConfiguration"),
    Call(f"{_CONFIGURATIONS}/{{method}}", "authenticationMethodConfiguration"),
    Call(f"{_CONFIGURATIONS}/{{method}}", None, "PATCH", body={"state": "disabled"}),
    _many(f"{_METHODS}/methods", "authenticationMethod"),
    Call(
        f"{_METHODS}/methods/{{method}}/resetPassword",
        "passwordResetResponse",
        "POST",
        body={"newPassword": "Orchard-window-77"},
        world={"method": "password"},
    ),
    _many(f"{_METHODS}/passwordMethods", "passwordAuthenticationMethod"),
    Call(
        f"{_METHODS}/passwordMethods/{{method}}",
        "passwordAuthenticationMethod",
        world={"method": "password"},
    ),
    _many(f"{_METHODS}/emailMethods", "emailAuthenticationMethod"),
    Call(
        f"{_METHODS}/emailMethods",
        "emailAuthenticationMethod",
        "POST",
        body={"emailAddress": "new@home.example"},
        world={"id": "other"},
    ),
    Call(
        f"{_METHODS}/emailMethods/{{method}}",
        "emailAuthenticationMethod",
        world={"method": "email"},
    ),
    Call(
        f"{_METHODS}/emailMethods/{{method}}",
        None,
        "PATCH",
        body={"emailAddress": "new@home.example"},
        world={"method": "email"},
    ),
    Call(f"{_METHODS}/emailMethods/{{method}}", None, "DELETE", world={"method": "email"}),
    _many(f"{_METHODS}/phoneMethods", "phoneAuthenticationMethod"),
    Call(f"{_METHODS}/phoneMethods", "phoneAuthenticationMethod", "POST", body=SOME_PHONE),
    Call(
        f"{_METHODS}/phoneMethods/{{method}}",
        "phoneAuthenticationMethod",
        world={"method": "phone"},
    ),
    Call(
        f"{_METHODS}/phoneMethods/{{method}}",
        None,
        "PATCH",
        body={"phoneNumber": "+1 5550198"},
        world={"method": "phone"},
    ),
    Call(f"{_METHODS}/phoneMethods/{{method}}", None, "DELETE", world={"method": "phone"}),
    _many(f"{_METHODS}/softwareOathMethods", "softwareOathAuthenticationMethod"),
    Call(
        f"{_METHODS}/softwareOathMethods/{{method}}",
        "softwareOathAuthenticationMethod",
        world={"method": "oath"},
    ),
    Call(f"{_METHODS}/softwareOathMethods/{{method}}", None, "DELETE", world={"method": "oath"}),
    _many(
        f"{_METHODS}/microsoftAuthenticatorMethods", "microsoftAuthenticatorAuthenticationMethod"
    ),
    Call(
        f"{_METHODS}/microsoftAuthenticatorMethods/{{method}}",
        "microsoftAuthenticatorAuthenticationMethod",
        world={"method": "app"},
    ),
    Call(
        f"{_METHODS}/microsoftAuthenticatorMethods/{{method}}",
        None,
        "DELETE",
        world={"method": "app"},
    ),
    _many("/auditLogs/directoryAudits", "directoryAudit"),
    Call("/auditLogs/directoryAudits/{id}", "directoryAudit", world={"id": "audit"}),
    _many(DETAILS, "userRegistrationDetails"),
    Call(f"{DETAILS}/{{id}}", "userRegistrationDetails"),
    _many("/organization", "organization"),
    Call("/organization/{id}", "organization", world={"id": "tenant"}),
    _many("/domains", "domain"),
    Call("/domains/{id}", "domain", world={"id": "domain"}),
    Call(
        "/domains/{id}",
        None,
        "PATCH",
        body={"passwordValidityPeriodInDays": 90},
        world={"id": "domain"},
    ),
    _many("/subscribedSkus", "subscribedSku"),
    _many("/groupSettings", "groupSetting"),
    Call(
        "/groupSettings",
        "groupSetting",
        "POST",
        body={"templateId": PASSWORD_RULES, "values": [{"name": "LockoutThreshold", "value": "5"}]},
        world={"fresh": "yes"},
    ),
    Call("/groupSettings/{id}", "groupSetting", world={"id": "setting"}),
    Call(
        "/groupSettings/{id}",
        None,
        "PATCH",
        body={"values": [{"name": "LockoutThreshold", "value": "6"}]},
        world={"id": "setting"},
    ),
)
