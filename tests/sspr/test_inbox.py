"""Reading mail by the vendor's client: what came, what did not, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from sspr.errors import Deviation, Inconclusive, Undelivered, UsageError
from sspr.inbox import Inbox
from sspr.people import People
from sspr.retries import Retries
from sspr.wanted import Wanted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sspr.embedded import Embedded
    from sspr.tenant import Tenant

    Send = Callable[..., None]

NOTICE = "Your Contoso password has been reset"


@pytest.fixture
def retries() -> Retries:
    """What had to be tried again."""
    return Retries()


@pytest.fixture
def inbox(emulated: Tenant, retries: Retries) -> Iterator[Inbox]:
    """The inbox of a fresh tenant."""
    inbox = Inbox(emulated, retries)
    yield inbox
    inbox.close()


@pytest.fixture
def address(emulated: Tenant) -> str:
    """Somebody's address."""
    return People(emulated, "seed").make().mail


@pytest.fixture
def since(emulated: Tenant) -> dt.datetime:
    """The tenant's time before anything is sent."""
    return emulated.clock.now()


@pytest.fixture
def send(embedded: Embedded) -> Send:
    """Lets the tenant send a mail."""

    def send(to: str, subject: str = NOTICE, text: str = "Your code is 123456.") -> None:
        embedded.control.send_mail([{"to": to, "subject": subject, "text": text}])

    return send


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sspr.inbox._SENTINEL_SECONDS", 1.0)


def test_a_mail_is_found(inbox: Inbox, send: Send, address: str, since: dt.datetime) -> None:
    """A mail is found by address, time and a part of its subject, with all it holds."""
    send(address)
    mail = inbox.wait_for(to=address, since=since, subject_contains="password has been reset")
    assert mail.subject == NOTICE
    assert mail.sender == "msonlineservicesteam@microsoftonline.com"
    assert mail.sender_name == "Contoso"
    assert mail.to == (address,)
    assert mail.received >= since
    assert "123456" not in repr(mail)


def test_codes_are_handed_out_once(
    inbox: Inbox, send: Send, address: str, since: dt.datetime
) -> None:
    """Each code is given once; a second request waits for the second mail."""
    send(address, text="Your code is 111111.")
    assert inbox.code(to=address, since=since).get_secret_value() == "111111"
    send(address, text="Your code is 222222.")
    assert inbox.code(to=address, since=since).get_secret_value() == "222222"
    with pytest.raises(Undelivered, match="A code comes in a mail"):
        inbox.code(to=address, since=since)


def test_texts_are_found_by_number(inbox: Inbox, send: Send, since: dt.datetime) -> None:
    """A text is found by the number in any writing."""
    send("12025550123@sms.mailosaur.net", text="Use 654321 as your code.")
    assert inbox.code(to="+1 2025550123", since=since).get_secret_value() == "654321"


def test_older_mail_does_not_count(
    inbox: Inbox, send: Send, emulated: Tenant, address: str
) -> None:
    """A mail from before the event is not taken for its mail, not even in the same second."""
    send(address)
    inbox.nothing_for(to=address, since=emulated.clock.now())


def test_other_mail_does_not_count(
    inbox: Inbox, send: Send, address: str, since: dt.datetime
) -> None:
    """Mail to others or about something else is no proof; what came instead is told."""
    send(address, subject="Contoso account email verification code")
    with pytest.raises(Deviation) as missing:
        inbox.wait_for(to=address, since=since, subject_contains=NOTICE, setting="a.b")
    assert "Contoso account email verification code" in missing.value.observed
    assert missing.value.setting == "a.b"
    inbox.nothing_for(to=f"other.{address}", since=since)


def test_unwanted_mail_is_a_deviation(
    inbox: Inbox, send: Send, address: str, since: dt.datetime
) -> None:
    """Where nothing may come, a mail is a deviation that names it."""
    send(address)
    with pytest.raises(Deviation) as unwanted:
        inbox.nothing_for(to=address, since=since, setting="notifications.users")
    assert NOTICE in unwanted.value.observed
    assert unwanted.value.setting == "notifications.users"


