"""The vendor's unmodified SDK against the mailbox: servers, devices, usage, previews, errors."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pyotp
import pytest
from mailosaur.models import (
    DeviceCreateOptions,
    MailosaurException,
    PreviewRequestOptions,
    ServerCreateOptions,
)
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Provider
    from mailosaur import MailosaurClient

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def test_a_server_is_made_used_renamed_and_removed(
    provider: Provider, client: MailosaurClient
) -> None:
    """A new server takes mail at its own domain, and deleting it deletes its messages."""
    made = client.servers.create(ServerCreateOptions("Mine"))
    provider.send(f"jo@{made.id}.mailosaur.net")
    assert len(made.id) == 8
    assert client.servers.get(made.id).messages == 1
    made.name = "Yours 🙂"
    assert client.servers.update(made.id, made).name == "Yours 🙂"
    client.servers.delete(made.id)
    assert not any(each["id"] == made.id for each in client.servers.list().items)


def test_servers_have_different_passwords_that_last(
    provider: Provider, client: MailosaurClient
) -> None:
    """A server's password is its own and the same each time."""
    other = client.servers.create(ServerCreateOptions("Other")).id
    first, again = (client.servers.get_password(provider.server) for _ in range(2))
    assert first == again != client.servers.get_password(other)


def test_a_server_needs_a_name(client: MailosaurClient) -> None:
    """The refusal is the vendor's own, field and words."""
    with pytest.raises(MailosaurException) as refusal:
        client.servers.create(ServerCreateOptions())
    assert refusal.value.message == "(name) Servers need a name\r\n"


def test_a_device_shows_the_code_of_the_tenants_time(
    provider: Provider, client: MailosaurClient
) -> None:
    """A device and a bare secret show the same RFC 6238 code, at the tenant's clock."""
    clock = provider.emulator.tenant.clock
    clock.advance(dt.timedelta(days=1000))
    options = DeviceCreateOptions({"name": "phone", "shared_secret": SECRET})
    device = client.devices.create(options)
    before = pyotp.TOTP(SECRET).at(clock.now())
    shown = {client.devices.otp(device.id).code, client.devices.otp(SECRET).code}
    after = pyotp.TOTP(SECRET).at(clock.now())
    assert shown <= {before, after}
    expires = client.devices.otp(device.id).expires
    assert dt.timedelta() < expires - clock.now() <= dt.timedelta(seconds=30)
    client.devices.delete(device.id)
    assert client.devices.list().items == []


@pytest.mark.parametrize("secret", ["not base32!", "1"])
def test_a_secret_that_is_no_base32_is_refused(client: MailosaurClient, secret: str) -> None:
    """It is an invalid request, no failure of the server."""
    with pytest.raises(MailosaurException) as refusal:
        client.devices.otp(secret)
    assert refusal.value.error_type == "invalid_request"


def test_usage_counts_what_arrived(provider: Provider, client: MailosaurClient) -> None:
    """Limits are above zero, and today's row counts today's mails and texts."""
    provider.send(provider.address("jo"))
    provider.send(provider.address("jo"))
    provider.portal.call(provider.outbox.text, "+1 5550100", "hello")
    limits = client.usage.limits()
    assert (limits.servers.current, limits.email.current, limits.sms.current) == (2, 2, 1)
    rows = client.usage.transactions().items
    assert (len(rows), rows[0].email, rows[0].sms, rows[1].email) == (31, 2, 1, 0)


def test_what_only_the_vendor_can_judge_says_that_it_is_unjudged(
    provider: Provider, client: MailosaurClient
) -> None:
    """Spam and deliverability answer in the documented shape without claiming a result."""
    provider.send(provider.address("jo"), html='<img src="cid:x"><p>hi</p>')
    (summary,) = client.messages.list(provider.server).items
    (rule,) = client.analysis.spam(summary.id).spam_filter_results.spam_assassin
    assert rule.rule == "EMULATOR_NOT_ANALYSED"
    report = client.analysis.deliverability(summary.id)
    assert {report.spf.result.value, report.dmarc.result.value} == {"Timeout"}
    assert (report.content.missing_alt, report.content.script) == (True, False)


def test_a_preview_is_a_picture_of_the_words(provider: Provider, client: MailosaurClient) -> None:
    """Every client that is listed draws, and an unknown one is refused."""
    provider.send(provider.address("jo"), text="draw me " * 50)
    (summary,) = client.messages.list(provider.server).items
    labels = [each.label for each in client.previews.list_email_clients().items]
    previews = client.messages.generate_previews(summary.id, PreviewRequestOptions(labels))
    for preview in previews.items:
        picture = Image.open(io.BytesIO(client.files.get_preview(preview.id).content))
        assert picture.format == "PNG"
    with pytest.raises(MailosaurException) as refusal:
        client.messages.generate_previews(summary.id, PreviewRequestOptions(["no such"]))
    assert refusal.value.error_type == "invalid_request"


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.messages.get_by_id("nothing"),
        lambda client: client.messages.list("nothing0"),
        lambda client: client.messages.delete_all("nothing0"),
        lambda client: client.servers.get("nothing"),
        lambda client: client.servers.get_password("nothing"),
        lambda client: client.devices.otp("no-such-device"),
        lambda client: client.devices.delete("nothing"),
        lambda client: client.files.get_email("nothing"),
        lambda client: client.files.get_preview("nothing"),
        lambda client: client.analysis.spam("nothing"),
    ],
)
def test_what_is_not_there_is_not_found(
    client: MailosaurClient, ask: Callable[[MailosaurClient], object]
) -> None:
    """Each resource that does not exist ends in the SDK's *not found*."""
    with pytest.raises(MailosaurException) as refusal:
        ask(client)
    assert (refusal.value.http_status_code, refusal.value.error_type) == (404, "invalid_request")


def test_another_key_opens_nothing(provider: Provider) -> None:
    """A wrong key is an authentication error."""
    stranger = provider.client("another key")
    with pytest.raises(MailosaurException) as refusal:
        stranger.servers.list()
    stranger.messages.session.close()
    assert refusal.value.error_type == "authentication_error"
