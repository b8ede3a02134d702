"""
Reading what a tenant sent, by the unmodified Mailosaur client.

That something did *not* arrive is proved, not waited for: the tenant is asked to send
sentinels after it, and once they have come in, all and in order, nothing that was sent earlier
can still be under way. It takes more of them before a promise is called broken. A live tenant
sends no sentinels, so there a documented span has to pass: one for all scenarios, at the end of
the run, wherever somebody keeps what is to be looked at then.
"""

from __future__ import annotations

import datetime as dt
import time
import uuid
from typing import TYPE_CHECKING, Any, NoReturn

import requests
from mailosaur import MailosaurClient
from mailosaur.models import MailosaurException

from sspr.errors import Deviation, Inconclusive, Undelivered, UsageError
from sspr.mail import Mail
from sspr.retries import Retries
from sspr.silence import Silence
from sspr.wanted import Wanted
from sspr.wire import lead

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from pydantic import SecretStr

    from sspr.tenant import Tenant

    T = TypeVar("T")

ADDRESS = "https://mailosaur.com/"
LIVE_SPAN = dt.timedelta(seconds=120)
"""How long a live tenant's mail is waited for (F12)."""

SENTINELS = 3
"""How many prove that nothing is under way."""

MORE_SENTINELS = 12
"""How many it takes before a tenant is said to have sent nothing."""

_SENTINEL_SECONDS = 10.0
_PACE = dt.timedelta(milliseconds=50)
_LOOK_AGAIN = dt.timedelta(seconds=1)
_LIVE_SKEW = dt.timedelta(seconds=5)
_ROUNDING = dt.timedelta(milliseconds=2)
_REFUSED = frozenset({401, 403})


