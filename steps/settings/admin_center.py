"""What the admin center shows under *Password reset*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, parsers, then, when

from pages.admin_center.authentication_methods import AuthenticationMethods
from pages.admin_center.customization import Customization
from pages.admin_center.notifications import Notifications
from pages.admin_center.on_premises import OnPremisesIntegration
from pages.admin_center.properties import Properties
from pages.admin_center.registration import Registration
from sspr.directory.policies import allowed_methods
from sspr.directory.refusals import GraphRefused
from sspr.errors import Inconclusive, UsageError
from sspr.people import Person
from sspr.policy import Method, MigrationState
from sspr.settings import alike, settings_of, spelled
from steps.cast.actor import Actor
from steps.expect import applies, expect
from steps.reset.helpdesk import OTHERS

if TYPE_CHECKING:
    from fixtures.configured import Configured
    from pages.admin_center.blade import Blade
    from pages.journeys.admin_center import BladeStory
    from steps.cast.stage import Stage

ALLOWED = "methods.allowed"
READER = "Authentication Policy Administrator"  # A8
BLADES: dict[str, type[Blade]] = {
    blade.name: blade
    for blade in (
        Properties,
        AuthenticationMethods,
        Registration,
        Notifications,
        Customization,
        OnPremisesIntegration,
    )
}
CHANGES: dict[str, tuple[str, dict[str, Any]]] = {
    "everyone may reset": ("enablement", {"enabled": "all", "group": None}),
    "two methods are required": ("methods", {"required_to_reset": 2}),
    "one method is required": ("methods", {"required_to_reset": 1}),
    "sign-in asks nobody to register": ("registration", {"required_at_sign_in": False}),
    "nobody is told by mail": ("notifications", {"users": False, "all_admins": False}),
    "users alone are told by mail": ("notifications", {"users": True, "all_admins": False}),
    "administrators alone are told by mail": (
        "notifications",
        {"users": False, "all_admins": True},
    ),
    "there is no helpdesk link": ("customization", {"helpdesk": None}),
    "nothing is written back": ("writeback", {"enabled": False}),
    "accounts are unlocked by a reset alone": (
        "writeback",
        {"enabled": True, "unlock_without_reset": False},
    ),
    "sign-in asks to confirm after 200 days": (
        "registration",
        {"required_at_sign_in": True, "reconfirm_after_days": 200},
    ),
    "the helpdesk is another page": ("customization", {"helpdesk": OTHERS[0]}),
    "every method is allowed": ("methods", {"allowed": tuple(Method)}),
    "five questions are registered and four asked": (
        "methods",
        {"allowed": tuple(Method), "questions_to_register": 5, "questions_to_reset": 4},
    ),
    "administrators may not reset": ("enablement", {"administrators": False}),
    "administrators may reset": ("enablement", {"administrators": True}),
    "the migration is in progress": ("methods", {"migration_state": MigrationState.IN_PROGRESS}),
    "the migration is done": ("methods", {"migration_state": MigrationState.COMPLETE}),
}


def administrator(stage: Stage, role: str = READER) -> Actor:
    """
    An account that may read the admin center: the one that the tenant names, else a new one.

    ``role`` is what the new one is given.

    Raises:
        Inconclusive: The tenant names none, and none can be made.
    """
    if account := stage.tenant.administrator:
        name = account.user_principal_name
        person = Person("", "", name, name, account.password, "", "", "", "")
        return Actor(person, stage.tenant, stage.inbox, account.password)
    try:
        return employ(stage, role)
    except (GraphRefused, UsageError) as refused:
        raise Inconclusive(
            "The admin center cannot be read: the tenant file names no [administrator], and the "
            f"directory does not let one be made. {refused}"
        ) from None


def employ(stage: Stage, role: str) -> Actor:
    """A new account with a role over the whole directory."""
    actor = stage.enter()
    stage.directory.roles.assign(actor.person, role)
    return actor


@given(parsers.parse("the policy is changed so that {change}"), target_fixture="change")
def _changed(stage: Stage, change: str) -> dict[str, Any]:
    section, values = CHANGES[change]
    stage.change_policy(section, **values)
    shown = values | {"allowed": [*values["allowed"]]} if "allowed" in values else values
    return {f"{section}.{key}": value for key, value in shown.items()}


@when(
    parsers.parse("an administrator looks at the page {name} under Password reset"),
    target_fixture="blade",
)
def _look(stage: Stage, name: str) -> BladeStory:
    story = stage.open_blade(administrator(stage), BLADES[name])
    if not story.stood and name == OnPremisesIntegration.name:
        _only_where_synchronised(stage)
    if not story.stood:
        raise Inconclusive(f"The admin center does not show the page {name}: {story.error}")
    return story


@when(
    parsers.parse("an administrator looks for the page {name} under Password reset"),
    target_fixture="blade",
)
def _look_for(stage: Stage, name: str) -> BladeStory:
    return stage.open_blade(administrator(stage), BLADES[name])


@then("the page is not there")
def _not_there(blade: BladeStory) -> None:
    expect(
        not blade.stood,
        f"The admin center shows no page {blade.name}.",
        "It shows one.",
        "writeback.enabled",
    )


def _only_where_synchronised(stage: Stage) -> None:
    """H15: without Connect there is no such page, and nothing that could be written back to."""
    written_back = stage.policy.writeback.enabled
    applies(
        written_back, "The page is only in tenants that are synchronised, and none is declared."
    )
    expect(
        not written_back,
        "The admin center shows the page On-premises integration.",
        "It shows no such page: the tenant is not synchronised with a directory on-premises.",
        "writeback.enabled",
    )


@then("the page shows what is declared")
def _as_declared(stage: Stage, configured: Configured, blade: BladeStory) -> None:
    configured.found(blade.shown, f"Admin center: Password reset > {blade.name}")
    declared = settings_of(stage.policy.model_dump(mode="json"))
    _expect_shown(blade, {key: declared[key] for key in blade.shown})


@then("the page shows no methods but security questions")
def _leaves_methods_out(blade: BladeStory) -> None:
    expect(
        ALLOWED not in blade.shown,
        "Once migrated the page lets nothing but security questions be chosen.",
        "It shows every method.",
        ALLOWED,
    )


@then("where the page leaves methods out, the Authentication methods policy allows the declared")
def _methods_of_migrated(stage: Stage, configured: Configured, blade: BladeStory) -> None:
    """A migrated tenant's methods stand in its other policy, but for the questions (I10)."""
    if ALLOWED in blade.shown:
        return
    policy = stage.directory.policies.authentication_methods()
    stage.evidence.document("Authentication methods policy", policy)
    asks = "methods.questions_to_reset" in blade.shown
    questions = [Method.SECURITY_QUESTIONS] if asks else []
    found = [method.value for method in (*allowed_methods(policy), *questions)]
    configured.found({ALLOWED: found}, "Microsoft Graph: authenticationMethodsPolicy")
    declared = [method.value for method in stage.policy.methods.allowed]
    expect(
        alike(found, declared),
        f"The Authentication methods policy allows {spelled(declared)}.",
        f"It allows {spelled(found)}.",
        ALLOWED,
    )


@then("the page shows the change")
def _shows_change(blade: BladeStory, change: dict[str, Any]) -> None:
    _expect_shown(blade, {key: value for key, value in change.items() if key in blade.shown})


def _expect_shown(blade: BladeStory, expected: dict[str, Any]) -> None:
    other = [key for key, value in expected.items() if not alike(blade.shown[key], value)]
    expect(
        not other,
        f"The page {blade.name} shows {listed(expected, other)}.",
        f"It shows {listed(blade.shown, other)}.",
        next(iter(other), ""),
    )


def listed(settings: dict[str, Any], keys: list[str]) -> str:
    """These ``keys`` with their values, as expectations show them."""
    return ", ".join(f"{key} = {spelled(settings.get(key))}" for key in keys)
