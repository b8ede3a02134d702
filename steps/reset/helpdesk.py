"""Where *Contact your administrator* leads."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_bdd import parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.unanswered import Unanswered
from pages.journeys.wish import Wish
from pages.proof import Proof
from sspr.errors import Deviation, Inconclusive
from steps.cast.entrances import enter_enabled
from steps.expect import expect
from steps.weighing.presumed import let_in, may_register, presuming

if TYPE_CHECKING:
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

SETTING = "customization.helpdesk"
LONG_ENOUGH = dt.timedelta(seconds=30)  # until help is offered (C19)
MICROSOFT = (".microsoft.com", ".microsoftonline.com")
OTHERS = ("https://help.contoso.example/", "https://desk.contoso.example/")


def other_than(helpdesk: str | None) -> str:
    """The address of another helpdesk than ``helpdesk``."""
    return next(each for each in OTHERS if each != helpdesk)


@then("the registration pages offer the helpdesk of the policy")
def _at_registration(stage: Stage, registration: RegistrationStory) -> None:
    may_register(registration)
    for page, link in registration.contact_links.items():
        _leads_to(link, stage.policy.customization.helpdesk, f"On the page {page!r}")
    expect(registration.contact_links, "The user registers.", registration.error, SETTING)


@then("the page that turns the user away offers the helpdesk of the policy")
def _at_reset(stage: Stage, reset: ResetStory) -> None:
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was turned away. {reset}")
    _leads_to(reset.contact_link, stage.policy.customization.helpdesk, "On the page")


@then("the page offers the helpdesk of the policy, as it does to others")
def _as_to_others(stage: Stage, reset: ResetStory) -> None:
    try:
        _at_reset(stage, reset)
    except Deviation:
        _offered_to_others(stage)
        raise


def _offered_to_others(stage: Stage) -> None:
    """
    Go on only if an enabled user who has registered nothing is offered the helpdesk.

    Raises:
        Inconclusive: The link is missing there too.
    """
    if stage.policy.enablement.enabled != "none":
        with presuming("So it is for an enabled user (see CUS-02)."):
            _at_reset(stage, stage.ask_for_reset(enter_enabled(stage)))


@then("the page that blocks the user leads to no other helpdesk than that of the policy")
def _when_blocked(stage: Stage, reset: ResetStory) -> None:
    """No document says that this page has a link; where it has one, G2 holds for it too."""
    let_in(reset)
    helpdesk = stage.policy.customization.helpdesk
    if reset.ending is not Ending.BLOCKED:
        raise Inconclusive(f"Nobody was blocked (see RST-15). {reset}")
    if helpdesk and not reset.contact_link:
        raise Inconclusive("The page that blocks the user has no link.")
    _leads_to(reset.contact_link, helpdesk, "On the page that blocks the user")


@when("the user waits in vain for a mailed code", target_fixture="help_link")
def _waits_in_vain(stage: Stage, user: Actor) -> str:
    wish = Wish(preferred=(Proof.EMAIL,))
    waiting = Unanswered(stage.page(), user, wish, stage.evidence.screenshot)
    if not waiting.wait(LONG_ENOUGH):
        raise Inconclusive("No help is offered (see RST-33).")
    return waiting.help_link


@then("the help that is offered is the helpdesk of the policy")
def _at_verification(stage: Stage, help_link: str) -> None:
    _leads_to(help_link, stage.policy.customization.helpdesk, "At the verification step")


@when(parsers.parse("the helpdesk becomes {helpdesk}"))
def _becomes(stage: Stage, helpdesk: str) -> None:
    stage.change_policy("customization", helpdesk=helpdesk)


@then(parsers.parse("the registration pages link to {address}"))
def _links_at_registration(stage: Stage, registration: RegistrationStory, address: str) -> None:
    may_register(registration)
    expect(registration.contact_links, "The user registers.", registration.error, SETTING)
    if any(link != address for link in registration.contact_links.values()):
        _becomes(stage, OTHERS[0])
        again = stage.register(enter_enabled(stage))
        _linked_at_all(*again.contact_links.values())
    for page, link in registration.contact_links.items():
        expected = f"On the page {page!r} the link leads to {address}."
        expect(link == address, expected, f"It leads to {link or 'nowhere'}.", SETTING)


@then(parsers.parse("the link leads to {address}"))
def _link(stage: Stage, user: Actor, reset: ResetStory, address: str) -> None:
    if reset.contact_link != address:
        _becomes(stage, OTHERS[0])
        _linked_at_all(stage.ask_for_reset(user).contact_link)
    expect(
        reset.contact_link == address,
        f"The link leads to {address}.",
        f"It leads to {reset.contact_link or 'nowhere'}.",
        SETTING,
    )


def _linked_at_all(*links: str) -> None:
    """
    Go on only if the helpdesk is linked where it is a page.

    Raises:
        Inconclusive: It is not.
    """
    if {link.rstrip("/") for link in links} != {OTHERS[0].rstrip("/")}:
        led = ", ".join(filter(None, links)) or "nowhere"
        raise Inconclusive(
            f"Where the helpdesk is a page the link leads {led} (see CUS-01, CUS-02)."
        )


def _leads_to(link: str, helpdesk: str | None, where: str) -> None:
    """A helpdesk's address is written as a mailto link; without a helpdesk there is none (G3)."""
    if helpdesk is None:
        host = urlsplit(link).hostname or ""
        foreign = link.startswith("mailto:") or (host and not host.endswith(MICROSOFT))
        expect(not foreign, f"{where} no helpdesk is linked.", f"The link is {link}.", SETTING)
        return
    wanted = f"mailto:{helpdesk}" if "@" in helpdesk and "://" not in helpdesk else helpdesk
    expect(
        link.rstrip("/") == wanted.rstrip("/"),
        f"{where} *Contact your administrator* leads to {wanted}.",
        f"It leads to {link or 'nowhere'}.",
        SETTING,
    )
