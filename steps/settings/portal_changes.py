"""Changing the password reset policy in the admin center."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, parsers, then, when

from pages.admin_center.authentication_methods import BOXES, AuthenticationMethods
from pages.admin_center.customization import Customization
from pages.admin_center.notifications import Notifications
from pages.admin_center.on_premises import OnPremisesIntegration
from pages.admin_center.properties import Properties
from pages.admin_center.registration import Registration
from sspr.errors import Inconclusive
from sspr.policy import MigrationState
from steps.expect import applies, expect
from steps.reset.helpdesk import other_than
from steps.settings.admin_center import administrator, employ, listed
from steps.settings.showing import shows_what_is_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.admin_center.blade import Blade
    from pages.journeys.admin_center import BladeStory, Edit
    from sspr.directory.groups import Group
    from sspr.policy import Policy
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


# By the words of a feature: the page, and what makes its setting another than the declared one.
TURNS: dict[str, tuple[type[Blade], Callable[[Any, Policy], None]]] = {
    "the mail that tells users": (
        Notifications,
        lambda page, now: page.tell_users(yes=not now.notifications.users),
    ),
    "the alert for administrators": (
        Notifications,
        lambda page, now: page.tell_administrators(yes=not now.notifications.all_admins),
    ),
    "the request to register": (
        Registration,
        lambda page, now: page.ask(yes=not now.registration.required_at_sign_in),
    ),
    "the helpdesk link": (
        Customization,
        lambda page, now: page.link(other_than(now.customization.helpdesk)),
    ),
    "writeback": (
        OnPremisesIntegration,
        lambda page, now: page.write_back(yes=not now.writeback.enabled),
    ),
    "unlocking without a reset": (
        OnPremisesIntegration,
        lambda page, now: page.unlock(yes=not now.writeback.unlock_without_reset),
    ),
}


@given("the migration has not begun")
def _not_begun(stage: Stage) -> None:
    state = stage.policy.methods.migration_state
    applies(state is MigrationState.PRE_MIGRATION, f"The state of the migration is {state}.")


@given(parsers.parse("an account with the role {role}"), target_fixture="clerk")
def _clerk(stage: Stage, role: str) -> Actor:
    return employ(stage, role)


@given("two groups that password reset is not enabled for", target_fixture="groups")
def _two_groups(stage: Stage) -> tuple[Group, Group]:
    one, other = (stage.directory.groups.create(f"SSPR harness {n}") for n in ("one", "two"))
    return one, other


@when("this account turns the mail that tells users", target_fixture="blade")
def _turn_mail(stage: Stage, clerk: Actor) -> BladeStory:
    wanted = not stage.policy.notifications.users

    def turn(page: Notifications) -> None:
        page.tell_users(yes=wanted)

    return stage.open_blade(clerk, Notifications, turn)


@when("this account opens Password reset in the admin center", target_fixture="blade")
def _open(stage: Stage, clerk: Actor) -> BladeStory:
    story = stage.open_blade(clerk, Properties)
    if not (story.stood or story.denied):
        raise Inconclusive(f"The account did not reach the admin center: {story.error}")
    return story


@then("the account sees the pages of Password reset")
def _sees(blade: BladeStory) -> None:
    expect(blade.stood, "An administrator with a licence sees Password reset.", blade.error)


@then("the account does not see the pages of Password reset")
def _does_not_see(blade: BladeStory) -> None:
    expect(
        blade.denied,
        "An administrator without a licence does not see Password reset.",
        "The page Properties is shown.",
    )


@when("an administrator selects both groups", target_fixture="blade")
def _select_both(stage: Stage, groups: tuple[Group, Group]) -> BladeStory:
    return _select(stage, groups)


@when("an administrator selects the first of them", target_fixture="blade")
def _select_first(stage: Stage, groups: tuple[Group, Group]) -> BladeStory:
    return _select(stage, groups[:1])


def _select(stage: Stage, groups: tuple[Group, ...]) -> BladeStory:
    names = [group.name for group in groups]
    return save(stage, Properties, lambda page: page.select_groups(names))


@when(
    parsers.parse("an administrator requires {number:d} of the methods {methods}"),
    target_fixture="blade",
)
def _choose(stage: Stage, number: int, methods: str) -> BladeStory:
    wanted = {name.strip() for name in methods.split(",")}

    def choose(page: AuthenticationMethods) -> None:
        page.require(number)
        for method, name in BOXES.items():
            page.allow(method, on=name in wanted)

    return save(stage, AuthenticationMethods, choose)


@when(parsers.parse("an administrator sets {days} days until confirmation"), target_fixture="blade")
def _set_days(stage: Stage, days: str) -> BladeStory:
    return save(stage, Registration, lambda page: page.confirm_after(days))


@when(
    parsers.parse("an administrator asks users for {needed:d} questions and defines {defined:d}"),
    target_fixture="blade",
)
def _define(stage: Stage, needed: int, defined: int) -> BladeStory:
    def ask(page: AuthenticationMethods) -> None:
        page.ask_questions(needed)
        page.define_questions(defined)

    return save(stage, AuthenticationMethods, ask)


def save(stage: Stage, blade: type[Blade], edit: Edit) -> BladeStory:
    """
    An administrator fills in a page as ``edit`` does, and saves it.

    Raises:
        Inconclusive: It could not be filled in.
    """
    story = stage.open_blade(administrator(stage), blade, edit)
    if not story.filled:
        why = story.error or "It cannot be saved by this account."
        raise Inconclusive(f"The page {blade.name} could not be filled in: {why}")
    return story


@then("the admin center saves it")
def _saves(stage: Stage, blade: BladeStory) -> None:
    expect(blade.saved, f"The page {blade.name} takes this.", f"It says: {blade.refusal}")
    known = {**blade.filled, **blade.after}
    other = [key for key in known if blade.after.get(key) != blade.filled.get(key)]
    if other:
        shows_what_is_set(stage, blade)
    expect(
        not other,
        f"The page shows afterwards what was saved: {listed(blade.filled, other)}.",
        f"It shows: {listed(blade.after, other)}.",
        next(iter(other), ""),
    )


@when(parsers.parse("an administrator turns {setting} in the admin center"), target_fixture="blade")
def _turn(stage: Stage, setting: str) -> BladeStory:
    blade, edit = TURNS[setting]
    return save(stage, blade, lambda page: edit(page, stage.policy))


@when(parsers.parse("this account turns {setting} in the admin center"), target_fixture="blade")
def _clerk_turns(stage: Stage, clerk: Actor, setting: str) -> BladeStory:
    blade, edit = TURNS[setting]
    return visit(stage, clerk, blade, lambda page: edit(page, stage.policy))


def visit(stage: Stage, clerk: Actor, blade: type[Blade], edit: Edit) -> BladeStory:
    """
    ``clerk`` fills in a page as ``edit`` does and saves it, as far as the page lets the account.

    Raises:
        Inconclusive: The account was neither shown the page nor told that it may not see it.
    """
    story = stage.open_blade(clerk, blade, edit)
    if not (story.stood or story.denied):
        raise Inconclusive(f"The account did not reach the page {blade.name}: {story.error}")
    return story


@then("the admin center refuses it")
def _refuses(blade: BladeStory) -> None:
    expect(
        not blade.saved,
        f"The page {blade.name} refuses to save this and says why.",
        "It is saved without a word.",
    )


@then("the account has changed the policy")
def _has_changed(blade: BladeStory) -> None:
    expect(
        blade.saved and blade.after != blade.shown,
        "The account may change the password reset policy.",
        blade.refusal or blade.error or "The page cannot be saved by this account.",
    )


@then("the account has changed nothing")
def _has_not_changed(blade: BladeStory) -> None:
    expect(
        not blade.saved,
        "The account may not change the password reset policy.",
        f"It has saved the page {blade.name}.",
    )


@then("one group is enabled and no more")
def _one_group(blade: BladeStory, groups: tuple[Group, Group]) -> None:
    taken = [group.name for group in groups if group.name in blade.filled["enablement.group"]]
    expect(
        not blade.saved or len(taken) == 1,
        "The page takes one group.",
        f"It takes {len(taken)}: {', '.join(taken) or 'none'}.",
        "enablement.group",
    )
