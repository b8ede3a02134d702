"""login.microsoftonline.com: signing in, with everything that can come in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from emulator.portals.signin import authorize, credentials, device, interruptions, second_factor

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """Every page and form of the sign-in; sites come in at ``authorize``."""
    return [
        Route("/", authorize.begin_anew),
        Route("/{tenant}/oauth2/v2.0/authorize", authorize.authorize),
        Route("/{tenant}/oauth2/v2.0/logout", authorize.logout),
        Route("/{tenant}/reprocess", authorize.reprocess),
        Route("/common/oauth2/deviceauth", device.ask, methods=["GET"]),
        Route("/common/oauth2/deviceauth", device.take, methods=["POST"]),
        Route("/common/GetCredentialType", credentials.credential_type, methods=["POST"]),
        Route("/common/login", credentials.login, methods=["POST"]),
        Route("/common/pick", credentials.pick, methods=["POST"]),
        Route("/common/SAS/BeginAuth", second_factor.begin_auth, methods=["POST"]),
        Route("/common/SAS/EndAuth", second_factor.end_auth, methods=["POST"]),
        Route("/common/SAS/ProcessAuth", second_factor.process_auth, methods=["POST"]),
        Route("/common/changepassword", interruptions.change_password, methods=["POST"]),
        Route("/common/proofup", interruptions.proof_up, methods=["POST"]),
        Route("/common/skip", interruptions.skip, methods=["POST"]),
        Route("/common/passkey", interruptions.passkey, methods=["POST"]),
        Route("/common/cancel", interruptions.cancel, methods=["POST"]),
        Route("/kmsi", interruptions.stay, methods=["POST"]),
    ]