def test_everything_is_listed_once(
    inbox: Inbox, send: Send, address: str, since: dt.datetime
) -> None:
    """Everybody's mail is listed, the proofs of silence are not."""
    send(address, subject="one")
    inbox.nothing_for(to=address, since=since, subject_contains="two")
    send(f"other.{address}", subject="two")
    assert [mail.subject for mail in inbox.everything(since)] == ["two", "one"]


@pytest.mark.parametrize("to", ["12025550123@sms.mailosaur.net", "someone@{domain}"])
def test_copies_are_not_counted(
    embedded: Embedded, inbox: Inbox, send: Send, since: dt.datetime, to: str
) -> None:
    """Of mails and of texts alike a copy is no second message, but another code is."""
    to = to.format(domain=embedded.tenant.mailbox.domain)
    embedded.control.set_faults({"mail": {"copies": 2}})
    send(to, text="Use 111111 as your code.")
    send(to, text="Use 222222 as your code.")
    came = [mail.code for mail in inbox.everything(since)]
    assert [code.get_secret_value() for code in came if code] == ["222222", "111111"]


@pytest.mark.parametrize(
    "fault", [{"late_seconds": 0.8}, {"late_seconds": 0.4, "late_every": 2}, {"copies": 2}]
)
def test_late_shuffled_and_doubled_mail_is_found(
    embedded: Embedded,
    inbox: Inbox,
    send: Send,
    address: str,
    fault: dict[str, float],
) -> None:
    """Mail that is late, out of order or doubled is found; a copy is no second mail."""
    embedded.control.set_faults({"mail": fault})
    since = embedded.tenant.clock.now()
    for _ in range(2):
        send(address)
        assert inbox.wait_for(to=address, since=since).subject == NOTICE
        since = embedded.tenant.clock.now()


@pytest.mark.parametrize("every", [1, 2, 3, 5, 8, 12])
@pytest.mark.parametrize("fault", ["late", "lost"])
@pytest.mark.usefixtures("_impatient")
def test_a_mailbox_in_disorder_proves_nothing(
    embedded: Embedded, inbox: Inbox, send: Send, fault: str, every: int
) -> None:
    """Whatever share of the mail is late or lost, nobody is said to have sent nothing."""
    faults = {"late_seconds": 60, "late_every": every} if fault == "late" else {"lose_every": every}
    embedded.control.set_faults({"mail": faults})
    address, since = f"a@{embedded.tenant.mailbox.domain}", embedded.tenant.clock.now()
    send(address)
    with pytest.raises(Inconclusive):
        inbox.wait_for(to=address, since=since)


@pytest.mark.parametrize(
    "fault",
    [{"failure": 429, "every": 4}, {"failure": 502, "every": 3}, {"failure": "reset", "every": 4}],
)
def test_faults_of_the_api_are_overcome(
    embedded: Embedded,
    inbox: Inbox,
    send: Send,
    retries: Retries,
    fault: dict[str, object],
) -> None:
    """Throttling, server trouble and broken connections are tried again, on record."""
    address = People(embedded.tenant, "seed").make().mail
    embedded.control.set_faults({"mailbox": fault})
    since = embedded.tenant.clock.now()
    inbox.nothing_for(to=address, since=since)
    send(address)
    assert inbox.wait_for(to=address, since=since).subject == NOTICE
    assert retries.records


def test_a_mailbox_that_stays_down_is_no_verdict(embedded: Embedded, inbox: Inbox) -> None:
    """A mailbox that cannot be asked makes the verdict inconclusive."""
    embedded.control.set_faults({"mailbox": {"failure": 503, "times": 100}})
    with pytest.raises(Inconclusive, match="mailbox"):
        inbox.find(Wanted("a@b.c", embedded.tenant.clock.now()))


def test_a_refused_key_is_one_line(emulated: Tenant) -> None:
    """A wrong API key is told in one line that says where it comes from."""
    wrong = replace(emulated.mailbox, api_key=SecretStr("wrong"))
    inbox = Inbox(replace(emulated, mailbox=wrong))
    with pytest.raises(UsageError, match="key_variable"):
        inbox.find(Wanted("a@b.c", emulated.clock.now()))
    inbox.close()
