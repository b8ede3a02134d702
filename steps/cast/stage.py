"""The stage of a scenario: persons act on it in private browser windows."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from fixtures.cards import card_of
from pages.hosts import MY_SECURITY_INFO
from pages.journeys.admin_center import AdminCenter, BladeStory
from pages.journeys.changing import Changing
from pages.journeys.contact import Contact, ContactWhileWaiting
from pages.journeys.giving_up import GivingUp, GivingUpStory, Unconfirmed
from pages.journeys.guessing import Guessing
from pages.journeys.interrupted import Interrupted
from pages.journeys.leaving import Leaving, LeavingLate
from pages.journeys.managing import Errand, Lingering, Managing, ManagingStory
from pages.journeys.password_change import PasswordChange
from pages.journeys.reading_events import ReadingEvents
from pages.journeys.registration import Registration
from pages.journeys.reset import Reset
from pages.journeys.reset_story import Ending
from pages.journeys.sign_in import SignInStory, SignInToAccount
from pages.journeys.wish import Wish
from sspr.errors import NotApplicable
from sspr.on_premises import OnPremises
from sspr.organization import Organization
from sspr.passwords import new_password
from sspr.policy import Policy
from sspr.secrets import remember
from steps.cast.actor import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as BrowserPage
    from pydantic import SecretStr

    from pages.admin_center.blade import Blade
    from pages.journeys.admin_center import Edit
    from pages.journeys.contact import ContactStory
    from pages.journeys.password_change import PasswordChangeStory
    from pages.journeys.reading_events import EventsStory
    from pages.journeys.registration_story import RegistrationStory
    from pages.journeys.reset_story import ResetStory
    from sspr.directory import Directory
    from sspr.evidence import Evidence
    from sspr.inbox import Inbox
    from sspr.people import Person
    from sspr.policy import Method
    from sspr.tenant import Tenant


SPREAD = dt.timedelta(minutes=61)  # a little more than the hour that a switch takes at most


@dataclass(frozen=True, slots=True)
class Stage:
    """
    What a scenario plays on.

    Attributes:
        policy: What the tenant is declared to do.
        tenant: Where it is checked.
        directory: The tenant's directory.
        inbox: Everybody's mailbox.
        evidence: Where moments are kept.
        new_context: Opens a private browser window.
        make_person: Makes a person and the account.
        promises: What the scenario promises that others take for granted.
    """

    policy: Policy
    tenant: Tenant
    directory: Directory
    inbox: Inbox
    evidence: Evidence
    new_context: Callable[..., BrowserContext]
    make_person: Callable[..., Person]
    promises: frozenset[str] = frozenset()

    def enter(self, **more: Any) -> Actor:
        """A new person comes on; ``more`` are further fields of the account."""
        person = self.make_person(**more)
        password = remember(person.password)
        return Actor(person, self.tenant, self.inbox, password, promises=self.promises)

    @property
    def on_premises(self) -> OnPremises:
        """The on-premises side of the tenant."""
        return OnPremises(self.tenant.capabilities)

    @property
    def organization(self) -> Organization:
        """What the organisation has bought, and who belongs to it."""
        return Organization(self.tenant.capabilities)

    def change_policy(self, section: str, **values: Any) -> None:
        """
        Save the declared policy with other values in one section.

        Raises:
            Inconclusive: The tenant's policy is not ours to change.
            NotApplicable: The portal would not save such a policy.
        """
        self.tenant.capabilities.set_policy(self.other_policy(section, **values))

    def other_policy(self, section: str, **values: Any) -> Policy:
        """
        The declared policy with other values in one section.

        Raises:
            NotApplicable: The portal would not save such a policy.
        """
        document = self.policy.model_dump()
        document[section] |= values
        try:
            return Policy.model_validate(document)
        except ValidationError as error:
            told = error.errors()[0]["msg"]
            raise NotApplicable(f"The portal refuses such a policy: {told}") from None

    @contextmanager
    def opened_to_everybody(self) -> Iterator[None]:
        """
        Let everybody register for a while, so that people can be given what they once had.

        The switch for administrators is given its hour each way (A17).

        Raises:
            Inconclusive: The tenant's policy is not ours to change, or its clock not to be moved.
        """
        self.change_policy("enablement", enabled="all", group=None, administrators=True)
        self._let_it_spread()
        try:
            yield
        finally:
            self.tenant.capabilities.set_policy(self.policy)
            self._let_it_spread()

    def _let_it_spread(self) -> None:
        if not self.policy.enablement.administrators:
            self.tenant.capabilities.advance(SPREAD)

    def register(self, actor: Actor, *wanted: Method, **ways: bool) -> RegistrationStory:
        """``actor`` registers ``wanted`` on the pages for it; ``ways`` are those of the journey."""
        return Registration(self.page(), actor, wanted, self.evidence.screenshot, **ways).run()

    def register_in_wizard(self, actor: Actor, *wanted: Method) -> RegistrationStory:
        """``actor`` registers what the wizard at sign-in offers of ``wanted``."""
        return Interrupted(self.page(), actor, wanted, self.evidence.screenshot).run()

    def register_in_security_info(
        self, actor: Actor, *wanted: Method, **ways: bool
    ) -> RegistrationStory:
        """``actor`` opens the security info and adds ``wanted`` to it."""
        visit = Registration(self.page(), actor, wanted, self.evidence.screenshot, **ways)
        return visit.run(MY_SECURITY_INFO)

    def change(self, actor: Actor, method: Method) -> RegistrationStory:
        """``actor`` moves to another address or number and changes ``method`` to it."""
        return Changing(self.page(), actor, (method,), self.evidence.screenshot).change()

    def manage(self, actor: Actor, errand: Errand) -> ManagingStory:
        """``actor`` goes to the security info page on an errand."""
        return Managing(self.page(), actor, errand, self.evidence.screenshot).run()

    def linger(self, actor: Actor, errand: Errand) -> ManagingStory:
        """``actor`` does the same, taking time between opening the page and deleting from it."""
        return Lingering(self.page(), actor, errand, self.evidence.screenshot).run()

    def ask_for_reset(self, actor: Actor, wish: Wish | None = None) -> ResetStory:
        """``actor`` goes to the reset portal and does there as ``wish`` says, or only asks."""
        wish = wish or Wish()
        wish = replace(wish, preferred=wish.preferred or actor.easiest)
        return Reset(self.page(), actor, wish, self.evidence.screenshot).run()

    def reset(self, actor: Actor, **wishes: Any) -> ResetStory:
        """``actor`` resets the password to a fresh one and signs in with it from now on."""
        password = self.fresh_password(actor)
        story = self.ask_for_reset(actor, Wish(passwords=(password,), **wishes))
        if story.ending is Ending.RESET:
            actor.change_to(password)
        return story

    def leave(self, actor: Actor) -> ResetStory:
        """``actor`` asks for a reset and cancels it at the first verification step."""
        return Leaving(self.page(), actor, Wish(), self.evidence.screenshot).run()

    def leave_late(self, actor: Actor) -> ResetStory:
        """``actor`` passes every verification step and cancels before choosing a password."""
        wish = Wish(passwords=(self.fresh_password(actor),), preferred=actor.easiest)
        return LeavingLate(self.page(), actor, wish, self.evidence.screenshot).run()

    def contact(self, actor: Actor) -> ContactStory:
        """``actor`` asks for a reset and, turned away, asks administrators for help."""
        return Contact(self.page(), actor, self.evidence.screenshot).ask()

    def contact_while_waiting(self, actor: Actor) -> ContactStory:
        """``actor`` has a code sent, waits in vain and asks administrators for help."""
        return ContactWhileWaiting(self.page(), actor, self.evidence.screenshot).ask()

    def change_password(
        self,
        actor: Actor,
        password: SecretStr | None = None,
        present: SecretStr | None = None,
    ) -> PasswordChangeStory:
        """
        ``actor`` changes the known password, to a fresh one or ``password``, and keeps it.

        ``present`` is what is given as the current one, where it is not to be the right one.
        """
        new = password or self.fresh_password(actor)
        visit = PasswordChange(self.page(), actor, new, self.evidence.screenshot)
        story = visit.run(present)
        if story.changed:
            actor.change_to(new)
        return story

    def guess(self, actor: Actor, passwords: tuple[SecretStr, ...]) -> bool:
        """``actor`` tries passwords at the sign-in; whether one was accepted."""
        return Guessing(self.page(), actor, passwords, self.evidence.screenshot).run()

    def sign_in(self, actor: Actor) -> SignInStory:
        """``actor`` signs in."""
        return SignInToAccount(self.page(), actor, self.evidence.screenshot).run()

    def sign_in_twice(self, actor: Actor) -> RegistrationStory:
        """``actor`` signs in and then, in the same window, opens the security info."""
        page = self.page()
        SignInToAccount(page, actor, self.evidence.screenshot).run()
        visit = Registration(page, actor, (), self.evidence.screenshot)
        return visit.run(MY_SECURITY_INFO)

    def open_blade(self, actor: Actor, blade: type[Blade], edit: Edit | None = None) -> BladeStory:
        """``actor`` opens ``blade`` in the admin center and saves what ``edit`` fills in."""
        return AdminCenter(self.page(), actor, blade, edit, self.evidence.screenshot).run()

    def read_events(self, actor: Actor, period: str = "") -> EventsStory:
        """``actor`` opens the registration and reset events, those of ``period`` where given."""
        return ReadingEvents(self.page(), actor, period, self.evidence.screenshot).run()

    def give_up(self, actor: Actor) -> GivingUpStory:
        """``actor`` begins the registration that the sign-in asks for, and leaves it."""
        return GivingUp(self.page(), actor, self.evidence.screenshot).run()

    def leave_unconfirmed(self, actor: Actor) -> SignInStory:
        """``actor`` signs in and, asked to confirm what is registered, does not."""
        return Unconfirmed(self.page(), actor, self.evidence.screenshot).run()

    def fresh_password(self, actor: Actor) -> SecretStr:
        """A password that ``actor`` never had and every tenant accepts."""
        return remember(new_password((*actor.person.names, self.tenant.organization)))

    def page(self, **wishes: str) -> BrowserPage:
        """A page in a private window of its own; ``wishes`` are those of the browser context."""
        return self.new_context(**wishes).new_page()


@pytest.fixture
def stage(
    *,
    request: pytest.FixtureRequest,
    policy: Policy,
    tenant: Tenant,
    directory: Directory,
    inbox: Inbox,
    evidence: Evidence,
    new_context: Callable[..., BrowserContext],
    make_person: Callable[..., Person],
) -> Stage:
    """The stage of this scenario."""
    card = card_of(request.node)
    promises = frozenset(card.promises) if card else frozenset()
    return Stage(policy, tenant, directory, inbox, evidence, new_context, make_person, promises)
