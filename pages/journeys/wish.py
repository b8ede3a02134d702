"""What a person wants from the reset portal, and how the person goes about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages.hosts import START_RESET
from pages.journeys.verification import EASIEST_FIRST

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.proof import Proof


@dataclass(frozen=True, slots=True)
class Wish:
    """
    What is wanted.

    Attributes:
        passwords: The new passwords to try, one after the other; none stops at the first
            verification step.
        unlock: Whether to unlock alone, where that is offered.
        preferred: The proofs to use, the most welcome first; none is to take the easiest.
        tries: How often a proof is given that is refused.
        address: Where the person begins.
        cannot_access: Whether the person follows *Can't access your account?* at a sign-in.
        account: The account name to give, where it is not to be the person's own.
        captcha: What to answer to the picture, where it is not to be the right answer.
        pictures: How many pictures to read before giving up.
        cookies: Whether the browser keeps cookies.
    """

    passwords: tuple[SecretStr, ...] = ()
    unlock: bool = False
    preferred: tuple[Proof, ...] = ()
    tries: int = 1
    address: str = START_RESET
    cannot_access: bool = False
    account: str = ""
    captcha: str = ""
    pictures: int = 1
    cookies: bool = True

    @property
    def only_asks(self) -> bool:
        """Whether the person goes no further than being let in."""
        return not self.passwords and not self.unlock

    def choice(self, offered: tuple[Proof, ...], used: tuple[Proof, ...]) -> Proof:
        """The most welcome proof that was not used; a tenant may offer only used ones."""
        welcome = self.preferred or EASIEST_FIRST
        known = [proof for proof in welcome if proof in offered] or list(offered)
        fresh = [proof for proof in known if proof not in used]
        return (fresh or known)[0]
