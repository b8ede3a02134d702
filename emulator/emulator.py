"""The emulator itself: one tenant at a time, its credentials, and the way to start afresh."""

from __future__ import annotations

import datetime as dt
import secrets
import string
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from emulator.bearing import Watched
from emulator.clock import Clock
from emulator.deviations import STRAIGHT, Bent
from emulator.faults import NONE, Faults
from emulator.faulty_post import FaultyPost
from emulator.identity.consent import GRANTED
from emulator.lag import Lag
from emulator.mailbox.servers import open_account
from emulator.organization import Organization, Writeback
from emulator.seed import Administrator, seed
from emulator.store import Store
from emulator.tenant import Tenant

if TYPE_CHECKING:
    from emulator.post import Post
    from sspr.policy import Policy

_ALPHABET = string.ascii_lowercase + string.digits


def _token() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class MailboxAccount:
    """The practice mailbox account; ``server`` has eight characters as Mailosaur's do."""

    api_key: str = field(default_factory=_token)
    server: str = field(
        default_factory=lambda: "".join(secrets.choice(_ALPHABET) for _ in range(8))
    )

    @property
    def domain(self) -> str:
        """The mail domain of the account's server."""
        return f"{self.server}.mailosaur.net"


@dataclass(frozen=True, slots=True)
class AppRegistration:
    """
    The application that may read and arrange the directory through Graph.

    Attributes:
        client_id: What it signs in as.
        client_secret: What it proves itself by.
        name: What the audit log calls it.
        permissions: The application permissions that it was granted.
    """

    client_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    client_secret: str = field(default_factory=_token)
    name: str = "sspr-harness"
    permissions: frozenset[str] = GRANTED


class Emulator:
    """
    A tenant that can be made anew while the server runs.

    Attributes:
        tenant: The tenant that answers now.
        administrator: Its first Global Administrator.
        mailbox: The practice mailbox account; it outlives a reset, its messages do not.
        application: What Graph callers sign in as; it outlives a reset.
        control_token: What the control API asks for.
        post: The tenant's way out, with the faults at present.
        faults: What goes wrong at present; it outlives a reset.
    """

    def __init__(
        self,
        policy: Policy,
        post: Post,
        *,
        service_date: dt.date | None = None,
        bent: Bent = STRAIGHT,
        faults: Faults = NONE,
        watched: bool = False,
    ) -> None:
        self.faults = faults
        self._watched = watched
        self.post = FaultyPost(post, lambda: self.faults.mail, self.now)
        self.mailbox = MailboxAccount()
        self.application = AppRegistration()
        self.control_token = _token()
        self._tenant_id = str(uuid.uuid4())
        self._service_date = service_date
        self._begin(policy, bent)

    def reset(
        self,
        *,
        policy: Policy | None = None,
        service_date: dt.date | None = None,
        bent: Bent | None = None,
    ) -> None:
        """Begin again with an empty tenant; what is left out stays as it is."""
        self.post.forget()
        self.tenant.store.close()
        self._service_date = service_date or self._service_date
        self._begin(policy or self.tenant.policy, self.tenant.bent if bent is None else bent)

    def bend(self, bent: Bent) -> None:
        """Switch on exactly the deviations ``bent``."""
        self.tenant.bent = Watched.over(bent) if self._watched else bent

    def bearing(self) -> frozenset[str]:
        """The deviations that would have made the tenant act otherwise; none if not watched."""
        bent = self.tenant.bent
        return frozenset(bent.noted) if isinstance(bent, Watched) else frozenset()

    def now(self) -> dt.datetime:
        """The time of the tenant that stands now."""
        return self.tenant.clock.now()

    def suffer(self, faults: Faults) -> None:
        """Let exactly ``faults`` go wrong from now on."""
        self.faults = faults
        self.tenant.clock.skew = dt.timedelta(seconds=faults.clock_skew_seconds)
        self.tenant.lag = Lag(
            audit=dt.timedelta(seconds=faults.audit_late_seconds),
            registration=dt.timedelta(seconds=faults.registration_report_late_seconds),
        )

    def close(self) -> None:
        """Let go of the tenant."""
        self.post.forget()
        self.tenant.store.close()

    def greeting(self) -> dict[str, Any]:
        """What whoever starts the tenant needs in order to use it; it holds secrets."""
        return {
            "tenant_id": self._tenant_id,
            "domain": self.tenant.organization.domain,
            "organization": self.tenant.organization.name,
            "client_id": self.application.client_id,
            "client_secret": self.application.client_secret,
            "mailbox": {
                "api_key": self.mailbox.api_key,
                "server": self.mailbox.server,
                "domain": self.mailbox.domain,
            },
            "control_token": self.control_token,
            "clock_offset_seconds": self.tenant.clock.offset.total_seconds(),
            "administrator": {
                "user_principal_name": self.administrator.user_principal_name,
                "password": self.administrator.password,
            },
        }

    def _begin(self, policy: Policy, bent: Bent) -> None:
        day = self._service_date or policy.tenant.service_date
        self.tenant = Tenant(
            policy=policy,
            clock=Clock.on(day) if day else Clock(),
            store=Store(),
            post=self.post,
            organization=self._organization(policy),
        )
        self.bend(bent)
        self.suffer(self.faults)
        self.administrator: Administrator = seed(self.tenant)
        with self.tenant.store.begin() as session:
            open_account(session, self.mailbox.server, self.tenant.clock.now())

    def _organization(self, policy: Policy) -> Organization:
        return Organization(
            name=policy.tenant.organization,
            tenant_id=self._tenant_id,
            mail_domain=self.mailbox.domain,
            writeback=Writeback(connected=policy.writeback.enabled),
        )
