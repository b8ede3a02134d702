"""What a controller sends, checked."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from emulator.deviations import NAMES
from emulator.faults import PROFILES, Faults
from emulator.rules.gates import TRIAL_GRACE_DAYS
from emulator.rules.multifactor import Setting
from sspr.policy import Policy

_Order = TypeVar("_Order")
_LONGEST_LEAP = dt.timedelta(days=3660).total_seconds()
_EARLIEST, _LATEST = dt.date(2015, 1, 1), dt.date(2099, 12, 31)
END_OF_TIME = dt.datetime(2200, 1, 1, tzinfo=dt.UTC)  # so that no expiry leaves the calendar


def _known(name: str) -> str:
    if name not in NAMES:
        raise ValueError(f"no deviation is called {name!r}")
    return name


DeviationName = Annotated[str, AfterValidator(_known)]
DeviationNames: TypeAdapter[list[DeviationName]] = TypeAdapter(list[DeviationName])


def _profile(name: str) -> str:
    if name not in PROFILES:
        raise ValueError(f"no fault profile is called {name!r}")
    return name


FaultProfile = Annotated[str, AfterValidator(_profile)]
Address = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=320)]
FaultOrder: TypeAdapter[Faults | list[FaultProfile]] = TypeAdapter(Faults | list[FaultProfile])
ServiceDate = Annotated[dt.date, Field(ge=_EARLIEST, le=_LATEST)]


class Order(BaseModel):
    """A JSON object without unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reset(Order):
    """A fresh tenant; what is left out stays as it was."""

    policy: Policy | None = None
    service_date: ServiceDate | None = None
    deviations: list[DeviationName] | None = None


class Leap(Order):
    """How many seconds the tenant's clock moves forwards, at most ten years at a time."""

    advance_seconds: Annotated[float, Field(ge=0, le=_LONGEST_LEAP, allow_inf_nan=False)]


class Letter(Order):
    """A mail that the tenant is to send."""

    to: Address
    subject: Annotated[str, Field(max_length=200)]
    text: Annotated[str, Field(max_length=2000)] = ""


Letters: TypeAdapter[list[Letter]] = TypeAdapter(Annotated[list[Letter], Field(max_length=100)])


class PhoneAnswer(Order):
    """The answer to a push (``approve`` with the ``number``) or to a call (``pressed``)."""

    approve: bool | None = None
    number: int | None = None
    pressed: Annotated[str, Field(pattern=r"^[0-9#*]$")] | None = None


class OnPremises(Order):
    """
    The on-premises side of the tenant (H3, H5, K7); what is left out stays as it was.

    Attributes:
        reachable: Whether its agent answers.
        refuses: Whether its directory refuses the agent.
        minimum_length: The length that its password policy asks for.
        minimum_age_days: How long its policy wants a password kept (H7).
    """

    reachable: bool | None = None
    refuses: bool | None = None
    minimum_length: Annotated[int, Field(ge=0, le=256)] | None = None
    minimum_age_days: Annotated[int, Field(ge=0, le=998)] | None = None


class Branding(Order):
    """What stands on the sign-in page, and which of its links do not; the rest stays."""

    banner_text: Annotated[str, Field(max_length=1024)] | None = None
    sign_in_text: Annotated[str, Field(max_length=1024)] | None = None
    hide_forgot: bool | None = None
    hide_cant_access: bool | None = None


class Organization(Order):
    """
    The tenant's own facts; what is left out stays as it was.

    Attributes:
        licences: What it has bought: nothing, Business Standard, a trial, or P1 (A10, D4).
        trial_days: How many days ago the trial began; left out, it is no longer young (D7, D8).
        custom_domain: Whether it has a domain of its own (D7).
        multifactor_methods: What its older policy for multifactor sign-in allows (I7).
        security_defaults: Whether everyone must have a second factor (B34).
        education: Whether it is a school's (E2).
        email_signs_in: Whether a primary address is a login name too (C36).
        passkey_nudge: Whether a passkey is asked for after a second factor (pages.md 0, fact 5).
        branding: What its sign-in page shows.
    """

    licences: Literal["free", "standard", "trial", "premium"] | None = None
    trial_days: Annotated[int, Field(ge=0, le=998)] = TRIAL_GRACE_DAYS
    custom_domain: bool | None = None
    multifactor_methods: frozenset[Setting] | None = None
    security_defaults: bool | None = None
    education: bool | None = None
    email_signs_in: bool | None = None
    passkey_nudge: bool | None = None
    branding: Branding | None = None


class Account(Order):
    """
    What of an account Graph cannot change; what is left out stays as it was.

    Attributes:
        managed: Where its password is managed (C8): federated accounts are those whose password
            the cloud learns by synchronisation (H1).
        locked: Whether its on-premises account is locked (H10).
        protected: Whether the on-premises directory protects it as an administrator's (D14).
        never_expires: Whether its password never expires there (H14).
        disabled: Whether it is disabled there, which the cloud learns half an hour later (H11).
        guest_home: Whose account a guest's is (A13, A14).
    """

    managed: Literal["cloud", "synchronized", "federated"] | None = None
    locked: bool | None = None
    protected: bool | None = None
    never_expires: bool | None = None
    disabled: bool | None = None
    guest_home: Literal["entra", "msa", "google", "email"] | None = None


class NewPerson(Order):
    """A practice person: in the policy's group or outside it, an administrator or not."""

    group: bool = True
    administrator: bool = False


class Refused(Exception):  # noqa: N818 - the fault lies with the order, not here
    """An order that cannot be carried out; the text is one line."""

    def __init__(self, line: str, status_code: int = 400) -> None:
        super().__init__(line)
        self.status_code = status_code


def read(shape: type[_Order] | TypeAdapter[_Order], body: bytes) -> _Order:
    """
    A JSON body of that shape.

    Raises:
        Refused: It is another.
    """
    try:
        return _adapter(shape).validate_json(body)
    except ValidationError as error:
        raise _refusal(error) from None


def check(shape: type[_Order] | TypeAdapter[_Order], value: object) -> _Order:
    """
    A value of that shape, from the text fields of a form.

    Raises:
        Refused: It is another.
    """
    try:
        return _adapter(shape).validate_python(value)
    except ValidationError as error:
        raise _refusal(error) from None


def _adapter(shape: type[_Order] | TypeAdapter[_Order]) -> TypeAdapter[_Order]:
    return shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape)


def _refusal(error: ValidationError) -> Refused:
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(map(str, first["loc"])) or "the body"
    return Refused(f"{where}: {first['msg'].removeprefix('Value error, ')}")
