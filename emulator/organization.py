"""What a tenant is apart from its password reset policy: names, licences, protections."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

P1_SERVICE_PLAN = "41781fb2-bc02-4b7c-bd55-b576c07bb09d"  # apis.md: AAD_PREMIUM
# Stands for Business Standard; the id is chosen, only that it is neither P1 nor P2 matters.
STANDARD_SERVICE_PLAN = "5bd81ad4-0000-4000-8000-000000000001"

NEVER_DAYS = 2_147_483_647  # apis.md: how Graph writes that passwords do not expire


@dataclass(slots=True)
class PasswordProtection:
    """The group setting *Password Rule Settings* (E19, E22); the defaults are Entra's."""

    lockout_threshold: int = 10
    lockout_seconds: int = 60
    custom_list_enforced: bool = False
    custom_terms: tuple[str, ...] = ()


@dataclass(slots=True)
class Writeback:
    """The on-premises side of a hybrid tenant (H1 to H16)."""

    connected: bool = False
    reachable: bool = True
    refuses: bool = False
    minimum_length: int = 7  # chosen: what a Windows domain asks for by default
    minimum_age_days: int = 0  # H7: what repeated resets need


@dataclass(slots=True)
class Branding:
    """What a tenant puts on its sign-in page (pages.md 1.1: the flags of its layout)."""

    banner_text: str = ""
    sign_in_text: str = ""
    hide_forgot: bool = False
    hide_cant_access: bool = False


@dataclass(slots=True)
class Organization:
    """
    The tenant's own facts.

    Attributes:
        name: The directory name that mails and pages show (G9).
        tenant_id: The tenant's GUID.
        initial_domain: The ``onmicrosoft.com`` domain every tenant has.
        custom_domains: Verified domains; having one makes administrators need two gates (D7).
        licences: Service plan ids the tenant has bought; empty is the Free tier (A10).
        trial_since_days: Days since a trial began, or None for a paid or free tenant (D8).
        password_validity_days: How long a password lasts; the default, as in new tenants, is for
            ever.
        email_signs_in: Whether a primary address is a login name too (C36).
        mail_domain: Where practice mailboxes live, ``<server>.mailosaur.net``.
        multifactor_methods: What the older policy for multifactor sign-in allows (I7); nothing, so
            that by itself the reset policy decides alone.
        once_free: Whether it had no licences once, where a deviation goes by that.
        passkey_nudge: Whether people are asked for a passkey after a second factor (pages.md 0,
            fact 5). What Microsoft's page looks like is not known, so it is off by itself.
    """

    name: str = "Contoso"
    tenant_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    initial_domain: str = "contoso.onmicrosoft.com"
    custom_domains: tuple[str, ...] = ("contoso.com",)
    licences: frozenset[str] = frozenset({P1_SERVICE_PLAN})
    trial_since_days: int | None = None
    security_defaults: bool = False
    education: bool = False
    password_validity_days: int = NEVER_DAYS
    email_signs_in: bool = False
    mail_domain: str = "contoso1.mailosaur.net"
    multifactor_methods: frozenset[str] = frozenset()
    once_free: bool = False
    passkey_nudge: bool = False
    branding: Branding = field(default_factory=Branding)
    protection: PasswordProtection = field(default_factory=PasswordProtection)
    writeback: Writeback = field(default_factory=Writeback)

    @property
    def domain(self) -> str:
        """The domain new accounts get."""
        return self.custom_domains[0] if self.custom_domains else self.initial_domain
