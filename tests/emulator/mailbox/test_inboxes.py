"""The vendor's unmodified SDK against the mailbox: which inbox holds what, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mailosaur.models import MailosaurException

from emulator.mailbox.servers import elsewhere
from tests.emulator.mailbox.messages import creation, data_file

if TYPE_CHECKING:
    from mailosaur import MailosaurClient

    from tests.emulator.mailbox.conftest import Provider


def test_mail_to_strangers_stays_on_this_machine(
    provider: Provider, client: MailosaurClient
) -> None:
    """A mail to any other domain is caught by the second inbox."""
    provider.send("jo@gmail.example")
    assert client.messages.list(provider.server).items == []
    caught = client.messages.list(elsewhere(provider.server)).items
    assert [each.to[0].email for each in caught] == ["jo@gmail.example"]


def test_mail_to_the_tenants_own_domain_is_practice_mail(
    provider: Provider, client: MailosaurClient
) -> None:
    """What is sent to a user principal name can be read like any other mail of the people."""
    provider.send("ada@contoso.com")
    [mail] = client.messages.list(provider.server).items
    assert mail.to[0].email == "ada@contoso.com"


def test_one_mail_to_two_inboxes_is_in_both(provider: Provider, client: MailosaurClient) -> None:
    """Each inbox knows only its own recipients; those no header names are blind copies."""
    raw = b"To: jo@x\r\nSubject: both\r\n\r\nwords\r\n"
    provider.send_raw(raw, provider.address("jo"), "far@away.example")
    for server, recipient in (
        (provider.server, provider.address("jo")),
        (elsewhere(provider.server), "far@away.example"),
    ):
        (summary,) = client.messages.list(server).items
        assert [each.email for each in summary.bcc] == [recipient]


def test_a_deleted_message_is_gone_with_its_files(
    provider: Provider, client: MailosaurClient
) -> None:
    """Deleting works once; afterwards neither message nor attachment is found."""
    client.messages.create(
        provider.server, creation(provider.address("jo"), send=True, files=[data_file(b"bytes")])
    )
    (summary,) = client.messages.list(provider.server).items
    attachment = client.messages.get_by_id(summary.id).attachments[0]
    client.messages.delete(summary.id)
    for again in (
        lambda: client.messages.delete(summary.id),
        lambda: client.files.get_attachment(attachment.id),
    ):
        with pytest.raises(MailosaurException) as refusal:
            again()
        assert refusal.value.http_status_code == 404


def test_emptying_one_inbox_leaves_the_other(provider: Provider, client: MailosaurClient) -> None:
    """``delete_all`` empties exactly the inbox it names."""
    provider.send(provider.address("jo"))
    provider.send("far@away.example")
    client.messages.delete_all(provider.server)
    assert client.messages.list(provider.server).items == []
    assert len(client.messages.list(elsewhere(provider.server)).items) == 1


def test_a_fresh_tenant_has_an_empty_mailbox(provider: Provider, client: MailosaurClient) -> None:
    """A reset empties the inboxes; the key and the address of the account stay."""
    provider.send(provider.address("jo"))
    provider.emulator.reset()
    assert client.messages.list(provider.server).items == []
    provider.send(provider.address("jo"))
    assert len(client.messages.list(provider.server).items) == 1
