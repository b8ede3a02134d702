"""The vendor's unmodified SDK against the mailbox: messages."""

from __future__ import annotations

import base64
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from mailosaur.models import (
    Attachment,
    MailosaurException,
    MessageCreateOptions,
    MessageForwardOptions,
    MessageReplyOptions,
    SearchCriteria,
)

from emulator.mailbox.servers import elsewhere
from emulator.post import Mail

if TYPE_CHECKING:
    from conftest import Provider
    from mailosaur import MailosaurClient

LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)


def criteria(**values: str) -> SearchCriteria:
    """Criteria by their Python names."""
    wanted = SearchCriteria()
    for name, value in values.items():
        setattr(wanted, name, value)
    return wanted


def test_a_mail_that_was_sent_is_there_to_be_found(
    provider: Provider, client: MailosaurClient
) -> None:
    """What has been handed over by SMTP is found by the next search, with all of its parts."""
    provider.send(
        provider.address("jo"),
        subject="Your code",
        text="Your code is 482913",
        html='<p>Your code is <b>482913</b>, <a href="https://aka.ms/sspr">go on</a></p>',
    )
    mail = client.messages.get(
        provider.server, criteria(sent_to=provider.address("jo")), received_after=LONG_AGO
    )
    assert (mail.type, mail.subject) == ("Email", "Your code")
    assert (mail.sender[0].name, mail.sender[0].email) == ("Robin Writer", "robin@example.com")
    assert [code.value for code in mail.html.codes] == ["482913"]
    assert [code.value for code in mail.text.codes] == ["482913"]
    assert (mail.html.links[0].href, mail.html.links[0].text) == ("https://aka.ms/sspr", "go on")
    assert mail.metadata.ehlo == "tester"
    assert [each.email for each in mail.metadata.rcpt_to] == [provider.address("jo")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sent_to": "JO@{domain}"}, 1),
        ({"sent_to": "jo"}, 0),
        ({"sent_from": "robin@example.com"}, 2),
        ({"subject": "FIRST"}, 1),
        ({"body": "grüße"}, 1),
        ({"subject": "first", "body": "second"}, 0),
        ({"subject": "first", "body": "second", "match": "ANY"}, 2),
        ({"subject": "100%"}, 0),
    ],
)
def test_search_means_what_the_vendor_documents(
    provider: Provider, client: MailosaurClient, asked: dict[str, str], found: int
) -> None:
    """Addresses match whole, words anywhere, both without regard to case; ALL is the default."""
    provider.send(provider.address("jo"), subject="The First", text="GRÜSSE and Grüße")
    provider.send(provider.address("sam"), subject="The other", text="the second")
    domain = provider.emulator.mailbox.domain
    wanted = criteria(**{name: value.format(domain=domain) for name, value in asked.items()})
    assert len(client.messages.search(provider.server, wanted).items) == found


def test_searching_for_nothing_is_refused(provider: Provider, client: MailosaurClient) -> None:
    """Empty criteria are an invalid request, as the SDK's own error says."""
    with pytest.raises(MailosaurException) as refusal:
        client.messages.search(provider.server, SearchCriteria())
    assert refusal.value.error_type == "invalid_request"
    assert refusal.value.http_status_code == 400
    assert refusal.value.http_response_body.startswith('{"type":')


def test_the_newest_message_comes_first_page_by_page(
    provider: Provider, client: MailosaurClient
) -> None:
    """Pages count from zero and go from the newest to the oldest."""
    for number in range(5):
        provider.send(provider.address("jo"), subject=f"mail {number}")
    pages = [client.messages.list(provider.server, page, 2).items for page in range(4)]
    subjects = [[each.subject for each in page] for page in pages]
    assert subjects == [["mail 4", "mail 3"], ["mail 2", "mail 1"], ["mail 0"], []]


