"""Holders of every role that there is, on Microsoft's list of administrators or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then

from sspr.errors import Inconclusive
from steps.cast.listed_roles import LISTED
from steps.expect import expect
from steps.weighing.presumed import was_reset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SWITCH = "enablement.administrators"
Holders = dict[str, "Actor"]


@given("a holder of each role on the list", target_fixture="holders")
def _listed(stage: Stage) -> Holders:
    return _employ(stage, LISTED & stage.directory.roles.names())


@given("a holder of each role that is not on the list", target_fixture="holders")
def _unlisted(stage: Stage) -> Holders:
    return _employ(stage, stage.directory.roles.names() - LISTED)


def _employ(stage: Stage, roles: Iterable[str]) -> Holders:
    holders = {role: stage.enter() for role in sorted(roles)}
    for role, holder in holders.items():
        stage.directory.roles.assign(holder.person, role)
    return holders


@then("no mail reaches any of the holders")
def _no_mail(stage: Stage, holders: Holders, reset: ResetStory) -> None:
    was_reset(reset)
    by_address = {holder.person.mail.lower(): role for role, holder in holders.items()}

    def nothing() -> None:
        told = {to for mail in stage.inbox.everything(reset.began) for to in mail.to}
        roles = sorted(by_address[each] for each in told & by_address.keys())
        expect(
            not roles,
            f"None of the holders of {len(holders)} roles is written to.",
            f"Written to are: {', '.join(roles)}.",
            "notifications.all_admins",
        )

    stage.inbox.when_silent(reset.began, nothing)


@then("the registration report calls the holders enabled as the policy for administrators says")
def _as_administrators(stage: Stage, holders: Holders) -> None:
    _reported(stage, holders, enabled=stage.policy.enablement.administrators)


@then("the registration report calls none of the holders enabled")
def _as_users(stage: Stage, holders: Holders) -> None:
    _reported(stage, holders, enabled=False)


def _reported(stage: Stage, holders: Holders, *, enabled: bool) -> None:
    found = stage.directory.registration.enabled()
    other = [role for role, each in holders.items() if (each.person.id in found) is not enabled]
    if other and stage.tenant.live:
        raise Inconclusive("The registration report of this tenant is up to 36 hours late.")
    expect(
        not other,
        f"isSsprEnabled is {str(enabled).lower()} for the holders of {len(holders)} roles.",
        f"It is {str(not enabled).lower()} for: {', '.join(other)}.",
        SWITCH,
    )
