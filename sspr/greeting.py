"""What an emulator says when it is ready, and the tenant that this makes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, SecretStr

from sspr.capabilities import LACKING, Capabilities
from sspr.clock import Clock
from sspr.secrets import remember
from sspr.tenant import Account, Application, Mailbox, Tenant
from sspr.wire import Route

if TYPE_CHECKING:
    from sspr.control import Control


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class MailboxGreeting(_Part):
    """The practice mailbox account."""

    api_key: SecretStr
    server: str
    domain: str


class AdministratorGreeting(_Part):
    """The first Global Administrator."""

    user_principal_name: str
    password: SecretStr


class Greeting(_Part):
    """One JSON line on the emulator's standard output; it holds secrets."""

    port: int
    certificate: str
    spki: str
    tenant_id: str
    domain: str
    organization: str = "Contoso"
    client_id: str
    client_secret: SecretStr
    mailbox: MailboxGreeting
    control_token: SecretStr
    clock_offset_seconds: float
    administrator: AdministratorGreeting

    @property
    def route(self) -> Route:
        """The way to the emulator."""
        return Route(self.port, self.certificate, self.spki)

    def tenant(self, control: Control) -> Tenant:
        """The tenant that greeted, with every capability there is."""
        for secret in (self.client_secret, self.mailbox.api_key, self.administrator.password):
            remember(secret)
        clock = Clock(dt.timedelta(seconds=self.clock_offset_seconds))
        return Tenant(
            tenant_id=self.tenant_id,
            domain=self.domain,
            organization=self.organization,
            application=Application(self.client_id, self.client_secret),
            mailbox=Mailbox(self.mailbox.api_key, self.mailbox.server, self.mailbox.domain),
            clock=clock,
            capabilities=Capabilities(frozenset(LACKING), clock, control),
            route=self.route,
            administrator=Account(
                self.administrator.user_principal_name, self.administrator.password
            ),
        )
