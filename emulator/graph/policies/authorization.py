"""
The authorization policy: ``/policies/authorizationPolicy``.

Its ``allowedToUseSSPR`` is the switch for administrators, whatever its name says (A19, D9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, StringConstraints

from emulator.actions.audit import Event, Target, changed, note
from emulator.actions.policy import save_policy
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.answers import singleton
from emulator.graph.bodies import Body, read
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.rules.portal_view import administrators_switch
from emulator.store.settings import save, saved

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.answers import Shape
    from emulator.graph.exchange import Call

_NAME = "authorizationPolicy"
_CONTEXT = "policies/authorizationPolicy/$entity"
_DEFAULT_GUEST_ROLE = "10dae51f-b6af-4016-8d66-8c2a99b929b3"
_DEFAULTS: Shape = {
    "allowedToSignUpEmailBasedSubscriptions": True,
    "allowEmailVerifiedUsersToJoinOrganization": True,
    "allowInvitesFrom": "everyone",
    "allowUserConsentForRiskyApps": None,
    "blockMsolPowerShell": False,
    "guestUserRoleId": _DEFAULT_GUEST_ROLE,
}
_USERS_MAY: Shape = {
    "allowedToCreateApps": True,
    "allowedToCreateSecurityGroups": True,
    "allowedToCreateTenants": True,
    "allowedToReadBitlockerKeysForOwnedDevice": True,
    "allowedToReadOtherUsers": True,
    "permissionGrantPoliciesAssigned": ["ManagePermissionGrantsForSelf.microsoft-user-default-low"],
}
Guid = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
]
Invites = Literal["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"]


class DefaultUserRolePermissionsBody(Body):
    """What ordinary users may do."""

    allowed_to_create_apps: bool = True
    allowed_to_create_security_groups: bool = True
    allowed_to_create_tenants: bool | None = None
    allowed_to_read_bitlocker_keys_for_owned_device: bool | None = None
    allowed_to_read_other_users: bool = True
    permission_grant_policies_assigned: Annotated[
        list[str], Field(max_length=10, default_factory=list)
    ]


class AuthorizationPolicyBody(Body):
    """What is to be changed of the policy; what is left out stays."""

    allowed_to_use_sspr: Annotated[bool, Field(alias="allowedToUseSSPR")] = True
    allowed_to_sign_up_email_based_subscriptions: bool = True
    allow_email_verified_users_to_join_organization: bool = True
    allow_invites_from: Invites = "everyone"
    allow_user_consent_for_risky_apps: bool | None = None
    block_msol_power_shell: bool | None = None
    guest_user_role_id: Guid | None = None
    default_user_role_permissions: DefaultUserRolePermissionsBody | None = None


def get_policy(call: Call) -> Reply:
    """The policy as it is."""
    with call.tenant.store.begin() as session:
        return singleton(call, _CONTEXT, _shape(call, session))


def update_policy(call: Call) -> Reply:
    """Change what the body names and log what changed."""
    body = read(call, AuthorizationPolicyBody)
    said = body.model_dump(by_alias=True, exclude_unset=True)
    with call.tenant.store.begin() as session:
        before = _shape(call, session)
        _switch_administrators(call, session, body)
        kept = {key: value for key, value in said.items() if key != "allowedToUseSSPR"}
        save(session, _NAME, saved(session, _NAME) | kept)
        session.flush()
        _log(call, session, before, _shape(call, session))
    return NO_CONTENT


def _switch_administrators(call: Call, session: Session, body: AuthorizationPolicyBody) -> None:
    bent = call.tenant.bent
    if "allowed_to_use_sspr" not in body.model_fields_set or "patched-switch-not-kept" in bent:
        return
    policy = call.tenant.policy
    enablement = policy.enablement.model_copy(update={"administrators": body.allowed_to_use_sspr})
    changed_policy = policy.model_copy(update={"enablement": enablement})
    save_policy(session, call.tenant, changed_policy, actor_of(call, session), flow=flow_of(call))
    if "patched-switch-unheeded" in bent:
        former = {"enablement": policy.enablement}
        call.tenant.heed(call.tenant.policy.model_copy(update=former))


def _shape(call: Call, session: Session) -> Shape:
    kept = saved(session, _NAME)
    users_may = _USERS_MAY | (kept.pop("defaultUserRolePermissions", None) or {})
    return {
        "id": _NAME,
        "deletedDateTime": None,
        "displayName": "Authorization Policy",
        "description": "Used to manage authorization related settings across the company.",
        "allowedToUseSSPR": administrators_switch(
            on=call.tenant.saved.enablement.administrators, bent=call.tenant.bent
        ),
        **_DEFAULTS,
        **kept,
        "defaultUserRolePermissions": users_may,
    }


def _log(call: Call, session: Session, before: Shape, after: Shape) -> None:
    changes = [_change(key, before[key], after[key]) for key in after if before[key] != after[key]]
    if changes:
        event = Event(
            "Update authorization policy", category="AuthorizationPolicy", changes=changes
        )
        target = Target("Policy", None, "Authorization Policy")
        note(session, call.tenant, event, actor_of(call, session), target, flow=flow_of(call))


def _change(key: str, old: Any, new: Any) -> dict[str, str]:
    return changed(key, str(old), str(new))
