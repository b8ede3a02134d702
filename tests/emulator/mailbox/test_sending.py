"""Sending: by the vendor's unmodified SDK, and by the tenant's own post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mailosaur.models import MailosaurException, MessageForwardOptions, MessageReplyOptions

from emulator.mailbox.servers import elsewhere
from emulator.post import Mail
from tests.emulator.mailbox.messages import creation, criteria, data_file

if TYPE_CHECKING:
    from mailosaur import MailosaurClient

    from tests.emulator.mailbox.conftest import Provider


def test_a_created_message_is_sent_with_its_file(
    provider: Provider, client: MailosaurClient
) -> None:
    """It stands among the sent ones, arrives where it is addressed, and keeps every byte."""
    content = bytes(range(256)) * 300
    options = creation(provider.address("jo"), send=True, files=[data_file(content)])
    created = client.messages.create(provider.server, options)
    sent = client.messages.list(provider.server, dir="Sent").items
    (arrived,) = client.messages.list(provider.server).items
    assert [each.id for each in sent] == [created.id]
    assert arrived.attachments == 1
    attachment = client.messages.get_by_id(arrived.id).attachments[0]
    answer = client.files.get_attachment(attachment.id)
    assert (attachment.length, answer.content) == (len(content), content)


def test_what_is_not_sent_arrives_nowhere(provider: Provider, client: MailosaurClient) -> None:
    """``send=False`` keeps the message among the sent ones only."""
    client.messages.create(provider.server, creation("anyone@far.example", send=False))
    assert client.messages.list(provider.server).items == []
    assert client.messages.list(elsewhere(provider.server)).items == []


def test_only_verified_addresses_can_be_written_to(
    provider: Provider, client: MailosaurClient
) -> None:
    """Sending to an address without an inbox is an invalid request that names the field."""
    with pytest.raises(MailosaurException, match=r"^\(to\) ") as refusal:
        client.messages.create(provider.server, creation("jo@gmail.example", send=True))
    assert refusal.value.error_type == "invalid_request"


def test_forward_and_reply_carry_what_they_answer(
    provider: Provider, client: MailosaurClient
) -> None:
    """A forward quotes the message to a third person, a reply goes back to its sender."""
    provider.send(
        provider.address("jo"), text="the words", sender=f"Sam <{provider.address('sam')}>"
    )
    (summary,) = client.messages.list(provider.server).items
    to = provider.address("kim")
    forwarded = client.messages.forward(summary.id, MessageForwardOptions(to, "look"))
    replied = client.messages.reply(summary.id, MessageReplyOptions(html="<p>thanks</p>"))
    assert forwarded.text.body.startswith("look\n> the words")
    assert [each.email for each in replied.to] == [provider.address("sam")]
    assert (forwarded.subject, replied.subject) == ("Fwd: Hello", "Re: Hello")
    found = client.messages.search(provider.server, criteria(sent_to=to)).items
    assert len(found) == 1


def test_the_tenants_post_returns_when_the_mail_is_there(
    provider: Provider, client: MailosaurClient
) -> None:
    """What was posted first is there first: the sentinel proves that nothing else came."""
    for number in range(10):
        mail = Mail(
            "a@b.example", 'Ünï, "x"', provider.address("jo"), f"n {number}", "<p>h</p>", "t"
        )
        provider.portal.call(provider.outbox.mail, mail)
        newest = client.messages.list(provider.server).items[0]
        assert (newest.subject, newest.sender[0].name) == (f"n {number}", 'Ünï, "x"')


def test_a_long_name_arrives_as_it_was_sent(provider: Provider, client: MailosaurClient) -> None:
    """No fold of the header puts a blank into a name that has to be quoted."""
    name = "Microsoft on behalf of A & Straßenbau-Gesellschaft GmbH, Ltd"
    mail = Mail("a@b.example", name, provider.address("jo"), "Hello", "<p>h</p>", "t")
    provider.portal.call(provider.outbox.mail, mail)
    (summary,) = client.messages.list(provider.server).items
    assert summary.sender[0].name == name


def test_a_header_cannot_be_smuggled_in(provider: Provider, client: MailosaurClient) -> None:
    """A line break in a subject or a name stays words: no recipient is added by it."""
    mail = Mail(
        "a@b.example",
        "x\r\nBcc: eve@evil.example",
        provider.address("jo"),
        "s\r\nCc: e@x",
        "h",
        "t",
    )
    provider.portal.call(provider.outbox.mail, mail)
    (summary,) = client.messages.list(provider.server).items
    assert (summary.subject, summary.cc, summary.bcc) == ("s Cc: e@x", [], [])
    assert client.messages.list(elsewhere(provider.server)).items == []
