"""
The Authentication methods policy: ``/policies/authenticationMethodsPolicy``.

Until somebody saves a method's configuration here it says what the password reset policy allows,
by the documented mapping (I6).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from emulator.actions.audit import Event, Service, Target, changed, note
from emulator.actions.policy import save_policy
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.answers import collection, entity, singleton, when
from emulator.graph.bodies import Body, read
from emulator.graph.collections import at_hand
from emulator.graph.errors import bad_request, not_found
from emulator.graph.exchange import NO_CONTENT, ROOT, Reply
from emulator.graph.policies.configurations import CONFIGURATIONS, configuration
from emulator.rules.migration import may_move, told
from emulator.store.settings import save, saved
from sspr.policy import MigrationState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call

_NAME = "authenticationMethodsPolicy"
_CONTEXT = "policies/authenticationMethodsPolicy/authenticationMethodConfigurations"
_TYPE = "@odata.type"
TARGET = Target("Policy", None, "Authentication Methods Policy")


class MethodsPolicyBody(Body):
    """What is to be changed of the policy as a whole."""

    policy_migration_state: Literal["preMigration", "migrationInProgress", "migrationComplete"]


class ConfigurationBody(Body):
    """What is to be changed of one method: whether it is on, and what only some can say."""

    state: Literal["enabled", "disabled"] = "enabled"
    is_software_oath_enabled: bool = True
    is_office_phone_allowed: bool = True


def get_policy(call: Call) -> Reply:
    """The policy with the configuration of every method."""
    with call.tenant.store.begin() as session:
        configurations = _all(call, session)
    policy = call.tenant.policy
    campaign = {
        "snoozeDurationInDays": 1,
        "state": "default",
        "excludeTargets": [],
        "includeTargets": [
            {
                "id": "all_users",
                "targetType": "group",
                "targetedAuthenticationMethod": "microsoftAuthenticator",
            }
        ],
    }
    shape: Shape = {
        "id": _NAME,
        "displayName": "Authentication Methods Policy",
        "description": "The policy that says which methods may be used in the tenant.",
        "lastModifiedDateTime": when(call.now),
        "policyVersion": "1.5",
        "policyMigrationState": told(policy.methods.migration_state, call.tenant.bent).value,
        "reconfirmationInDays": None,
        "registrationEnforcement": {"authenticationMethodsRegistrationCampaign": campaign},
        "authenticationMethodConfigurations@odata.context": f"{ROOT}/$metadata#{_CONTEXT}",
        "authenticationMethodConfigurations": configurations,
    }
    return singleton(call, _NAME, shape)


def update_policy(call: Call) -> Reply:
    """
    Move the tenant to another state of the migration (I1, I5).

    Raises:
        GraphError: A tenant that began in the middle of it cannot go back to before.
    """
    state = read(call, MethodsPolicyBody).policy_migration_state
    if not may_move(call.tenant.first.methods.migration_state, MigrationState(state)):
        raise bad_request("The policyMigrationState cannot be set back to preMigration.")
    if "moved-migration-not-kept" in call.tenant.bent:
        return NO_CONTENT
    with call.tenant.store.begin() as session:
        old = call.tenant.policy
        methods = old.methods.model_copy(update={"migration_state": MigrationState(state)})
        new = old.model_copy(update={"methods": methods})
        save_policy(session, call.tenant, new, actor_of(call, session), flow=flow_of(call))
        _log(call, session, "policyMigrationState", old.methods.migration_state.value, state)
    return NO_CONTENT


def list_configurations(call: Call) -> Reply:
    """The configuration of every method."""
    with call.tenant.store.begin() as session:
        page = at_hand(call, _all(call, session))
    return collection(call, _CONTEXT, page.items, page)


def get_configuration(call: Call) -> Reply:
    """The configuration of one method."""
    with call.tenant.store.begin() as session:
        return entity(call, _CONTEXT, _one(call, session, _method(call)))


def update_configuration(call: Call) -> Reply:
    """
    Switch a method on or off, or what only it has.

    Raises:
        GraphError: The body names what another method has.
    """
    said = read(call, ConfigurationBody).model_dump(by_alias=True, exclude_unset=True)
    method = _method(call)
    name = f"{_NAME}/{method}"
    with call.tenant.store.begin() as session:
        old = _one(call, session, method)
        if foreign := said.keys() - old.keys():
            raise bad_request(f"Invalid property '{min(foreign)}'.")
        save(session, name, saved(session, name) | said)
        for key, value in said.items():
            _log(call, session, f"{method}.{key}", old[key], value)
    return NO_CONTENT


def _method(call: Call) -> str:
    for method in CONFIGURATIONS:
        if method.casefold() == call.path["method"].casefold():
            return method
    raise not_found(call.path["method"])


def _all(call: Call, session: Session) -> list[Shape]:
    return [_one(call, session, method) for method in CONFIGURATIONS]


def _one(call: Call, session: Session, method: str) -> dict[str, Any]:
    shape = configuration(method, call.tenant.policy.methods.allowed)
    return shape | saved(session, f"{_NAME}/{method}")


def _log(call: Call, session: Session, name: str, old: Any, new: Any) -> None:
    event = Event(
        "Authentication Methods Policy Update",
        service=Service.METHODS,
        category="ApplicationManagement",
        changes=[changed(name, json.dumps(old), json.dumps(new))],
    )
    note(session, call.tenant, event, actor_of(call, session), TARGET, flow=flow_of(call))
