"""Reading ``tenant.toml``: a live tenant, its application and its mailbox."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from sspr.capabilities import Capabilities
from sspr.clock import Clock
from sspr.errors import UsageError
from sspr.secrets import remember
from sspr.tenant import Account, Application, Mailbox, Tenant
from sspr.toml_file import Kind, line_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_KIND = Kind("tenant", "name one with --tenant, or leave it out for the emulator")
_GUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_DOMAIN = r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
_VARIABLE = r"^[A-Za-z_][A-Za-z0-9_]*$"

Guid = Annotated[str, Field(pattern=_GUID)]
Domain = Annotated[str, Field(pattern=_DOMAIN)]
Variable = Annotated[str, Field(pattern=_VARIABLE)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DirectorySection(_Section):
    """``[tenant]``: which directory, and the domain that test users get."""

    id: Guid
    domain: Domain
    organization: Annotated[str, Field(min_length=1, max_length=64)]


class ApplicationSection(_Section):
    """``[application]``: the app registration; its secret stands in an environment variable."""

    client_id: Guid
    secret_variable: Variable = "SSPR_CLIENT_SECRET"  # noqa: S105 - a name, not a secret


class MailboxSection(_Section):
    """``[mailbox]``: the Mailosaur server; its key stands in an environment variable."""

    server: Annotated[str, Field(pattern=r"^[a-z0-9]{8}$")]
    key_variable: Variable = "MAILOSAUR_API_KEY"
    domain: Domain | None = None
    phone_number: Annotated[str, Field(pattern=r"^\+\d{1,3} ?\d{4,14}$")] | None = None


class AdministratorSection(_Section):
    """``[administrator]``: an account that may read the admin center, where there is one."""

    user_principal_name: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]
    password_variable: Variable = "SSPR_ADMINISTRATOR_PASSWORD"  # noqa: S105 - a name


class TenantFile(_Section):
    """The shape of ``tenant.toml``; no secret stands in it."""

    tenant: DirectorySection
    application: ApplicationSection
    mailbox: MailboxSection
    administrator: AdministratorSection | None = None


def load_tenant(path: Path, environment: Mapping[str, str] = os.environ) -> Tenant:
    """
    Read a tenant file and take its secrets from the variables that it names.

    Raises:
        UsageError: The file is missing or wrong, or a variable is not set.
    """
    file = read_toml(path, TenantFile, _KIND)
    secrets = _Secrets(path, environment)
    clock = Clock()
    return Tenant(
        tenant_id=file.tenant.id.lower(),
        domain=file.tenant.domain.lower(),
        organization=file.tenant.organization,
        application=Application(
            file.application.client_id.lower(),
            secrets.take(file.application.secret_variable, "application", "secret_variable"),
        ),
        mailbox=_mailbox(file.mailbox, secrets),
        clock=clock,
        capabilities=Capabilities(_capabilities(file), clock),
        administrator=_administrator(file.administrator, secrets),
    )


class _Secrets:
    """The environment's secrets, with the line of the file that asks for each."""

    def __init__(self, path: Path, environment: Mapping[str, str]) -> None:
        self._path = path
        self._environment = environment

    def take(self, variable: str, *keys: str) -> SecretStr:
        value = self._environment.get(variable, "")
        if not value.strip():
            line = line_of(self._path.read_text(encoding="utf-8"), list(keys))
            raise UsageError(
                f"{self._path}:{line}: the environment variable {variable} is not set; "
                f"set it, or name another one as {'.'.join(keys)}."
            )
        return remember(SecretStr(value))


def _mailbox(section: MailboxSection, secrets: _Secrets) -> Mailbox:
    return Mailbox(
        api_key=secrets.take(section.key_variable, "mailbox", "key_variable"),
        server=section.server,
        domain=section.domain or f"{section.server}.mailosaur.net",
        phone_number=_as_graph_writes(section.phone_number),
    )


def _administrator(section: AdministratorSection | None, secrets: _Secrets) -> Account | None:
    if section is None:
        return None
    password = secrets.take(section.password_variable, "administrator", "password_variable")
    return Account(section.user_principal_name, password)


def _capabilities(file: TenantFile) -> frozenset[str]:
    texts = {"text"} if file.mailbox.phone_number else set()
    own_mail = file.mailbox.domain and file.mailbox.domain.lower() == file.tenant.domain.lower()
    return frozenset(texts | ({"domain-mail"} if own_mail else set()))


def _as_graph_writes(number: str | None) -> str | None:
    """``+1 5550100``: a blank after the country code, which the file may leave to us."""
    if number is None or " " in number:
        return number
    import phonenumbers  # noqa: PLC0415 - large, and wanted by few

    parsed = phonenumbers.parse(number)
    return f"+{parsed.country_code} {parsed.national_number}"
