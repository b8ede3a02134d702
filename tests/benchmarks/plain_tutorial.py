"""
The tutorial's journey as a plain script: Playwright, requests, and nothing of the harness.

It is what somebody would write who knows exactly which page follows which. The harness, which
takes the pages in any order, is measured against it.
"""

from __future__ import annotations

import base64
import hmac
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests
    from playwright.sync_api import BrowserContext, Page

GRAPH = "https://graph.microsoft.com/v1.0"
LOGIN = "https://login.microsoftonline.com"
MAILBOX = "https://mailosaur.com/api"
CONTROL = "https://emulator.test/api"
WINDOW_SECONDS = 30


@dataclass
class Plain:
    """One user's way through the tutorial, written down page by page."""

    greeting: dict[str, Any]
    session: requests.Session
    new_context: Callable[[], BrowserContext]
    account: str = ""
    password: str = ""
    alternate: str = ""
    phone: str = ""
    secret: str = ""
    last_window: int = 0
    user_id: str = ""
    signed: dict[str, str] = field(default_factory=dict)

    def arrange(self, account: str, password: str, alternate: str, group: str) -> None:
        """Create the user, in the group if one is named."""
        self.account, self.password, self.alternate = account, password, alternate
        token = self.session.post(
            f"{LOGIN}/{self.greeting['tenant_id']}/oauth2/v2.0/token",
            data={
                "grant_type": "client_credentials",
                "client_id": self.greeting["client_id"],
                "client_secret": self.greeting["client_secret"],
                "scope": "https://graph.microsoft.com/.default",
            },
        ).json()["access_token"]
        self.signed = signed = {"Authorization": f"Bearer {token}"}
        user = {
            "accountEnabled": True,
            "displayName": "Plain Script",
            "mailNickname": "plain",
            "userPrincipalName": account,
            "mail": f"primary-{alternate}",
            "passwordProfile": {
                "password": password,
                "forceChangePasswordNextSignIn": False,
            },
        }
        made = self.session.post(f"{GRAPH}/users", json=user, headers=signed).json()
        self.user_id = made["id"]
        if not group:
            return
        query = {"$filter": f"displayName eq '{group}'"}
        groups = self.session.get(f"{GRAPH}/groups", params=query, headers=signed).json()
        self.session.post(
            f"{GRAPH}/groups/{groups['value'][0]['id']}/members/$ref",
            json={"@odata.id": f"{GRAPH}/directoryObjects/{made['id']}"},
            headers=signed,
        ).raise_for_status()

    def enrol(self, phone: str) -> None:
        """Register the alternate address and a mobile phone as an administrator does."""
        self.phone = phone
        url = f"{GRAPH}/users/{self.user_id}/authentication"
        address = {"emailAddress": self.alternate}
        number = {"phoneNumber": phone, "phoneType": "mobile"}
        for kind, body in (("emailMethods", address), ("phoneMethods", number)):
            answer = self.session.post(f"{url}/{kind}", json=body, headers=self.signed)
            answer.raise_for_status()

    def register(self) -> None:
        """Register an alternate email and the authenticator app (tutorial, step 2)."""
        page = self.new_context().new_page()
        page.goto("https://aka.ms/ssprsetup")
        self._sign_in(page, self.password)
        page.locator("#idSubmit_ProofUp_Redirect, #idSIButton9").first.click()
        page.get_by_text("I want to use a different authenticator app").click()
        self._next(page)
        page.get_by_role("button", name="Can't scan image").click()
        key = page.locator('.ms-pii[aria-labelledby="secretKeyLabel"]').inner_text()
        self.secret = key.split()[-1].upper()
        self._next(page)
        page.get_by_placeholder("Enter code").fill(self._app_code())
        self._next(page)
        page.get_by_text("I want to set up a different method").click()
        page.get_by_role("combobox").select_option(label="Email")
        page.get_by_role("button", name="Confirm").click()
        page.get_by_placeholder("Email").fill(self.alternate)
        self._next(page)
        page.get_by_placeholder("Enter code").fill(self.code_sent(self.alternate, 1))
        self._next(page)
        page.get_by_role("button", name="Done").click()
        page.context.close()

    def reset(self, password: str) -> None:
        """Reset the password by email and app code (tutorial, step 3)."""
        page = self._prove_by_mail(mails=2)
        page.locator('input[type="radio"][id$="AppCodeRadio"]').check()
        page.get_by_placeholder("Enter your verification code").fill(self._app_code())
        self._choose(page, password)

    def reset_by_text(self, password: str) -> None:
        """Reset the password by email and text."""
        page = self._prove_by_mail(mails=1)
        page.get_by_label("Text my mobile phone").check()
        page.get_by_placeholder("Enter your phone number").fill(self.phone)
        page.get_by_role("button", name="Text", exact=True).click()
        code = self.code_sent("".join(filter(str.isdigit, self.phone)), 1)
        page.get_by_placeholder("Enter your verification code").fill(code)
        self._choose(page, password)

    def ask(self) -> Page:
        """Say at the portal whose password is to be reset."""
        page = self.new_context().new_page()
        page.goto("https://aka.ms/sspr")
        page.locator("#ContentPlaceholderMainContent_TextBoxUserIdentifier").fill(self.account)
        picture = page.locator("#RepMapVisualChallenge").get_attribute("src") or ""
        page.locator("#RepMapChallengeSolution").fill(self._captcha(picture))
        page.locator("#ContentPlaceholderMainContent_ButtonNext").click()
        return page

    def _prove_by_mail(self, mails: int) -> Page:
        page = self.ask()
        page.locator('input[type="radio"][id$="AltEmailRadio"]').check()
        page.get_by_role("button", name="Email", exact=True).click()
        code = self.code_sent(self.alternate, mails)
        page.get_by_placeholder("Enter your verification code").fill(code)
        page.get_by_role("button", name="Next", exact=True).click()
        return page

    def _choose(self, page: Page, password: str) -> None:
        page.get_by_role("button", name="Next", exact=True).click()
        page.get_by_label("Enter new password").fill(password)
        page.get_by_label("Confirm new password").fill(password)
        page.get_by_role("button", name="Finish").click()
        page.get_by_text("Your password has been reset").wait_for()
        page.context.close()

    def sign_in(self, old: str, new: str) -> None:
        """The old password is refused, the new one signs in (tutorial, step 4)."""
        self.sign_in_refused(old)
        self.sign_in_with(new)

    def sign_in_refused(self, password: str) -> None:
        """The password is refused."""
        page = self.new_context().new_page()
        page.goto("https://myaccount.microsoft.com/")
        self._sign_in(page, password)
        page.locator("#passwordError").wait_for()
        page.context.close()

    def sign_in_with(self, password: str) -> None:
        """The password signs in, and nothing else is asked."""
        page = self.new_context().new_page()
        page.goto("https://myaccount.microsoft.com/")
        self._sign_in(page, password)
        page.locator("#idBtn_Back").click()
        page.wait_for_url("https://myaccount.microsoft.com/**")
        page.context.close()

    def first_sign_in(self) -> None:
        """The sign-in asks for more information."""
        page = self.new_context().new_page()
        page.goto("https://myaccount.microsoft.com/")
        self._sign_in(page, self.password)
        page.locator("#idSubmit_ProofUp_Redirect, #idSIButton9").first.wait_for()
        page.context.close()

    def _sign_in(self, page: Page, password: str) -> None:
        page.locator("#i0116").fill(self.account)
        page.locator("#idSIButton9").click()
        page.locator("#i0118").fill(password)
        page.locator("#idSIButton9").click()

    def _next(self, page: Page) -> None:
        page.get_by_role("button", name=re.compile("^(next|verify)$", re.IGNORECASE)).click()

    def _captcha(self, picture: str) -> str:
        challenge = picture.rpartition("/")[2].partition("?")[0]
        return str(self._control("GET", f"/captcha/{challenge}")["answer"])

    def code_sent(self, to: str, number: int) -> str:
        """The code in the newest of ``number`` mails or texts to an address."""
        mail = self.message(to, number)
        return str(mail["text"]["codes"][0]["value"])

    def message(self, to: str, number: int) -> Any:
        """The newest of ``number`` mails or texts to an address."""
        box, auth = self.greeting["mailbox"], (self.greeting["mailbox"]["api_key"], "")
        url = f"{MAILBOX}/messages/search?server={box['server']}"
        body = {"sentTo": to, "match": "ALL"}
        while True:
            found = self.session.post(url, json=body, auth=auth).json()["items"]
            if len(found) >= number:
                break
            time.sleep(0.05)  # as plain scripts do; the harness is measured against it
        return self.session.get(f"{MAILBOX}/messages/{found[0]['id']}", auth=auth).json()

    def _app_code(self) -> str:
        now = time.time() + self.greeting["clock_offset_seconds"]
        if int(now) // WINDOW_SECONDS <= self.last_window:
            moved = self._control("POST", "/clock", {"advance_seconds": WINDOW_SECONDS})
            self.greeting["clock_offset_seconds"] = moved["clock_offset_seconds"]
            now += WINDOW_SECONDS
        self.last_window = int(now) // WINDOW_SECONDS
        return totp(self.secret, self.last_window)

    def _control(self, method: str, path: str, body: Any = None) -> Any:
        token = {"Authorization": f"Bearer {self.greeting['control_token']}"}
        return self.session.request(method, f"{CONTROL}{path}", json=body, headers=token).json()


def totp(secret: str, window: int) -> str:
    """The code of a window (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), window.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"
