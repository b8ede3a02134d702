"""How late a tenant's reports are (J15, J17)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

AT_ONCE = dt.timedelta()


@dataclass(frozen=True, slots=True)
class Lag:
    """
    How long reports take by the tenant's clock.

    Microsoft's take 5 to 10 minutes and up to an hour for the audit log, up to 36 hours for the
    registration report. Here both are up to date unless told otherwise.

    Attributes:
        audit: How long after an event its row can be read.
        registration: How long a row of the registration report stays as it was.
    """

    audit: dt.timedelta = AT_ONCE
    registration: dt.timedelta = AT_ONCE


NO_LAG = Lag()
