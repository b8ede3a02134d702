"""Reading a tenant file: what is accepted, and what a wrong one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sspr.errors import Inconclusive, UsageError
from sspr.tenant_file import load_tenant

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
[tenant]
id = "11111111-2222-3333-4444-555555555555"
domain = "contoso.com"
organization = "Contoso"

[application]
client_id = "66666666-7777-8888-9999-000000000000"
secret_variable = "MY_SECRET"

[mailbox]
server = "abcd1234"
phone_number = "+12025550123"
"""
ENVIRONMENT = {"MY_SECRET": "s3cret-value", "MAILOSAUR_API_KEY": "key-value"}


def _file(folder: Path, text: str) -> Path:
    path = folder / "tenant.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_makes_a_live_tenant(tmp_path: Path) -> None:
    """What the file says and what the environment hides come together in one tenant."""
    tenant = load_tenant(_file(tmp_path, WHOLE), ENVIRONMENT)
    assert tenant.live
    assert tenant.domain == "contoso.com"
    assert tenant.application.client_secret.get_secret_value() == "s3cret-value"
    assert tenant.mailbox.api_key.get_secret_value() == "key-value"
    assert tenant.mailbox.domain == "abcd1234.mailosaur.net"
    assert tenant.mailbox.phone_number == "+1 2025550123"
    assert "s3cret-value" not in repr(tenant)


def test_a_live_tenant_says_what_it_lacks(tmp_path: Path) -> None:
    """A live tenant has texts where it has a number, and gives a reason for all else."""
    capabilities = load_tenant(_file(tmp_path, WHOLE), ENVIRONMENT).capabilities
    assert capabilities.has("text")
    for name in ("clock", "captcha", "push", "call", "policy", "reset"):
        with pytest.raises(Inconclusive, match=name):
            capabilities.require(name)


@pytest.mark.parametrize("domain", ["contoso.com", "mail.contoso.com"])
def test_a_mailbox_in_the_tenants_domain_takes_mail_to_principal_names(
    tmp_path: Path, domain: str
) -> None:
    """Only where the mailbox's domain is the tenant's own."""
    text = WHOLE.replace('server = "abcd1234"', f'server = "abcd1234"\ndomain = "{domain}"')
    capabilities = load_tenant(_file(tmp_path, text), ENVIRONMENT).capabilities
    assert capabilities.has("domain-mail") is (domain == "contoso.com")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("11111111-2222", "11111111-22", 2, "tenant.id"),
        ('domain = "contoso.com"', 'domain = "contoso"', 3, "tenant.domain"),
        ('domain = "contoso.com"', 'domian = "contoso.com"', 3, "tenant.domian is not a key"),
        ('organization = "Contoso"\n', "", 1, "tenant.organization is missing"),
        ('"abcd1234"', '"abcd12345"', 11, "mailbox.server"),
        ("[mailbox]", "[mail]", 10, "mail is not a key"),
        ("+12025550123", "2025550123", 12, "mailbox.phone_number"),
    ],
)
def test_a_wrong_file_is_told_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    """An error is one line with the file, the line, the key and what is wrong."""
    path = _file(tmp_path, WHOLE.replace(old, new))
    with pytest.raises(UsageError) as told:
        load_tenant(path, ENVIRONMENT)
    assert str(told.value).startswith(f"{path}:{line}: ")
    assert said in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("variable", "line"), [("MY_SECRET", 8), ("MAILOSAUR_API_KEY", 10)])
def test_a_missing_secret_is_asked_for(tmp_path: Path, variable: str, line: int) -> None:
    """A variable that is not set is named, with the line that asks for it."""
    path = _file(tmp_path, WHOLE)
    with pytest.raises(UsageError) as told:
        load_tenant(path, {**ENVIRONMENT, variable: " "})
    assert str(told.value).startswith(f"{path}:{line}: the environment variable {variable}")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    """No file is no traceback."""
    with pytest.raises(UsageError, match="there is no such tenant file"):
        load_tenant(tmp_path / "absent.toml")
