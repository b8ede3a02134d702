"""Where policies are."""

from __future__ import annotations

from emulator.graph.permissions import any_of
from emulator.graph.policies import authorization, methods
from emulator.graph.resource import Operation, resource
from emulator.rules.delegation import Right

_AUTHORIZATION_READ = any_of("Policy.Read.All", "Policy.ReadWrite.Authorization")
_AUTHORIZATION_WRITE = any_of("Policy.ReadWrite.Authorization")
_METHODS_WRITE = any_of("Policy.ReadWrite.AuthenticationMethod")
_METHODS_READ = any_of(
    "Policy.Read.AuthenticationMethod", "Policy.Read.All", "Policy.ReadWrite.AuthenticationMethod"
)
_METHODS = "/policies/authenticationMethodsPolicy"
_CONFIGURATIONS = f"{_METHODS}/authenticationMethodConfigurations"

RESOURCES = (
    resource(
        "/policies/authorizationPolicy",
        GET=Operation(
            authorization.get_policy, _AUTHORIZATION_READ, Right.READ_AUTHORIZATION_POLICY
        ),
        PATCH=Operation(
            authorization.update_policy, _AUTHORIZATION_WRITE, Right.CHANGE_AUTHORIZATION_POLICY
        ),
    ),
    resource(
        _METHODS,
        GET=Operation(methods.get_policy, _METHODS_READ, Right.READ_METHODS_POLICY),
        PATCH=Operation(methods.update_policy, _METHODS_WRITE, Right.CHANGE_METHODS_POLICY),
    ),
    resource(
        _CONFIGURATIONS,
        GET=Operation(methods.list_configurations, _METHODS_READ, Right.READ_METHODS_POLICY),
    ),
    resource(
        f"{_CONFIGURATIONS}/{{method}}",
        GET=Operation(methods.get_configuration, _METHODS_READ, Right.READ_METHODS_POLICY),
        PATCH=Operation(methods.update_configuration, _METHODS_WRITE, Right.CHANGE_METHODS_POLICY),
    ),
)
