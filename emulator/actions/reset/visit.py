"""One request of a browser to the reset portal, as every step of the way is given it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from emulator.actions.standing import account_of
from emulator.rules.account import Belonging
from emulator.store import User

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from emulator.actions.notify import Letter
    from emulator.deviations import Bent
    from emulator.store import ResetFlow
    from emulator.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Visit:
    """
    The flow that a browser has come back to, in its tenant and an open unit of work.

    Attributes:
        session: Commits when the request has been served.
        tenant: The tenant as it is now.
        flow: Where the person stands; steps change it.
        letters: What is to be sent once the unit of work has been kept.
    """

    session: Session
    tenant: Tenant
    flow: ResetFlow
    letters: list[Letter] = field(default_factory=list)

    @property
    def user(self) -> User | None:
        """Whom the flow is about, once that is known."""
        return self.session.get(User, self.flow.user_id) if self.flow.user_id else None

    @property
    def administers(self) -> bool:
        """Whether that is an administrator."""
        user = self.user
        return user is not None and account_of(self.session, self.tenant, user).is_administrator

    @property
    def is_hybrid(self) -> bool:
        """Whether that person's password is managed on-premises."""
        user = self.user
        return user is not None and user.on_premises

    @property
    def is_guest(self) -> bool:
        """Whether that is a guest."""
        user = self.user
        return user is not None and user.is_guest

    @property
    def is_inside(self) -> bool:
        """Whether that is a member of the enabled group."""
        return self._belonging is not Belonging.NOT

    @property
    def is_nested(self) -> bool:
        """Whether that is a member of a group nested in the enabled one."""
        return self._belonging is Belonging.NESTED

    @property
    def _belonging(self) -> Belonging:
        user = self.user
        return account_of(self.session, self.tenant, user).belonging if user else Belonging.NOT

    @property
    def now(self) -> dt.datetime:
        """The tenant's time."""
        return self.tenant.clock.now()

    @property
    def bent(self) -> Bent:
        """The deviations that are switched on."""
        return self.tenant.bent
