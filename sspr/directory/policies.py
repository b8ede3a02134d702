"""The settings that Graph shows: what of the reset policy can be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.policy import Method

if TYPE_CHECKING:
    from sspr.directory.graph import Graph


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

    def let_email_serve(self, *, allowed: bool) -> None:
        """Switch mailed codes on or off in the Authentication methods policy (I2)."""
        from msgraph.generated.models.authentication_method_state import (  # noqa: PLC0415 - heavy
            AuthenticationMethodState,
        )
        from msgraph.generated.models.email_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            EmailAuthenticationMethodConfiguration,
        )

        states = AuthenticationMethodState
        body = EmailAuthenticationMethodConfiguration(
            state=states.Enabled if allowed else states.Disabled
        )
        policy = self._graph.client.policies.authentication_methods_policy
        methods = policy.authentication_method_configurations
        email = methods.by_authentication_method_configuration_id("Email")
        self._graph.patch(email, body)

    def authentication_methods(self) -> dict[str, Any]:
        """The Authentication methods policy, with the state of its migration (I1)."""
        return self._graph.one(self._graph.client.policies.authentication_methods_policy)

    def switch_email(self, *, on: bool) -> None:
        """Let the Authentication methods policy allow *Email OTP*, or not (I9)."""
        from msgraph.generated.models.authentication_method_state import (  # noqa: PLC0415 - heavy
            AuthenticationMethodState,
        )
        from msgraph.generated.models.email_authentication_method_configuration import (  # noqa: PLC0415 - heavy
            EmailAuthenticationMethodConfiguration,
        )

        policy = self._graph.client.policies.authentication_methods_policy
        each = policy.authentication_method_configurations
        builder = each.by_authentication_method_configuration_id("Email")
        state = AuthenticationMethodState.Enabled if on else AuthenticationMethodState.Disabled
        self._graph.patch(builder, EmailAuthenticationMethodConfiguration(state=state))

    def organization(self) -> dict[str, Any]:
        """The directory itself, with the name that mails and pages show (G9)."""
        return self._graph.every(self._graph.client.organization)[0]


def allowed_methods(policy: dict[str, Any]) -> tuple[Method, ...]:
    """
    What an Authentication methods policy allows, by the names of the reset policy (I6).

    One entry there may stand for several here: who allows Microsoft Authenticator allows its
    notifications and its codes. Security questions are not in it (I10).
    """
    on = {each["id"]: each for each in policy["authenticationMethodConfigurations"]}
    on = {name: each for name, each in on.items() if each.get("state") == "enabled"}
    office = on.get("Voice", {}).get("isOfficePhoneAllowed", False)
    allows = {
        Method.APP_NOTIFICATION: "MicrosoftAuthenticator" in on,
        Method.APP_CODE: bool(on.keys() & {"MicrosoftAuthenticator", "SoftwareOath"}),
        Method.EMAIL: "Email" in on,
        Method.MOBILE_PHONE: bool(on.keys() & {"Sms", "Voice"}),
        Method.OFFICE_PHONE: bool(office),
    }
    return tuple(method for method, allowed in allows.items() if allowed)
