"""What a caller may say of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

from emulator.graph.bodies import Body
from emulator.graph.errors import bad_request
from emulator.graph.users.profile import ProfileBody
from emulator.rules.user_names import is_user_name

if TYPE_CHECKING:
    from emulator.organization import Organization

Name = Annotated[str, StringConstraints(min_length=1, max_length=256)]
ShortName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Address = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$", max_length=320)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2}$")]
Phones = Annotated[list[ShortName], Field(max_length=1)]
Mails = Annotated[list[Address], Field(max_length=250)]
Kind = Annotated[str, StringConstraints(pattern=r"^(Member|Guest)$")]


class PasswordProfileBody(Body):
    """A new password and whether its owner must change it at the next sign-in."""

    password: Annotated[str, StringConstraints(max_length=256)] | None = None
    force_change_password_next_sign_in: bool | None = None
    force_change_password_next_sign_in_with_mfa: bool | None = None


class _Common(ProfileBody):
    given_name: ShortName | None = None
    surname: ShortName | None = None
    mail: Address | None = None
    other_mails: Mails = Field(default_factory=list)
    mobile_phone: ShortName | None = None
    business_phones: Phones = Field(default_factory=list)
    usage_location: Country | None = None
    user_type: Kind = "Member"
    password_policies: str | None = None

    @property
    def columns(self) -> dict[str, object]:
        """What the caller said, by the names of the store's columns."""
        said = self.model_fields_set & _COLUMNS
        columns: dict[str, object] = {name: getattr(self, name) for name in said}
        if "password_policies" in self.model_fields_set:
            policies = self.password_policies or ""
            columns["password_never_expires"] = "DisablePasswordExpiration" in policies
        return columns


_COLUMNS = frozenset(
    {
        "account_enabled",
        "display_name",
        "given_name",
        "surname",
        "mail",
        "mail_nickname",
        "other_mails",
        "mobile_phone",
        "business_phones",
        "usage_location",
        "user_type",
    }
)


class UserBody(_Common):
    """A user that is to be made."""

    account_enabled: bool
    display_name: Name
    mail_nickname: ShortName
    user_principal_name: Address
    password_profile: PasswordProfileBody


class UserChangeBody(_Common):
    """What is to be changed of a user; what is left out stays."""

    account_enabled: bool = True
    display_name: Name = ""
    mail_nickname: ShortName = ""
    user_principal_name: Address = ""
    password_profile: PasswordProfileBody | None = None


def checked_name(organization: Organization, name: str) -> str:
    """
    A user principal name as the store keeps it.

    Raises:
        GraphError: Its domain is none of the tenant's, or its form is not that of a name (E8).
    """
    if not is_user_name(name):
        raise bad_request("Property userPrincipalName is invalid.")
    domain = name.casefold().rpartition("@")[2]
    if domain not in {organization.initial_domain, *organization.custom_domains}:
        raise bad_request(
            "The domain portion of the userPrincipalName property is invalid. You must use one "
            "of the verified domain names in your organization."
        )
    return name.casefold()
