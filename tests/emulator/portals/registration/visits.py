"""Going to the registration, and what every test of it begins with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from emulator.actions import phone
from emulator.store import PhonePrompt
from tests.emulator.portals.conftest import policy
from tests.emulator.rules.test_totp import code_of

if TYPE_CHECKING:
    from emulator.store import User
    from tests.emulator.portals.conftest import House, Walker

NEW = dt.date(2026, 11, 22)
SETUP = "https://aka.ms/ssprsetup"
SECURITY_INFO = "https://mysignins.microsoft.com/security-info"
SECRET = "JBSWY3DPEHPK3PXP"


def quiet(**sections: dict[str, object]) -> object:
    """A policy that does not interrupt, one step, whatever else is said."""
    sections.setdefault("registration", {"required_at_sign_in": False})
    sections["methods"] = {"required_to_reset": 1} | dict(sections.get("methods", {}))
    return policy(**sections)


def inside(house: House, user: User, address: str = SETUP) -> Walker:
    """Signed in at ``address``, past everything that asks nothing of interest."""
    walker = house.walker().go(address).sign_in(user)
    if "idTxtBx_SAOTCC_OTC" in walker.html:
        now = house.emulator.tenant.clock.now()
        walker.press(otc=code_of(SECRET, int(now.timestamp()) // 30))
    return walker.press(LoginOptions="3")


def answer(house: House, *, number: int | None = None, key: str = "") -> None:
    """Approve the push, or press ``key`` in the call, that rings."""
    with house.emulator.tenant.store.begin() as session:
        prompt = session.query(PhonePrompt).filter_by(answer=None).one()
        if key:
            phone.press(prompt, key)
        else:
            phone.approve(prompt, number=prompt.shown if number is None else number)
