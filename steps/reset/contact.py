"""Asking administrators for help by the portal's own form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytest_bdd import given, parsers, then, when

from pages.journeys.reset_story import Ending
from sspr.errors import Deviation, Inconclusive
from sspr.wanted import Wanted
from steps.cast.entrances import enter_enabled
from steps.expect import applies, expect
from steps.mail.letterhead import comes_from_microsoft, sent_on_behalf
from steps.reset.helpdesk import SETTING

if TYPE_CHECKING:
    import datetime as dt

    from pages.journeys.contact import ContactStory
    from pages.journeys.reset_story import ResetStory
    from sspr.mail import Mail
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

# G5: the holders of the first of these that anybody holds are written to.
RANKS = (
    ("Helpdesk Administrator", "Password Administrator"),
    ("User Administrator",),
    ("Global Administrator",),
)
MOST = 100
Helpers = dict[str, "Actor"]


@pytest.fixture
def helpers() -> Helpers:
    """Who might be asked for help, by role."""
    return {}


@given("no helpdesk is linked")
def _no_helpdesk(stage: Stage) -> None:
    if stage.policy.customization.helpdesk is not None:
        stage.change_policy("customization", helpdesk=None)


@given("a helpdesk page is linked")
def _helpdesk_page(stage: Stage) -> None:
    helpdesk = stage.policy.customization.helpdesk or ""
    applies("://" in helpdesk, "The policy names no helpdesk page.")


@given(parsers.re(r"there is a (?P<role>\w+ Administrator)"))
@given(parsers.re(r"there is also a (?P<role>\w+ Administrator)"))
def _there_is(stage: Stage, helpers: Helpers, role: str) -> None:
    helpers[role] = stage.enter()
    stage.directory.roles.assign(helpers[role].person, role)


@given("there are more than a hundred Password Administrators")
def _a_hundred(stage: Stage) -> None:
    for _ in range(MOST + 1):
        stage.directory.roles.assign(stage.enter().person, "Password Administrator")


@when("the user is turned away and asks administrators for help", target_fixture="call")
def _ask(stage: Stage, user: Actor) -> ContactStory:
    return stage.contact(user)


@given("the user has asked administrators for help before")
def _has_asked(stage: Stage, user: Actor) -> None:
    stage.contact(user)


@when("the user waits in vain for a code and asks administrators for help", target_fixture="call")
def _ask_in_vain(stage: Stage, user: Actor) -> ContactStory:
    story = stage.contact_while_waiting(user)
    if not story.sent:
        raise Inconclusive(f"The form could not be sent. {story.told}")
    return story


@then(parsers.parse("a mail asks the {role} to reset the password"))
def _asked(stage: Stage, user: Actor, call: ContactStory, helpers: Helpers, role: str) -> None:
    mail = stage.inbox.find(Wanted(helpers[role].person.mail, call.began))
    if mail is None:
        _only_ours(stage, helpers, role)
        if "contact" not in stage.promises:
            _somebody_is_asked(stage, user, call, role)
        elif _calls_for(stage, user, call.began):
            raise Inconclusive("Somebody else was written to (see CUS-04).")
        observed = f"None came. {call.told}"
        raise Deviation(f"A mail asks the {role} for help.", observed, SETTING)
    stage.evidence.mail(mail)
    expect(
        user.account.lower() in f"{mail.text} {mail.html}".lower(),
        f"The mail names the account {user.account}.",
        "It does not name it.",
        SETTING,
    )
    number = _calls_for(stage, user, call.began, helpers[role].person.mail)
    expect(number <= 1, f"One mail goes to the {role}.", f"{number} did.", SETTING)


@then(parsers.parse("the mail to the {role} comes from a documented address"))
def _from_microsoft(stage: Stage, call: ContactStory, helpers: Helpers, role: str) -> None:
    comes_from_microsoft(_call_for_help(stage, call, helpers, role))


@then(parsers.parse("the mail to the {role} is sent on behalf of the organisation"))
def _on_behalf(stage: Stage, call: ContactStory, helpers: Helpers, role: str) -> None:
    sent_on_behalf(stage, _call_for_help(stage, call, helpers, role))


def _call_for_help(stage: Stage, call: ContactStory, helpers: Helpers, role: str) -> Mail:
    mail = stage.inbox.find(Wanted(helpers[role].person.mail, call.began))
    if mail is None:
        raise Inconclusive(f"No mail asks the {role} for help (see CUS-03). {call.told}")
    stage.evidence.mail(mail)
    return mail


@then(parsers.parse("no mail about it reaches the {role}"))
def _not_called(stage: Stage, reset: ResetStory, helpers: Helpers, role: str) -> None:
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was turned away. {reset}")
    stage.inbox.nothing_for(to=helpers[role].person.mail, since=reset.began, setting=SETTING)


@then(parsers.parse("no mail asks the {role}"))
def _not_asked(stage: Stage, call: ContactStory, helpers: Helpers, role: str) -> None:
    stage.inbox.nothing_for(to=helpers[role].person.mail, since=call.began, setting=SETTING)


@then(parsers.parse("the {role} gets no mail beside the helpdesk page"))
def _not_asked_beside(stage: Stage, call: ContactStory, helpers: Helpers, role: str) -> None:
    if call.sent:
        raise Inconclusive("The page led to the form and to no helpdesk (see CUS-02).")
    _not_asked(stage, call, helpers, role)


@then("none of the holders but those of the first rank is asked")
def _first_rank_alone(stage: Stage, call: ContactStory, holders: Helpers) -> None:
    by_address = {holder.person.mail.lower(): role for role, holder in holders.items()}

    def nobody_else() -> None:
        told = {to for mail in stage.inbox.everything(call.began) for to in mail.to}
        asked = {by_address[each] for each in told & by_address.keys()}
        if not asked:
            raise Inconclusive(f"Nobody was written to (see CUS-03). {call.told}")
        others = sorted(asked - {*RANKS[0]})
        expect(
            not others,
            f"Nobody is asked but each {' and each '.join(RANKS[0])}.",
            f"Asked were also: {', '.join(others)}.",
            SETTING,
        )

    stage.inbox.when_silent(call.began, nobody_else)


@then("a hundred people were written to")
def _a_hundred_called(stage: Stage, user: Actor, call: ContactStory) -> None:
    number = _calls_for(stage, user, call.began)
    if not number:
        raise Inconclusive("Nobody was written to (see CUS-03).")
    expect(number == MOST, f"{MOST} people are written to.", f"{number} were.", SETTING)


def _calls_for(stage: Stage, user: Actor, since: dt.datetime, address: str = "") -> int:
    """To how many the account was named, or how often to ``address`` where it is given."""
    told = [
        to
        for mail in stage.inbox.everything(since)
        if user.account.lower() in f"{mail.text} {mail.html}".lower()
        for to in mail.to
    ]
    return told.count(address.lower()) if address else len(told)


def _somebody_is_asked(stage: Stage, user: Actor, call: ContactStory, role: str) -> None:
    """
    Go on only if anybody was written to, or is where another role is there to help.

    Raises:
        Inconclusive: The form writes to nobody.
    """
    if _calls_for(stage, user, call.began):
        return
    helper, witness = stage.enter(), enter_enabled(stage)
    stage.directory.roles.assign(helper.person, next(each for each in RANKS[0] if each != role))
    again = stage.contact(witness)
    if stage.inbox.find(Wanted(helper.person.mail, again.began)) is None:
        raise Inconclusive(f"The form writes to nobody (see CUS-03). {again.told}")


def _only_ours(stage: Stage, helpers: Helpers, role: str) -> None:
    """Somebody of a higher rank whom the tenant had before is written to instead, and rightly."""
    ours = {actor.person.id for actor in helpers.values()}
    rank = next(number for number, roles in enumerate(RANKS) if role in roles)
    for higher in (each for roles in RANKS[:rank] for each in roles):
        if {holder["id"] for holder in stage.directory.roles.holders(higher)} - ours:
            raise Inconclusive(f"The tenant has a {higher} of its own, who is asked first.")
