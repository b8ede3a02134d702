"""Test persons: made up, unique, legal in every tenant, reachable by nobody else."""

from __future__ import annotations

import hashlib
import random
import re
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from faker import Faker

from sspr.passwords import new_password
from sspr.secrets import remember

if TYPE_CHECKING:
    from pydantic import SecretStr

    from sspr.tenant import Tenant

# Area codes whose 555-0100 to 555-0199 are kept free for fiction.
_AREA_CODES = ("202", "206", "212", "303", "312", "404", "415", "503", "602", "617", "702", "713")
_LOCAL_PART_MAX = 64  # E8
_TOKEN_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Person:
    """
    One test person.

    Attributes:
        given_name: First name.
        surname: Last name.
        display_name: Both.
        user_principal_name: What they sign in as, in the tenant's domain.
        password: What they sign in with.
        mail: The primary mailbox.
        alternate_email: Another mailbox, for registration and notification.
        mobile_phone: A number kept for fiction, as Graph writes it: ``+1 2025550123``.
        office_phone: Another one.
        id: The directory's object id; empty until the account has been created.
    """

    given_name: str
    surname: str
    display_name: str
    user_principal_name: str
    password: SecretStr
    mail: str
    alternate_email: str
    mobile_phone: str
    office_phone: str
    id: str = ""

    def with_password(self, password: SecretStr) -> Person:
        """The same person after a change of password."""
        return replace(self, password=password)

    @property
    def names(self) -> tuple[str, str, str]:
        """What a password must not contain (E12)."""
        name, _, _ = self.user_principal_name.partition("@")
        return self.given_name, self.surname, name


@dataclass(slots=True)
class People:
    """
    Makes persons for one scenario.

    The same seed gives the same names and addresses, so a failed scenario can be told again;
    passwords are never the same. A seed that contains the run's id keeps runs apart.
    """

    tenant: Tenant
    seed: str
    locale: str = "en_US"
    _faker: Faker = field(init=False, repr=False)
    _random: random.Random = field(init=False, repr=False)
    _numbers: count[int] = field(default_factory=lambda: count(1), init=False, repr=False)

    def __post_init__(self) -> None:
        self._faker = Faker(self.locale, providers=["faker.providers.person"])
        self._faker.seed_instance(self.seed)
        self._random = random.Random(self.seed)  # noqa: S311 - names, not secrets

    def make(self) -> Person:
        """The next person."""
        given, surname = self._faker.first_name(), self._faker.last_name()
        token = _token(self.seed, next(self._numbers))
        name = local_part(given, surname, token)
        return Person(
            given_name=given,
            surname=surname,
            display_name=f"{given} {surname}",
            user_principal_name=f"{name}@{self.tenant.domain}",
            password=remember(new_password((given, surname, name, self.tenant.organization))),
            mail=f"{token}.primary@{self.tenant.mailbox.domain}",
            alternate_email=f"{token}.alternate@{self.tenant.mailbox.domain}",
            mobile_phone=fiction_number(self._random),
            office_phone=fiction_number(self._random),
        )

    def new_password(self, person: Person) -> SecretStr:
        """Another password for ``person``, legal in every tenant."""
        return remember(new_password((*person.names, self.tenant.organization)))


def local_part(given: str, surname: str, token: str) -> str:
    """
    What stands before the @ of a user principal name, from any two names (E8).

    Letters lose their accents, what is not allowed is left out, the token keeps it unique.
    """
    names = ".".join(filter(None, map(_ascii, (given, surname)))) or "person"
    return f"{names[: _LOCAL_PART_MAX - len(token) - 1].rstrip('.')}.{token}".lower()


def fiction_number(source: random.Random) -> str:
    """A telephone number that belongs to nobody, as Graph writes it."""
    return f"+1 {source.choice(_AREA_CODES)}55501{source.randrange(100):02}"


def _ascii(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]", "", bare)


def _token(seed: str, number: int) -> str:
    digest = hashlib.sha256(f"{seed}/{number}".encode()).hexdigest()
    return digest[:_TOKEN_LENGTH]