class Inbox:
    """
    The mailbox server that receives for everyone in a scenario.

    ``put_off`` keeps what can be told at the end of the run only; without it the inbox waits.
    """

    def __init__(
        self,
        tenant: Tenant,
        retries: Retries | None = None,
        put_off: Callable[[Silence], None] = Silence.settle,
    ) -> None:
        self._tenant = tenant
        self._put_off = put_off
        self._mailbox = tenant.mailbox
        self._read: set[str] = set()
        self._client = MailosaurClient(self._mailbox.api_key.get_secret_value(), ADDRESS)
        self._session = self._client.messages.session
        lead(self._session, tenant.route, (retries or Retries()).urllib3())

    def wait_for(
        self, *, to: str, since: dt.datetime, subject_contains: str = "", setting: str = ""
    ) -> Mail:
        """
        The newest matching mail, as soon as it is there.

        Raises:
            Deviation: It was not sent; ``setting`` names the policy key that decides it.
            Inconclusive: The mailbox cannot tell.
        """
        wanted = Wanted(to, since, subject_contains)
        if mail := self.find(wanted):
            return mail
        raise Deviation(f"There is a {wanted}.", self._instead(wanted), setting)

    def code(self, *, to: str, since: dt.datetime, subject_contains: str = "") -> SecretStr:
        """
        The code in the newest matching mail or text that has not been read before.

        Raises:
            Undelivered: No such mail was sent, or it carries no code.
            Inconclusive: The mailbox cannot tell.
        """
        wanted = Wanted(to, since, subject_contains)
        mail = self.find(wanted, unread=True)
        if mail is None or mail.code is None:
            raise Undelivered(f"A code comes in a {wanted}.", self._instead(wanted))
        self._read.add(mail.id)
        return mail.code

    def nothing_for(
        self, *, to: str, since: dt.datetime, subject_contains: str = "", setting: str = ""
    ) -> None:
        """
        Prove that no matching mail was sent; on a live tenant that may be put off.

        Raises:
            Deviation: One was; ``setting`` names the policy key that decides it.
            Inconclusive: The mailbox cannot tell.
        """
        wanted = Wanted(to, since, subject_contains)

        def absent() -> None:
            if self._search(wanted):
                raise Deviation(f"There is no {wanted}.", self._instead(wanted), setting)

        self.when_silent(since, absent)

    def when_silent(self, since: dt.datetime, check: Callable[[], None]) -> None:
        """
        Look when nothing that an event at ``since`` sent can be under way; also before.

        On a live tenant the last look may be put off to the end of the run. More mail must only
        ever make ``check`` raise.

        Raises:
            Deviation: ``check`` raised it.
            Inconclusive: ``check`` raised it, or the mailbox cannot tell.
        """
        check()
        if not self._tenant.capabilities.has("sentinel"):
            self._put_off(Silence(since + LIVE_SPAN, check, self._tenant.clock))
            return
        orderly = self._overtaken(SENTINELS)
        check()
        if not orderly:
            _disorder()

    def find(self, wanted: Wanted, *, unread: bool = False) -> Mail | None:
        """
        The newest mail that is wanted, or None when it is proved that there is none.

        With ``unread`` a mail whose code was handed out does not count.

        Raises:
            Inconclusive: The mailbox cannot tell.
        """
        if not self._tenant.capabilities.has("sentinel"):
            return self._wait(wanted, unread=unread)
        if found := self._search(wanted, unread=unread):
            return found[0]
        orderly = self._overtaken(MORE_SENTINELS)
        if found := self._search(wanted, unread=unread):
            return found[0]
        return None if orderly else _disorder()

    def everything(self, since: dt.datetime) -> list[Mail]:
        """
        Every mail and text since a time of the tenant's, newest first, copies left out.

        A live tenant may still have some under way: ask for it in :meth:`when_silent`.

        Raises:
            Inconclusive: The mailbox cannot tell.
        """
        if self._tenant.capabilities.has("sentinel") and not self._overtaken(SENTINELS):
            _disorder()
        after = since - self._skew
        listed = self._ask(lambda: self._list(after))
        return _once([self._whole(item) for item in listed if item.received >= after])

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    @property
    def _skew(self) -> dt.timedelta:
        return _LIVE_SKEW if self._tenant.live else _ROUNDING

    def _search(self, wanted: Wanted, *, unread: bool = False) -> list[Mail]:
        fresh = self._summaries(wanted)
        return [self._whole(item) for item in fresh if not (unread and item.id in self._read)]

    def _summaries(self, wanted: Wanted) -> list[Any]:
        after = wanted.since - self._skew
        criteria = wanted.criteria()
        found = self._ask(
            lambda: self._client.messages.search(
                self._mailbox.server, criteria, received_after=after
            )
        )
        return [item for item in found.items if item.received >= after]

    def _list(self, after: dt.datetime) -> list[Any]:
        page = self._client.messages.list(
            self._mailbox.server, items_per_page=1000, received_after=after
        )
        return [item for item in page.items if not _is_sentinel(item.subject)]

    def _whole(self, item: Any) -> Mail:
        return Mail.of(self._ask(lambda: self._client.messages.get_by_id(item.id)))

    def _instead(self, wanted: Wanted) -> str:
        others = self._search(Wanted(wanted.to, wanted.since))
        subjects = ", ".join(f'"{mail.subject}"' for mail in others)
        return f"To {wanted.to} came {subjects or 'nothing'}."

    def _wait(self, wanted: Wanted, *, unread: bool) -> Mail | None:
        """A live tenant's mail, within the span that is documented for it."""
        end = wanted.since + LIVE_SPAN
        while not (found := self._search(wanted, unread=unread)):
            if (now := self._tenant.clock.now()) >= end:
                return None
            self._tenant.clock.wait_until(min(end, now + _LOOK_AGAIN))
        return found[0]

    def _overtaken(self, sentinels: int) -> bool:
        """
        Whether nothing sent before now can still be under way.

        It returns when all sentinels have come in; whether in order is the answer.
        """
        to, since = f"{uuid.uuid4().hex}@{self._mailbox.domain}", self._tenant.clock.now()
        subjects = [f"{_SENTINEL} {number}" for number in range(sentinels)]
        self._tenant.capabilities.send_sentinels(to, subjects)
        return self._arrived(Wanted(to, since), sentinels) == subjects

    def _arrived(self, sentinels: Wanted, number: int) -> list[str]:
        """The subjects of the sentinels as they came in, copies left out."""
        end = time.monotonic() + _SENTINEL_SECONDS
        while time.monotonic() < end:
            came = sorted(self._summaries(sentinels), key=lambda each: each.received)
            subjects = list(dict.fromkeys(each.subject for each in came))
            if len(subjects) >= number:
                return subjects
            self._tenant.clock.wait_until(self._tenant.clock.now() + _PACE)
        raise Inconclusive(
            f"The mailbox lost mail, or is more than {_SENTINEL_SECONDS:.0f} s late."
        )

    def _ask(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except MailosaurException as error:
            if error.http_status_code in _REFUSED:
                raise UsageError(
                    "Mailosaur refuses the API key; check the variable that [mailbox] "
                    "key_variable names in the tenant file."
                ) from None
            raise Inconclusive(f"The mailbox answered: {error.message}") from None
        except requests.RequestException as error:
            raise Inconclusive(f"The mailbox cannot be reached ({type(error).__name__}).") from None


_SENTINEL = "sspr-harness sentinel"


def _disorder() -> NoReturn:
    raise Inconclusive("The mailbox delivers mail out of order; what is absent may follow.")


def _is_sentinel(subject: str | None) -> bool:
    return (subject or "").startswith(_SENTINEL)


def _once(mails: list[Mail]) -> list[Mail]:
    """Each message once: a road that delivers twice does not make two."""
    return list({mail.identity: mail for mail in mails}.values())
