"""What the tenant's settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import then, when

from sspr.policy import MigrationState
from sspr.settings import spelled
from steps.expect import expect

if TYPE_CHECKING:
    from fixtures.configured import Configured
    from sspr.directory import Directory
    from sspr.evidence import Evidence
    from sspr.policy import Policy
    from steps.cast.stage import Stage

SWITCH = "enablement.administrators"
MIGRATION = "methods.migration_state"
NAME = "tenant.organization"


@when("the switch for administrators is read", target_fixture="setting")
def _switch(directory: Directory, evidence: Evidence, configured: Configured) -> Any:
    value = _read_switch(directory, evidence)
    configured.found({SWITCH: value}, "Microsoft Graph: authorizationPolicy")
    return value


@when("the changed switch for administrators is read", target_fixture="setting")
def _changed_switch(directory: Directory, evidence: Evidence) -> Any:
    return _read_switch(directory, evidence)


@when("the switch for administrators is turned through Graph", target_fixture="setting")
def _turned_switch(stage: Stage) -> Any:
    stage.directory.policies.let_administrators_reset(
        allowed=not stage.policy.enablement.administrators
    )
    return _read_switch(stage.directory, stage.evidence)


@then("the switch stands as turned")
def _switch_as_turned(policy: Policy, setting: bool) -> None:  # noqa: FBT001 - a step's fixture
    _as_declared(SWITCH, not policy.enablement.administrators, setting)


def _read_switch(directory: Directory, evidence: Evidence) -> bool:
    answer = directory.policies.authorization()
    evidence.document("Authorization policy", answer)
    return bool(answer["allowedToUseSSPR"])


@when("the state of the migration is read", target_fixture="setting")
def _migration(directory: Directory, evidence: Evidence, configured: Configured) -> Any:
    value = _read_migration(directory, evidence)
    configured.found({MIGRATION: value}, "Microsoft Graph: authenticationMethodsPolicy")
    return value


@when("the changed state of the migration is read", target_fixture="setting")
def _changed_migration(directory: Directory, evidence: Evidence) -> Any:
    return _read_migration(directory, evidence)


@when("the migration is moved on or back through Graph", target_fixture="setting")
def _moved_migration(stage: Stage) -> Any:
    stage.directory.policies.move_migration(_other_state(stage.policy))
    return _read_migration(stage.directory, stage.evidence)


@then("the migration is as far as it was moved")
def _migration_as_moved(policy: Policy, setting: str) -> None:
    _as_declared(MIGRATION, _other_state(policy).value, setting)


def _other_state(policy: Policy) -> MigrationState:
    """A state that the tenant is not in; nothing leads back to before the migration (I5)."""
    complete = policy.methods.migration_state is MigrationState.COMPLETE
    return MigrationState.IN_PROGRESS if complete else MigrationState.COMPLETE


def _read_migration(directory: Directory, evidence: Evidence) -> str:
    answer = directory.policies.authentication_methods()
    evidence.document("Authentication methods policy", answer)
    # I1: no state at all is taken for a completed migration.
    return str(answer.get("policyMigrationState") or "migrationComplete")


@when("the name of the directory is read", target_fixture="setting")
def _name(directory: Directory, evidence: Evidence, configured: Configured) -> Any:
    answer = directory.policies.organization()
    evidence.document("Organization", answer)
    configured.found({NAME: answer["displayName"]}, "Microsoft Graph: organization")
    return answer["displayName"]


@then("the directory bears the declared name")
def _name_as_declared(policy: Policy, setting: str) -> None:
    _as_declared(NAME, policy.tenant.organization, setting)


@then("the switch stands as declared")
def _switch_as_declared(policy: Policy, setting: bool) -> None:  # noqa: FBT001 - a step's fixture
    _as_declared(SWITCH, policy.enablement.administrators, setting)


@then("the switch stands as changed")
def _switch_as_changed(setting: bool, change: dict[str, Any]) -> None:  # noqa: FBT001 - fixture
    _as_declared(SWITCH, change[SWITCH], setting)


@then("the migration is as far as changed")
def _migration_as_changed(setting: str, change: dict[str, Any]) -> None:
    _as_declared(MIGRATION, change[MIGRATION].value, setting)


@then("the migration is as far as declared")
def _migration_as_declared(policy: Policy, setting: str) -> None:
    _as_declared(MIGRATION, policy.methods.migration_state.value, setting)


def _as_declared(key: str, declared: object, found: object) -> None:
    expect(
        found == declared,
        f"{key} is {spelled(declared)} in the tenant.",
        f"It is {spelled(found)}.",
        key,
    )
