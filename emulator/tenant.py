"""The emulated tenant as a whole: what every page, Graph answer and mail is made from."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from emulator.deviations import STRAIGHT, Bent
from emulator.lag import NO_LAG, Lag
from emulator.organization import Organization
from emulator.rules.reversals import in_force
from emulator.rules.spreading import Formerly, switch_in_force
from emulator.timeline import Timeline

if TYPE_CHECKING:
    import datetime as dt

    from emulator.clock import Clock
    from emulator.post import Post
    from emulator.store import Store
    from sspr.policy import Policy


@dataclass(slots=True)
class Tenant:
    """
    One tenant. Rules get what they need of it as plain data; actions get the whole.

    Attributes:
        policy: The password reset policy as it was last saved, as far as it is heeded.
        clock: The tenant's time.
        store: The directory and everything else that is remembered.
        post: The way out for mails and texts.
        organization: The tenant's own facts.
        bent: The deviations that are switched on.
        lag: How late its reports are.
        formerly: How the switch for administrators stood before, oldest first.
        former: The policies that were saved before, oldest first.
        former_group: The group that SSPR was enabled for before another one took its place.
        unheeded: By section of the policy: what was saved and does not hold, under a deviation.
        put_off: By user id: how often the request to register was put off at sign-in.
        deleted: By user principal name: the account that a deviation keeps of who was deleted, or
            goes by another name now.
        deleted_addresses: By user id: registered addresses that were deleted, for a deviation.
        unreported: Who was disabled once, where a deviation of the report goes by that.
        announced: By whom it concerns: when the directory learns that an account was enabled or
            disabled on-premises, and which of the two (H11).
        signing_key: What the tenant signs its access tokens with; no two tenants share one.
    """

    policy: Policy
    clock: Clock
    store: Store
    post: Post
    organization: Organization = field(default_factory=Organization)
    bent: Bent = STRAIGHT
    lag: Lag = NO_LAG
    formerly: list[Formerly] = field(default_factory=list)
    former: list[Policy] = field(default_factory=list)
    former_group: str | None = None
    unheeded: dict[str, Any] = field(default_factory=dict)
    deleted: dict[str, str] = field(default_factory=dict)
    put_off: Counter[str] = field(default_factory=Counter)
    deleted_addresses: dict[str, list[str]] = field(default_factory=dict)
    unreported: set[str] = field(default_factory=set)
    announced: dict[str, tuple[dt.datetime, bool]] = field(default_factory=dict)
    signing_key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def timeline(self) -> Timeline:
        """The behaviours that hold today."""
        return Timeline(self.clock.now().date(), self.bent)

    @property
    def policy_in_force(self) -> Policy:
        """The policy as far as it has spread: the switch for administrators takes its time (D9)."""
        now, saved = self.clock.now(), self.policy.enablement
        on = switch_in_force(
            on=saved.administrators, formerly=self.formerly, now=now, bent=self.bent
        )
        if on is saved.administrators:
            return self.policy
        enablement = saved.model_copy(update={"administrators": on})
        return self.policy.model_copy(update={"enablement": enablement})

    @property
    def saved(self) -> Policy:
        """The policy as it was last saved, whether it holds or not."""
        return self.policy.model_copy(update=self.unheeded)

    @property
    def first(self) -> Policy:
        """The policy that the tenant began with."""
        return self.former[0] if self.former else self.saved

    def heed(self, policy: Policy) -> None:
        """Go on with ``policy``, and show what was saved."""
        saved = {section: getattr(self.saved, section) for section in type(policy).model_fields}
        self.unheeded = {s: each for s, each in saved.items() if getattr(policy, s) != each}
        self.policy = policy

    def adopt(self, policy: Policy) -> None:
        """Save another policy."""
        self.former.append(self.saved)
        on = self.policy.enablement.administrators
        if policy.enablement.administrators is not on:
            self.formerly.append(Formerly(on, self.clock.now()))
        former = self.policy.methods.required_to_reset
        raised = former < policy.methods.required_to_reset
        if raised and "raised-number-ignored" in self.bent:
            methods = policy.methods.model_copy(update={"required_to_reset": former})
            policy = policy.model_copy(update={"methods": methods})
        was, group = self.policy.enablement.group, policy.enablement.group
        if was and group and was != group:
            self.former_group = was
        self._follow(policy)

    def rename_group(self, name: str) -> None:
        """Go on serving the enabled group under another name: it is enabled by its id (A18)."""
        if "renamed-group-lost" not in self.bent:
            enablement = self.policy.enablement.model_copy(update={"group": name})
            self.policy = self.policy.model_copy(update={"enablement": enablement})

    def _follow(self, policy: Policy) -> None:
        """Let ``policy`` hold, and remember what of it does not."""
        self.policy, self.unheeded = policy, {}
        self.heed(in_force(policy, self.former, self.bent))
