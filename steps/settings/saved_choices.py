"""What an administrator chooses on the pages of *Password reset*, where not all can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import parsers, then, when

from pages.admin_center.authentication_methods import AuthenticationMethods
from pages.admin_center.properties import Properties
from pages.journeys.reset_story import Ending
from sspr.errors import Inconclusive
from sspr.policy import Method
from steps.expect import expect
from steps.settings.portal_changes import TURNS, save, visit
from steps.weighing.presumed import NOT_ENABLED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.admin_center.blade import Blade
    from pages.journeys.admin_center import BladeStory
    from pages.journeys.reset_story import ResetStory
    from sspr.policy import Policy
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

QUESTIONS = Method.SECURITY_QUESTIONS
FEWEST = 3  # B51

Values = dict[str, Any]


def _served(now: Policy) -> Values:
    return {"enabled": "none" if now.enablement.enabled == "all" else "all", "group": None}


def _number(now: Policy) -> Values:
    return {"required_to_reset": 3 - now.methods.required_to_reset}


def _methods(now: Policy) -> Values:
    others = tuple(each for each in now.methods.allowed if each is not QUESTIONS)
    return {"allowed": others if QUESTIONS in now.methods.allowed else (*others, QUESTIONS)}


def _ask(page: AuthenticationMethods, values: Values) -> None:
    if QUESTIONS in values["allowed"]:
        page.ask_questions(FEWEST)
        page.define_questions(FEWEST)
    else:
        page.allow(QUESTIONS, on=False)


# By the words of a feature: the page, the section, what differs then, and how it is filled in.
CHOICES: dict[
    str, tuple[type[Blade], str, Callable[[Policy], Values], Callable[[Any, Values], None]]
] = {
    "whom password reset serves": (
        Properties,
        "enablement",
        _served,
        lambda page, values: page.enable(values["enabled"].capitalize()),
    ),
    "the number of required methods": (
        AuthenticationMethods,
        "methods",
        _number,
        lambda page, values: page.require(values["required_to_reset"]),
    ),
    "whether security questions are allowed": (AuthenticationMethods, "methods", _methods, _ask),
}


@when(parsers.parse("an administrator chooses otherwise {setting}"), target_fixture="blade")
def _choose(stage: Stage, setting: str) -> BladeStory:
    blade, section, otherwise, fill_in = CHOICES[setting]
    values = otherwise(stage.policy)
    stage.other_policy(section, **values)
    return save(stage, blade, lambda page: fill_in(page, values))


@when(parsers.parse("this account chooses otherwise {setting}"), target_fixture="blade")
def _clerk_chooses(stage: Stage, clerk: Actor, setting: str) -> BladeStory:
    if setting in TURNS:
        blade, edit = TURNS[setting]
        return visit(stage, clerk, blade, lambda page: edit(page, stage.policy))
    blade, section, otherwise, fill_in = CHOICES[setting]
    values = otherwise(stage.policy)
    stage.other_policy(section, **values)
    return visit(stage, clerk, blade, lambda page: fill_in(page, values))


@then("the user is served or turned away as was saved")
def _as_saved(stage: Stage, blade: BladeStory, reset: ResetStory) -> None:
    if not blade.saved:
        raise Inconclusive(f"Nothing was saved. {blade.refusal}")
    serves = blade.filled["enablement.enabled"] == "all"
    if _is_served(reset) is not serves:
        _holds_at_all(stage, serves=serves)
    expect(
        _is_served(reset) is serves,
        f"What was saved holds: users are {'served' if serves else 'turned away'}.",
        str(reset),
        "enablement.enabled",
    )


def _is_served(reset: ResetStory) -> bool:
    """Whether the user was not turned away for not being enabled."""
    return not (reset.ending is Ending.BLOCKED and reset.code in NOT_ENABLED)


def _holds_at_all(stage: Stage, *, serves: bool) -> None:
    """
    Go on only if the setting holds where the tenant has been given it beyond doubt.

    Raises:
        Inconclusive: It does not.
    """
    stage.change_policy("enablement", enabled="all" if serves else "none", group=None)
    met = stage.ask_for_reset(stage.enter())
    if _is_served(met) is not serves:
        raise Inconclusive(f"{met} So it is wherever that is set (see ENA-03, ENA-05).")


@when(
    parsers.parse("an administrator writes a security question of {number:d} characters"),
    target_fixture="blade",
)
def _write_one(stage: Stage, number: int) -> BladeStory:
    return _write(stage, ["?" * number])


@when(
    parsers.parse("an administrator writes {number:d} security questions of the tenant's own"),
    target_fixture="blade",
)
def _write_many(stage: Stage, number: int) -> BladeStory:
    return _write(stage, [f"What is on page {each} of our handbook?" for each in range(number)])


@when("an administrator writes one security question twice", target_fixture="blade")
def _write_twice(stage: Stage) -> BladeStory:
    return _write(stage, ["What is on the cover of our handbook?"] * 2)


def _write(stage: Stage, own: list[str]) -> BladeStory:
    def ask(page: AuthenticationMethods) -> None:
        page.ask_questions(FEWEST)
        page.write_questions(own)

    return save(stage, AuthenticationMethods, ask)
