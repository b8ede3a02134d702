"""Codes that prove an address or a number while it is being registered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from emulator.actions import notify
from emulator.deviations import STRAIGHT
from emulator.rules.letters import About
from emulator.rules.proofs import code_matches, new_code
from emulator.rules.registration import Kind
from emulator.rules.secrets_hash import hash_secret

if TYPE_CHECKING:
    from emulator.actions.notify import Letter
    from emulator.actions.registration.wizard import Wizard
    from emulator.tenant import Tenant

MOST_TRIES = 5
MOST_SENT = 10  # C22, taken over from the reset


def may_send(wizard: Wizard) -> bool:
    """Whether this registration has codes left to send."""
    return int(wizard.draft.get("sent", 0)) < MOST_SENT


def by_mail(tenant: Tenant, wizard: Wizard, address: str) -> Letter:
    """A fresh code for ``address``, and the mail that carries it."""
    code = _fresh(tenant, wizard)
    return notify.code_mail(tenant, address, code, about=About.REGISTRATION)


def by_text(tenant: Tenant, wizard: Wizard, number: str) -> Letter:
    """A fresh code for ``number``, and the text message that carries it."""
    return notify.code_text(tenant, number, _fresh(tenant, wizard))


def _fresh(tenant: Tenant, wizard: Wizard) -> str:
    code = new_code()
    wizard.draft.update(
        code=hash_secret(code),
        code_at=tenant.clock.now().isoformat(),
        tries=0,
        sent=int(wizard.draft.get("sent", 0)) + 1,
    )
    return code


def is_right(tenant: Tenant, wizard: Wizard, typed: str) -> bool:
    """Whether ``typed`` is the code that was sent, within five minutes and five tries."""
    draft = wizard.draft
    draft["tries"] = int(draft.get("tries", 0)) + 1
    if "code_at" not in draft or draft["tries"] > MOST_TRIES:
        return False
    if draft["tries"] > 1 and "second-wrong-code-registers" in tenant.bent:
        return True
    now, sent_at = tenant.clock.now(), dt.datetime.fromisoformat(draft["code_at"])
    any_text = wizard.kind == Kind.PHONE and "registration-any-text" in tenant.bent
    if any_text or "registration-any-code" in tenant.bent:
        return bool(typed.strip())
    return code_matches(typed, draft.get("code"), sent_at, now, STRAIGHT)
