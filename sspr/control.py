"""The control API of an emulated tenant: what no live tenant offers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
from pydantic import SecretStr

from sspr.secrets import remember

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sspr.policy import Policy
    from sspr.wire import Route

ADDRESS = "https://emulator.test"
_PATIENCE_SECONDS = 30.0


class ControlError(Exception):
    """The control API refused; the text says what was asked and what it answered."""


class Control:
    """One connection to an emulator's control API. Safe to use beside a running event loop."""

    def __init__(self, route: Route, token: SecretStr) -> None:
        self._http = httpx.Client(
            base_url=ADDRESS,
            transport=route.httpx_sync_transport(),
            headers={"Authorization": f"Bearer {remember(token).get_secret_value()}"},
            timeout=_PATIENCE_SECONDS,
            trust_env=False,
        )

    def reset(
        self,
        policy: Policy | None = None,
        service_date: dt.date | None = None,
        deviations: Iterable[str] | None = None,
    ) -> dict[str, Any]:
        """Make the tenant anew; returns the greeting of the fresh one. None leaves as it was."""
        wanted = {
            "policy": policy.model_dump(mode="json") if policy else None,
            "service_date": service_date.isoformat() if service_date else None,
            "deviations": list(deviations) if deviations is not None else None,
        }
        orders = {key: value for key, value in wanted.items() if value is not None}
        greeting: dict[str, Any] = self._ask("POST", "/api/reset", orders)
        return greeting

    def set_policy(self, policy: Policy) -> None:
        """Save another policy, as the admin center would."""
        self._ask("PUT", "/api/policy", policy.model_dump(mode="json"))

    def set_deviations(self, names: Iterable[str]) -> None:
        """Switch on exactly these deviations."""
        self._ask("PUT", "/api/deviations", list(names))

    def bearing(self) -> frozenset[str]:
        """Which deviations would have mattered so far; an emulator notes it if begun so."""
        return frozenset(self._ask("GET", "/api/bearing"))

    def set_faults(self, faults: dict[str, Any] | list[str]) -> None:
        """Let exactly these faults happen: a description, or the names of profiles."""
        self._ask("PUT", "/api/faults", faults)

    def send_mail(self, letters: Iterable[dict[str, str]]) -> None:
        """Let the tenant send mails (``to``, ``subject``, ``text``), in that order."""
        self._ask("POST", "/api/mail", list(letters))

    def advance(self, by: dt.timedelta) -> dt.timedelta:
        """Move the tenant's clock forwards; returns its new offset."""
        answer = self._ask("POST", "/api/clock", {"advance_seconds": by.total_seconds()})
        return dt.timedelta(seconds=answer["clock_offset_seconds"])

    def captcha(self, challenge: str) -> SecretStr:
        """What the picture of ``challenge`` says."""
        return remember(SecretStr(self._ask("GET", f"/api/captcha/{challenge}")["answer"]))

    def invite(self, *, group: bool, administrator: bool = False) -> dict[str, Any]:
        """Add a practice person; the answer holds their name, mail address and password."""
        wanted = {"group": group, "administrator": administrator}
        person: dict[str, Any] = self._ask("POST", "/api/people", wanted)
        return person

    def phone(self, user_principal_name: str) -> list[dict[str, Any]]:
        """The pushes and calls that wait on a person's phone."""
        waiting: list[dict[str, Any]] = self._ask(
            "GET", "/api/phone", params={"user": user_principal_name}
        )
        return waiting

    def answer_phone(self, item: str, answer: dict[str, Any]) -> None:
        """Answer one waiting push or call."""
        self._ask("POST", f"/api/phone/{item}", answer)

    def set_account(self, user_principal_name: str, **facts: Any) -> None:
        """Change what of an account Graph cannot: ``managed``, ``locked``, ``guest_home``."""
        self._ask("PUT", f"/api/people/{quote(user_principal_name)}", facts)

    def set_organization(self, **facts: Any) -> None:
        """Change what the tenant is: ``licences``, ``trial_days``, ``custom_domain``."""
        self._ask("PUT", "/api/organization", facts)

    def set_on_premises(self, **facts: Any) -> None:
        """Change the on-premises side: ``reachable``, ``refuses``, ``minimum_length``."""
        self._ask("PUT", "/api/on-premises", facts)

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def _ask(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        reply = self._http.request(method, path, json=body, **more)
        if reply.is_error:
            raise ControlError(f"{method} {path}: {reply.status_code} {reply.text[:200]}")
        return reply.json() if reply.content else None
