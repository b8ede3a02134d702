"""The settings that Graph shows: what of the reset policy can be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sspr.directory.graph import Graph
    from sspr.policy import MigrationState


_INITIAL = ".onmicrosoft.com"
_PASSWORD_RULES = "5cf42378-d67d-4f36-ba46-e8b86229381d"  # noqa: S105 - E22: a template, no secret
NEVER_DAYS = 2_147_483_647
"""How Graph writes that passwords do not expire."""


class Policies:
    """
    The tenant's policies as Graph has them.

    Of the password reset policy itself Graph knows only the administrators' switch; everything
    else is shown by the admin center alone.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def administrators_may_reset(self) -> bool:
        """The administrators' switch, ``allowedToUseSSPR`` (D9)."""
        return bool(self.authorization()["allowedToUseSSPR"])

    def authorization(self) -> dict[str, Any]:
        """The authorization policy."""
        return self._graph.one(self._graph.client.policies.authorization_policy)

    def let_administrators_reset(self, *, allowed: bool) -> None:
        """Turn the administrators' switch; on a live tenant it takes up to an hour (D9)."""
        from msgraph.generated.models.authorization_policy import (  # noqa: PLC0415 - heavy
            AuthorizationPolicy,
        )

        body = AuthorizationPolicy(allowed_to_use_s_s_p_r=allowed)
        self._graph.patch(self._graph.client.policies.authorization_policy, body)

    def authentication_methods(self) -> dict[str, Any]:
        """The Authentication methods policy, with the state of its migration (I1)."""
        return self._graph.one(self._graph.client.policies.authentication_methods_policy)

    def move_migration(self, state: MigrationState) -> None:
        """Move the tenant to another state of the migration (I1, I5)."""
        from msgraph.generated.models.authentication_methods_policy import (  # noqa: PLC0415 - heavy
            AuthenticationMethodsPolicy,
        )
        from msgraph.generated.models.authentication_methods_policy_migration_state import (  # noqa: PLC0415 - heavy
            AuthenticationMethodsPolicyMigrationState,
        )

        body = AuthenticationMethodsPolicy(
            policy_migration_state=AuthenticationMethodsPolicyMigrationState(state.value)
        )
        self._graph.patch(self._graph.client.policies.authentication_methods_policy, body)

    def switch_email(self, *, on: bool) -> None:
        """Let the Authentication methods policy allow *Email OTP*, or not (I9)."""
        from msgraph.generated.models.email_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            EmailAuthenticationMethodConfiguration,
        )

        self._switch("Email", EmailAuthenticationMethodConfiguration, on=on)

    def switch_texts(self, *, on: bool) -> None:
        """Let the Authentication methods policy allow *SMS*, or not (I6)."""
        from msgraph.generated.models.sms_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            SmsAuthenticationMethodConfiguration,
        )

        self._switch("Sms", SmsAuthenticationMethodConfiguration, on=on)

    def switch_calls(self, *, on: bool) -> None:
        """Let the Authentication methods policy allow *Voice call*, or not (I6)."""
        from msgraph.generated.models.voice_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            VoiceAuthenticationMethodConfiguration,
        )

        self._switch("Voice", VoiceAuthenticationMethodConfiguration, on=on)

    def switch_office_calls(self, *, on: bool) -> None:
        """Let *Voice call* in the Authentication methods policy take office phones, or not (I6)."""
        from msgraph.generated.models.voice_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            VoiceAuthenticationMethodConfiguration,
        )

        body = VoiceAuthenticationMethodConfiguration(is_office_phone_allowed=on)
        self._graph.patch(self._method("Voice"), body)

    def switch_apps(self, *, on: bool) -> None:
        """Let the Authentication methods policy allow authenticator apps of any kind, or not."""
        from msgraph.generated.models.microsoft_authenticator_authentication_method_configuration import (  # noqa: E501, PLC0415 - heavy
            MicrosoftAuthenticatorAuthenticationMethodConfiguration,
        )
        from msgraph.generated.models.software_oath_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            SoftwareOathAuthenticationMethodConfiguration,
        )

        authenticator = MicrosoftAuthenticatorAuthenticationMethodConfiguration
        self._switch("MicrosoftAuthenticator", authenticator, on=on)
        self._switch("SoftwareOath", SoftwareOathAuthenticationMethodConfiguration, on=on)

    def _switch(self, name: str, configuration: Callable[..., Any], *, on: bool) -> None:
        from msgraph.generated.models.authentication_method_state import (  # noqa: PLC0415 - heavy
            AuthenticationMethodState,
        )

        state = AuthenticationMethodState.Enabled if on else AuthenticationMethodState.Disabled
        self._graph.patch(self._method(name), configuration(state=state))

    def _method(self, name: str) -> Any:
        policy = self._graph.client.policies.authentication_methods_policy
        each = policy.authentication_method_configurations
        return each.by_authentication_method_configuration_id(name)

    def ban(self, words: Sequence[str], *, enforced: bool = True) -> None:
        """Make a list of banned passwords of these words alone, ``enforced`` or not (E9, E22)."""
        self._rule_passwords(
            {
                "EnableBannedPasswordCheck": str(enforced),
                "BannedPasswordList": "\t".join(words),
            }
        )

    def lock_sign_in(self, *, after: int, seconds: int) -> None:
        """Lock sign-ins ``after`` so many wrong passwords, the first time for ``seconds`` (E22)."""
        self._rule_passwords(
            {"LockoutThreshold": str(after), "LockoutDurationInSeconds": str(seconds)}
        )

    def _rule_passwords(self, wanted: dict[str, str]) -> None:
        from msgraph.generated.models.group_setting import GroupSetting  # noqa: PLC0415 - heavy
        from msgraph.generated.models.setting_value import SettingValue  # noqa: PLC0415 - heavy

        values = [SettingValue(name=name, value=value) for name, value in wanted.items()]
        settings = self._graph.client.group_settings
        for each in self._graph.every(settings):
            if each["templateId"] == _PASSWORD_RULES:
                kept = [
                    SettingValue(name=old["name"], value=old["value"])
                    for old in each["values"]
                    if old["name"] not in wanted
                ]
                changed = GroupSetting(values=[*kept, *values])
                self._graph.patch(settings.by_group_setting_id(each["id"]), changed)
                return
        self._graph.post(settings, GroupSetting(template_id=_PASSWORD_RULES, values=values))

    def password_validity_days(self) -> int:
        """How long passwords of the tenant's domain last; ``NEVER_DAYS`` is for ever (E6)."""
        return int(self._graph.one(self._domain).get("passwordValidityPeriodInDays") or NEVER_DAYS)

    def let_passwords_last(self, days: int) -> None:
        """Let passwords of the tenant's domain last so many days."""
        from msgraph.generated.models.domain import Domain  # noqa: PLC0415 - heavy

        self._graph.patch(self._domain, Domain(password_validity_period_in_days=days))

    @property
    def _domain(self) -> Any:
        return self._graph.client.domains.by_domain_id(self._graph.tenant.domain)

    def organization(self) -> dict[str, Any]:
        """The directory itself, with the name that mails and pages show (G9)."""
        return self._graph.every(self._graph.client.organization)[0]

    def administrators_take_two_steps(self) -> bool:
        """Whether the tenant has a domain of its own or is synchronised (D7, D8)."""
        organization = self.organization()
        domains = [domain["name"] for domain in organization["verifiedDomains"]]
        own = any(not name.casefold().endswith(_INITIAL) for name in domains)
        return own or bool(organization.get("onPremisesSyncEnabled"))


