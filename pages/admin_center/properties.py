"""*Password reset | Properties*: who may reset (A1, A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pages.admin_center.blade import Blade
from pages.element import Confidence, Element

if TYPE_CHECKING:
    from collections.abc import Sequence

ENABLED = Element(Confidence.SHOT, role="radiogroup", name="Self service password reset enabled")
GROUP = Element(Confidence.SHOT, label="Select group")


class Properties(Blade):
    """Whom password reset serves."""

    name = "Properties"
    address = "Properties"

    def settings(self) -> dict[str, Any]:
        """Who is enabled, and the group where one is selected."""
        enabled = self.form.option(ENABLED).lower()
        shown: dict[str, Any] = {"enablement.enabled": enabled}
        if enabled == "selected":
            shown["enablement.group"] = ", ".join(self.groups)
        return shown

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are selected."""
        return self.form.chosen(GROUP)

    def enable(self, whom: str) -> None:
        """Choose *None* or *All*."""
        self.form.choose(ENABLED, whom)

    def select_groups(self, names: Sequence[str]) -> None:
        """Choose *Selected* and as many of the groups ``names`` as the page takes."""
        self.form.choose(ENABLED, "Selected")
        GROUP.on(self.window.page).select_option(label=list(names))