def test_time_is_the_tenants(provider: Provider, client: MailosaurClient) -> None:
    """A mail is received at the tenant's time, and ``received_after`` compares with that."""
    provider.emulator.tenant.clock.advance(dt.timedelta(days=400))
    now = provider.emulator.tenant.clock.now()
    provider.send(provider.address("jo"))
    late = client.messages.list(provider.server, received_after=now - dt.timedelta(minutes=1))
    assert abs(late.items[0].received - now) < dt.timedelta(minutes=1)
    later = client.messages.list(provider.server, received_after=now + dt.timedelta(minutes=1))
    assert later.items == []


def test_a_waiting_search_is_paced_by_the_server(
    provider: Provider, client: MailosaurClient
) -> None:
    """The SDK is told to look again after 50 ms, so a mail is seen at once."""
    answer = client.messages.session.get(
        f"{provider.base_url}api/messages", params={"server": provider.server}
    )
    assert answer.headers["x-ms-delay"] == "50"


def test_a_search_that_finds_nothing_in_time_says_so(
    provider: Provider, client: MailosaurClient
) -> None:
    """The SDK's own timeout error is reached, not another one."""
    with pytest.raises(MailosaurException) as refusal:
        client.messages.get(provider.server, criteria(subject="never"), timeout=60)
    assert refusal.value.error_type == "search_timeout"


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
        provider.server, _creation(provider.address("jo"), send=True, files=[_file(b"bytes")])
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


def test_a_created_message_is_sent_with_its_file(
    provider: Provider, client: MailosaurClient
) -> None:
    """It stands among the sent ones, arrives where it is addressed, and keeps every byte."""
    content = bytes(range(256)) * 300
    options = _creation(provider.address("jo"), send=True, files=[_file(content)])
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
    client.messages.create(provider.server, _creation("anyone@far.example", send=False))
    assert client.messages.list(provider.server).items == []
    assert client.messages.list(elsewhere(provider.server)).items == []


def test_only_verified_addresses_can_be_written_to(
    provider: Provider, client: MailosaurClient
) -> None:
    """Sending to an address without an inbox is an invalid request that names the field."""
    with pytest.raises(MailosaurException, match=r"^\(to\) ") as refusal:
        client.messages.create(provider.server, _creation("jo@gmail.example", send=True))
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


def test_a_text_message_is_found_by_its_digits(provider: Provider, client: MailosaurClient) -> None:
    """Texts are messages of type SMS, addressed by digits, with their code."""
    provider.portal.call(provider.outbox.text, "+1 5550100", "Use 731 or code 904512 to go on.")
    wanted = criteria(sent_to="15550100")
    text = client.messages.get(provider.server, wanted, received_after=LONG_AGO)
    assert (text.type, text.to[0].phone) == ("SMS", "15550100")
    assert text.text.body == "Use 731 or code 904512 to go on."
    assert [code.value for code in text.text.codes] == ["904512"]


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


def test_a_fresh_tenant_has_an_empty_mailbox(provider: Provider, client: MailosaurClient) -> None:
    """A reset empties the inboxes; the key and the address of the account stay."""
    provider.send(provider.address("jo"))
    provider.emulator.reset()
    assert client.messages.list(provider.server).items == []
    provider.send(provider.address("jo"))
    assert len(client.messages.list(provider.server).items) == 1


def test_the_mail_as_it_came_can_be_read(provider: Provider, client: MailosaurClient) -> None:
    """The raw mail holds what was sent, with the date that the server added."""
    provider.send_raw(b"Subject: raw\r\n\r\n.dotted\r\n", provider.address("jo"))
    (summary,) = client.messages.list(provider.server).items
    raw = client.files.get_email(summary.id).content
    assert raw.endswith(b"Subject: raw\r\n\r\n.dotted\r\n")
    assert raw.startswith(b"Date: ")


def _creation(
    to: str, *, send: bool, files: list[Attachment] | None = None
) -> MessageCreateOptions:
    return MessageCreateOptions(to, send, "New", "new words", attachments=files)


def _file(content: bytes) -> Attachment:
    return Attachment(
        {
            "fileName": "data.bin",
            "contentType": "application/octet-stream",
            "content": base64.b64encode(content).decode(),
        }
    )
