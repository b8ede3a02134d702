"""The token service of login.microsoftonline.com: what programs, not people, come for."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from emulator.identity import device_code, discovery, token_endpoint


def routes() -> list[BaseRoute]:
    """Discovery documents, the token endpoint, and codes for programs without a browser."""
    return [
        Route("/common/discovery/instance", discovery.instance),
        Route("/common/userrealm/{name}", discovery.realm),
        Route("/{tenant}/v2.0/.well-known/openid-configuration", discovery.configuration),
        Route("/{tenant}/discovery/v2.0/keys", discovery.keys),
        Route("/{tenant}/oauth2/v2.0/devicecode", device_code.begin, methods=["POST"]),
        Route("/{tenant}/oauth2/v2.0/token", token_endpoint.token, methods=["POST"]),
    ]
