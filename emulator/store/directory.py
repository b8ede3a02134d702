"""Users, groups, memberships and role assignments."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from emulator.store.base import Base

# The directory compares names without their case.
ANY_CASE = String(collation="NOCASE")


def new_id() -> str:
    """A fresh object id."""
    return str(uuid.uuid4())


class User(Base):
    """An account. Passwords are kept only as salted hashes."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    user_principal_name: Mapped[str] = mapped_column(ANY_CASE, unique=True)  # kept lower-case
    display_name: Mapped[str] = mapped_column(ANY_CASE, index=True)
    given_name: Mapped[str | None] = mapped_column(ANY_CASE)
    surname: Mapped[str | None] = mapped_column(ANY_CASE)
    mail: Mapped[str | None] = mapped_column(ANY_CASE, index=True)
    mail_nickname: Mapped[str | None] = mapped_column(ANY_CASE)
    other_mails: Mapped[list[str]] = mapped_column(default=list)
    mobile_phone: Mapped[str | None]
    business_phones: Mapped[list[str]] = mapped_column(default=list)
    usage_location: Mapped[str | None]
    account_enabled: Mapped[bool] = mapped_column(default=True)
    user_type: Mapped[str] = mapped_column(default="Member")  # Member | Guest
    creation_type: Mapped[str | None]  # None | Invitation | EmailVerified (self-service sign-up)
    guest_home: Mapped[str | None]  # entra | msa | google | email, for guests (A13, A14)
    on_premises_sync_enabled: Mapped[bool] = mapped_column(default=False)
    federated: Mapped[bool] = mapped_column(default=False)
    on_premises_locked: Mapped[bool] = mapped_column(default=False)  # H10
    on_premises_protected: Mapped[bool] = mapped_column(default=False)  # AdminCount=1 (D14)
    on_premises_never_expires: Mapped[bool] = mapped_column(default=False)  # H14
    licences: Mapped[list[str]] = mapped_column(default=list)  # service plan ids
    password_hash: Mapped[str | None]
    previous_password_hash: Mapped[str | None]
    lingering_password_hash: Mapped[str | None]  # of one that a deviation lets sign in for ever
    password_changed_at: Mapped[dt.datetime | None]
    password_never_expires: Mapped[bool] = mapped_column(default=False)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[dt.datetime]
    security_info_confirmed_at: Mapped[dt.datetime | None]
    profile: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # job title, city, ...
    security_info_gates: Mapped[int] = mapped_column(default=0)  # how many there were then (B30)
    default_factor: Mapped[str | None]  # the second factor that is asked first, by the page's name

    @property
    def on_premises(self) -> bool:
        """Whether the password is managed in an on-premises directory (C8)."""
        return self.on_premises_sync_enabled or self.federated

    @property
    def synchronized(self) -> bool:
        """Whether it is kept here as well, so that the sign-in asks for it here."""
        return self.on_premises and not self.federated

    @property
    def is_guest(self) -> bool:
        """Whether the account is a guest's."""
        return self.user_type == "Guest"


class Group(Base):
    """A security group."""

    __tablename__ = "groups"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    display_name: Mapped[str] = mapped_column(ANY_CASE, index=True)
    description: Mapped[str | None]
    mail_nickname: Mapped[str | None]
    created_at: Mapped[dt.datetime]


class Membership(Base):
    """One member of a group: a user or, nested, another group (A3)."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("group_id", "member_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[str] = mapped_column(index=True)
    member_kind: Mapped[str]  # user | group


class Ownership(Base):
    """One owner of a group, who is no member by that."""

    __tablename__ = "ownerships"
    __table_args__ = (UniqueConstraint("group_id", "owner_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)


class RoleAssignment(Base):
    """A directory role that a user holds."""

    __tablename__ = "role_assignments"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    role_definition_id: Mapped[str] = mapped_column(index=True)  # the role template id
