"""The documents in which the token service describes itself (OpenID Connect Discovery)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from emulator.identity.errors import Refusal, answer
from emulator.identity.tenants import named

if TYPE_CHECKING:
    from starlette.requests import Request

HOST = "https://login.microsoftonline.com"


async def instance(request: Request) -> JSONResponse:
    """Which clouds there are: one, known under its usual name."""
    common = f"{HOST}/common"
    asked = request.query_params.get("authorization_endpoint", f"{common}/oauth2/authorize")
    tenant = asked.removeprefix(f"{HOST}/").partition("/")[0]
    cloud = {
        "preferred_network": "login.microsoftonline.com",
        "preferred_cache": "login.windows.net",
        "aliases": ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com"],
    }
    return JSONResponse(
        {
            "tenant_discovery_endpoint": f"{HOST}/{tenant}/v2.0/.well-known/openid-configuration",
            "api-version": "1.1",
            "metadata": [cloud],
        }
    )


async def realm(request: Request) -> JSONResponse:
    """Where somebody signs in: here, since no other identity provider is modelled."""
    return JSONResponse(
        {
            "ver": "1.0",
            "account_type": "Managed",
            "domain_name": request.path_params["name"].rpartition("@")[2],
            "cloud_instance_name": "microsoftonline.com",
            "cloud_audience_urn": "urn:federation:MicrosoftOnline",
        }
    )


async def configuration(request: Request) -> JSONResponse:
    """Where tokens are asked for, and what may be asked."""
    try:
        tenant_id = named(request).organization.tenant_id
    except Refusal as refusal:
        return answer(request, refusal)
    base = f"{HOST}/{tenant_id}"
    return JSONResponse(
        {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
            "jwks_uri": f"{base}/discovery/v2.0/keys",
            "end_session_endpoint": f"{base}/oauth2/v2.0/logout",
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
            "response_types_supported": ["code"],
            "response_modes_supported": ["query", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "tenant_region_scope": "EU",
            "cloud_instance_name": "microsoftonline.com",
            "msgraph_host": "graph.microsoft.com",
        }
    )


async def keys(_request: Request) -> JSONResponse:
    """No public keys: access tokens here are for the tenant's own APIs to read, and nobody else."""
    return JSONResponse({"keys": []})
