"""The vendor's unmodified SDK against the mailbox: finding and reading messages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from mailosaur.models import MailosaurException, SearchCriteria

from tests.emulator.mailbox.messages import LONG_AGO, criteria

if TYPE_CHECKING:
    from mailosaur import MailosaurClient

    from tests.emulator.mailbox.conftest import Provider


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


def test_a_text_message_is_found_by_its_digits(provider: Provider, client: MailosaurClient) -> None:
    """Texts are messages of type SMS, addressed by digits, with their code."""
    provider.portal.call(provider.outbox.text, "+1 5550100", "Use 731 or code 904512 to go on.")
    wanted = criteria(sent_to="15550100")
    text = client.messages.get(provider.server, wanted, received_after=LONG_AGO)
    assert (text.type, text.to[0].phone) == ("SMS", "15550100")
    assert text.text.body == "Use 731 or code 904512 to go on."
    assert [code.value for code in text.text.codes] == ["904512"]


def test_the_mail_as_it_came_can_be_read(provider: Provider, client: MailosaurClient) -> None:
    """The raw mail holds what was sent, with the date that the server added."""
    provider.send_raw(b"Subject: raw\r\n\r\n.dotted\r\n", provider.address("jo"))
    (summary,) = client.messages.list(provider.server).items
    raw = client.files.get_email(summary.id).content
    assert raw.endswith(b"Subject: raw\r\n\r\n.dotted\r\n")
    assert raw.startswith(b"Date: ")
