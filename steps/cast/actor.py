"""A person on stage: who it is and what that person has at hand."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NoReturn

from pydantic import SecretStr

from pages.journeys.verification import EASIEST_FIRST
from pages.proof import Proof
from sspr.authenticator import Authenticator
from sspr.errors import Deviation, Inconclusive, Undelivered
from sspr.policy import Method
from sspr.secrets import remember
from sspr.wanted import Wanted
from steps.cast.answers import Answers
from steps.cast.habits import Habits, neighbour

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sspr.inbox import Inbox
    from sspr.people import Person
    from sspr.tenant import Tenant


CODE = "verification code"  # F9


@dataclass(slots=True)
class Actor:
    """
    A person of a scenario; the means that journeys ask for.

    Attributes:
        person: Who it is.
        tenant: Where the account is.
        inbox: Where the person's mails and texts are read.
        password: What the person signs in with now.
        former_contact: The address or number that the person moved from last.
        former_account: What the account was called before, if it was called otherwise.
        former_password: What it was before the last change, if there was one.
        next_password: What to choose where the sign-in wants a new one.
        confirmation: What to type the second time, where it is not to be the new password.
        app: The authenticator app on the person's phone, once it is set up.
        habits: How the person goes about it.
        answers: The person's security questions.
        given: The methods that were arranged for the person.
        promises: What the scenario promises that others take for granted: that codes, calls and
            notifications come (``delivery``), and that they go to the right address (``address``).
    """

    person: Person
    tenant: Tenant
    inbox: Inbox
    password: SecretStr
    app: Authenticator | None = None
    next_password: SecretStr | None = None
    confirmation: SecretStr | None = None
    habits: Habits = field(default_factory=Habits)
    answers: Answers = field(default_factory=Answers)
    given: set[Method] = field(default_factory=set)
    former_contact: str = ""
    former_account: str = ""
    promises: frozenset[str] = frozenset()
    former_password: SecretStr = field(default_factory=lambda: SecretStr(""))
    _app_code: SecretStr = field(default_factory=lambda: SecretStr(""))
    _codes: dict[tuple[str, dt.datetime], SecretStr] = field(default_factory=dict)

    def change_to(self, password: SecretStr) -> None:
        """From now on sign in with ``password``."""
        self.former_password, self.password = self.password, password

    @property
    def never_right(self) -> bool:
        """Whether whatever the person proves the identity by is wrong."""
        return bool(self.habits.wrong_codes or self.habits.refuses or self.answers.mistake)

    @property
    def easiest(self) -> tuple[Proof, ...]:
        """The proofs that the person can give, the easiest first; no codes without their app."""
        return tuple(each for each in EASIEST_FIRST if self.app or each is not Proof.APP_CODE)

    @property
    def account(self) -> str:
        """The account name."""
        return self.person.user_principal_name

    @property
    def alternate_email(self) -> str:
        """The other mailbox."""
        return self.person.alternate_email

    @property
    def mobile_phone(self) -> str:
        """The mobile phone; a live tenant's texts reach the mailbox's own number only."""
        return self.tenant.mailbox.phone_number or self.person.mobile_phone

    def take_name(self, account: str) -> None:
        """Go by the account name ``account`` from now on."""
        self.former_account = self.account
        self.person = replace(self.person, user_principal_name=account)

    def move(self, method: Method) -> None:
        """
        Have another address or number from now on.

        Raises:
            Inconclusive: There is no other number whose texts anybody could read.
        """
        if method is Method.EMAIL:
            self.former_contact = self.alternate_email
            name, _, domain = self.former_contact.partition("@")
            self.person = replace(self.person, alternate_email=f"{name}.new@{domain}")
            return
        if self.tenant.mailbox.phone_number:
            raise Inconclusive("The mailbox has one telephone number and no other to change to.")
        self.former_contact = self.mobile_phone
        self.person = replace(self.person, mobile_phone=neighbour(self.former_contact))

    def phone_for(self, proof: Proof) -> str:
        """The whole number behind ``proof``."""
        office = proof is Proof.OFFICE_CALL
        return self.habits.dialled(self.person.office_phone if office else self.mobile_phone)

    def now(self) -> dt.datetime:
        """The tenant's time."""
        return self.tenant.clock.now()

    def ponder(self) -> None:
        """Take the time that the person takes before choosing a new password or deleting."""
        if self.habits.hesitation:
            self.tenant.capabilities.advance(self.habits.hesitation)

    def mailed_code(self, since: dt.datetime) -> SecretStr:
        """The code mailed to the alternate address since then."""
        try:
            code = self._sent_to(self.alternate_email, since)
        except Undelivered as missing:
            for other in (self.person.mail, self.account):
                if self.inbox.find(Wanted(other, since, CODE)):
                    astray = Undelivered(missing.expected, f"It went to {other}.")
                    self._miss(astray, "address")
            self._miss(missing, "delivery")
        return self.habits.mistyped(code) if self.habits.wrong_mails else code

    def texted_code(self, since: dt.datetime) -> SecretStr:
        """The code texted to the mobile phone since then."""
        self.tenant.capabilities.require("text")
        with self._delivery():
            code = self._sent_to(self.habits.number or self.mobile_phone, since)
        return self.habits.mistyped(code) if self.habits.wrong_texts else code

    def _sent_to(self, address: str, since: dt.datetime) -> SecretStr:
        """
        A code that was sent, as the person types it, when the person types it.

        Asked again for what was sent at the same time, the person looks at the same message.
        """
        if (address, since) not in self._codes:
            self._codes[address, since] = remember(self.inbox.code(to=address, since=since))
        if self.habits.pause:
            self.tenant.capabilities.advance(self.habits.pause)
        return self.habits.typed(self._codes[address, since])

    def app_code(self) -> SecretStr:
        """A code of the authenticator app, not used yet unless the person has that habit."""
        if self.app is None:
            raise Inconclusive("A code was asked of an authenticator app that was never set up.")
        if not self.habits.same_code:
            self._app_code = remember(self.app.code())
        if self.habits.app_pause:
            self.tenant.capabilities.advance(self.habits.app_pause)
        return self.habits.typed(self._app_code)

    def second_factor(self, since: dt.datetime) -> SecretStr:
        """The app's code or, where the person set up no app, the code texted since then."""
        return self.app_code() if self.app else self.texted_code(since)

    def enrol_app(self, secret: SecretStr) -> None:
        """Give the authenticator app its secret."""
        self.app = Authenticator(self.tenant, remember(secret))

    def approve(self, number: str) -> None:
        """Approve the notification on the phone by the number on the page, or refuse it."""
        with self._delivery():
            if self.habits.refuses:
                self.tenant.capabilities.deny_push(self.account)
                return
            self.tenant.capabilities.approve_push(self.account, self.habits.approved(int(number)))

    def pick_up(self, proof: Proof) -> None:
        """Answer the call and press the pound key."""
        del proof  # every call of a person is answered alike
        with self._delivery():
            self.tenant.capabilities.answer_call(self.account, self.habits.key)

    @contextmanager
    def _delivery(self) -> Iterator[None]:
        try:
            yield
        except Undelivered as missing:
            self._miss(missing, "delivery")

    def _miss(self, missing: Undelivered, promise: str) -> NoReturn:
        """What the person waits for did not come; whether that is the scenario's ``promise``."""
        if promise in self.promises:
            raise Deviation(missing.expected, missing.observed) from None
        raise missing

    def answers_to(self, questions: tuple[str, ...]) -> tuple[SecretStr, ...]:
        """What the person answers to security questions."""
        return self.answers.to(questions)

    def choose_questions(
        self, offered: tuple[tuple[str, ...], ...]
    ) -> tuple[tuple[str, SecretStr], ...]:
        """For each row of security questions, the one to register and its answer."""
        return self.answers.choose(offered)

    def captcha(self, picture: str) -> str:
        """What the picture at this address shows."""
        challenge = picture.rstrip("/").rpartition("/")[2].partition("?")[0]
        return self.tenant.capabilities.captcha(challenge).get_secret_value()
