"""The tenant under examination: where it is and how to reach it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import SecretStr

    from sspr.capabilities import Capabilities
    from sspr.clock import Clock
    from sspr.wire import Route


@dataclass(frozen=True, slots=True)
class Application:
    """The application registration that reads and arranges the directory through Graph."""

    client_id: str
    client_secret: SecretStr


@dataclass(frozen=True, slots=True)
class Mailbox:
    """
    The Mailosaur server that receives for everyone in the tests.

    Attributes:
        api_key: The account's key.
        server: The eight characters that name the server.
        domain: What stands after the @ of every address it receives for.
        phone_number: A number whose texts it receives, in international form, or None.
    """

    api_key: SecretStr
    server: str
    domain: str
    phone_number: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An account that was there before the tests."""

    user_principal_name: str
    password: SecretStr


@dataclass(frozen=True, slots=True)
class Tenant:
    """
    Everything in the harness that touches a tenant gets it from here.

    Attributes:
        tenant_id: The directory's GUID.
        domain: The domain that test users get.
        organization: The directory's display name, as mails and pages show it.
        application: What Graph calls sign in as.
        mailbox: Where mail and texts are read.
        clock: The tenant's time.
        capabilities: What it can be asked to do beside.
        route: The way to an emulated tenant; None leads to the real addresses.
        administrator: An account that may read the admin center, or None.
    """

    tenant_id: str
    domain: str
    organization: str
    application: Application
    mailbox: Mailbox
    clock: Clock
    capabilities: Capabilities
    route: Route | None = None
    administrator: Account | None = None

    @property
    def live(self) -> bool:
        """Whether it is a real tenant, where what is created must be removed again."""
        return self.route is None
