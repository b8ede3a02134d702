"""The settings that Graph shows: what of the reset policy can be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

    def authentication_methods(self) -> dict[str, Any]:
        """The Authentication methods policy, with the state of its migration (I1)."""
        return self._graph.one(self._graph.client.policies.authentication_methods_policy)
