"""
Promises of the tutorial as plain scripts: what somebody would write who has no harness.

Each is a script of its own that opens its own browser. State is arranged through Graph, as the
harness does it, so that neither side takes the long way. It reads from its standard input where
the tenant is, and carries out the promise that its argument names; an exception is a failure.
"""

from __future__ import annotations

import json
import secrets
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
import urllib3
from plain_tutorial import GRAPH, Plain
from playwright.sync_api import sync_playwright
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from collections.abc import Callable

GROUP = "SSPR-Test-Group"
OLD, NEW = "Orchard-window-77", "Harbour-lantern-58"


class Loopback(HTTPAdapter):
    """Leads every address to the port where the emulated tenant is."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port

    def send(self, request: requests.PreparedRequest, **more: Any) -> requests.Response:
        """Send it there."""
        host = urlsplit(request.url).hostname
        request.headers["Host"] = host
        request.url = request.url.replace(f"https://{host}", f"https://127.0.0.1:{self.port}", 1)
        return super().send(request, **{**more, "verify": False})


def ask(plain: Plain) -> None:
    """A member of the group is asked to verify."""
    plain.enrol("+1 2025550123")
    plain.ask().locator('input[type="radio"][id$="AltEmailRadio"]').wait_for()


def turned_away(plain: Plain) -> None:
    """A user outside the group is turned away."""
    plain.enrol("+1 2025550123")
    plain.ask().get_by_text("SSPR_0013").wait_for()


def helpdesk(plain: Plain) -> None:
    """A user without methods is sent to the helpdesk."""
    page = plain.ask()
    link = page.get_by_role("link", name="contact your administrator").first
    assert "support.contoso.com" in (link.get_attribute("href") or "")


def reset(plain: Plain) -> None:
    """A user resets the password."""
    plain.enrol("+1 2025550123")
    plain.reset_by_text(NEW)


def reset_and_be_refused(plain: Plain) -> None:
    """The old password is refused."""
    reset(plain)
    plain.sign_in_refused(OLD)


def reset_and_mail(plain: Plain) -> None:
    """A mail tells of the reset."""
    reset(plain)
    assert plain.message(f"primary-{plain.alternate}", 1)["subject"]


def reset_and_audit(plain: Plain) -> None:
    """A row of the audit log tells of the reset."""
    reset(plain)
    query = {"$filter": "loggedByService eq 'Self-service Password Management'"}
    rows = plain.session.get(
        f"{GRAPH}/auditLogs/directoryAudits", params=query, headers=plain.signed
    ).json()["value"]
    assert rows


def first_sign_in(plain: Plain) -> None:
    """A user is asked to register."""
    plain.first_sign_in()


def register(plain: Plain) -> None:
    """A user registers."""
    plain.register()


def register_and_reset(plain: Plain) -> None:
    """A user registers and then resets the password."""
    plain.register()
    plain.reset(NEW)


PROMISES: dict[str, Callable[[Plain], None]] = {
    "REG-01": first_sign_in,
    "REG-04": register,
    "CUS-01": register,
    "RST-01": register_and_reset,
    "ENA-01": ask,
    "ENA-02": turned_away,
    "CUS-02": helpdesk,
    "RST-03": reset,
    "RST-05": reset_and_be_refused,
    "NOT-01": reset_and_mail,
    "NOT-02": reset_and_mail,
    "AUD-01": reset_and_audit,
    "AUD-02": reset_and_audit,
    "AUD-04": reset_and_audit,
}
OUTSIDE = {"ENA-02"}


def main(promise: str, tenant: dict[str, Any]) -> None:
    """Carry out one promise."""
    urllib3.disable_warnings()
    with requests.Session() as session, sync_playwright() as playwright:
        session.trust_env = False
        session.mount("https://", Loopback(tenant["greeting"]["port"]))
        browser = playwright.chromium.launch(
            executable_path=tenant["browser"], args=tenant["arguments"]
        )
        plain = Plain(tenant["greeting"], session, browser.new_context)
        name = secrets.token_hex(4)
        account, alternate = f"{name}@{tenant['domain']}", f"{name}@{tenant['mail_domain']}"
        plain.arrange(account, OLD, alternate, "" if promise in OUTSIDE else GROUP)
        PROMISES[promise](plain)
        browser.close()


if __name__ == "__main__":
    if sys.argv[1] == "--list":
        sys.stdout.write("\n".join(PROMISES))
    else:
        main(sys.argv[1], json.load(sys.stdin))