def allowed_methods(policy: dict[str, Any]) -> tuple[Method, ...]:
    """
    What an Authentication methods policy allows, by the names of the reset policy (I6).

    Microsoft Authenticator stands for notifications, and for codes only where it says so; other
    apps' codes have an entry of their own. Voice calls that may go to the office stand for the
    office phone, since a mobile phone has texts as well. Security questions are not in it (I10).
    """
    on = {each["id"]: each for each in policy["authenticationMethodConfigurations"]}
    on = {name: each for name, each in on.items() if each.get("state") == "enabled"}
    app, voice = on.get("MicrosoftAuthenticator", {}), on.get("Voice", {})
    office = bool(voice.get("isOfficePhoneAllowed"))
    allows = {
        Method.APP_NOTIFICATION: _pushes(app),
        Method.APP_CODE: "SoftwareOath" in on or bool(app.get("isSoftwareOathEnabled")),
        Method.EMAIL: "Email" in on,
        Method.MOBILE_PHONE: "Sms" in on or (bool(voice) and not office),
        Method.OFFICE_PHONE: office,
    }
    return tuple(method for method, allowed in allows.items() if allowed)


def _pushes(app: dict[str, Any]) -> bool:
    """Whether anybody gets notifications; signing in without a password is no reset (B3)."""
    targets = app.get("includeTargets") or []
    return any(target.get("authenticationMode") != "deviceBasedPush" for target in targets)
