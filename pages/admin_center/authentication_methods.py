"""*Password reset | Authentication methods*: how many steps, by which methods (B1, B6, B51)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pages.admin_center.blade import Blade
from pages.element import Confidence, Element, any_case
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER = Element(Confidence.SHOT, role="radiogroup", name="Number of methods required to reset")
QUESTIONS_TO_REGISTER = Element(
    Confidence.SHOT, role="radiogroup", name="Number of questions required to register"
)
QUESTIONS_TO_RESET = Element(
    Confidence.SHOT, role="radiogroup", name="Number of questions required to reset"
)
BOXES = {
    Method.APP_NOTIFICATION: "Mobile app notification",
    Method.APP_CODE: "Mobile app code",
    Method.EMAIL: "Email",
    Method.MOBILE_PHONE: "Mobile phone",
    Method.OFFICE_PHONE: "Office phone",
    Method.SECURITY_QUESTIONS: "Security questions",
}
METHODS = {
    method: Element(Confidence.SHOT, role="checkbox", name=name) for method, name in BOXES.items()
}
QUESTIONS = Element(Confidence.SHOT, role="group", name="Select security questions")
# What Microsoft's dialog for them looks like nobody has written down.
OWN_QUESTIONS = Element(Confidence.INFERRED, label=any_case("custom security questions"))
QUESTIONS_BOX = METHODS[Method.SECURITY_QUESTIONS]


class AuthenticationMethods(Blade):
    """The number of methods and, before migration is complete, which."""

    name = "Authentication methods"
    address = "AuthenticationMethods"

    def settings(self) -> dict[str, Any]:
        """
        The number and the methods; how many questions only where questions serve.

        In a migrated tenant the page shows security questions alone (I10); then the methods are
        left out.
        """
        ticked = self.allowed
        shown: dict[str, Any] = {"methods.required_to_reset": self.form.number(NUMBER)}
        if self.shows_methods:
            shown["methods.allowed"] = [method.value for method in ticked]
        if Method.SECURITY_QUESTIONS in ticked:
            shown["methods.questions_to_register"] = self.form.number(QUESTIONS_TO_REGISTER)
            shown["methods.questions_to_reset"] = self.form.number(QUESTIONS_TO_RESET)
        return shown

    @property
    def shows_methods(self) -> bool:
        """Whether other methods than security questions are chosen here."""
        return self.window.shows(METHODS[Method.EMAIL])

    @property
    def allowed(self) -> tuple[Method, ...]:
        """The methods that are ticked."""
        boxes = METHODS if self.shows_methods else {Method.SECURITY_QUESTIONS: QUESTIONS_BOX}
        return tuple(method for method, box in boxes.items() if self.form.ticked(box))

    def allow(self, method: Method, *, on: bool = True) -> None:
        """Tick the box of a method or clear it."""
        self.form.tick(METHODS[method], on=on)

    def require(self, number: int) -> None:
        """Ask for ``number`` methods."""
        self.form.choose(NUMBER, str(number))

    def ask_questions(self, number: int) -> None:
        """Let users answer questions and register ``number`` of them."""
        self.allow(Method.SECURITY_QUESTIONS)
        self.form.choose(QUESTIONS_TO_REGISTER, str(number))
        self.form.choose(QUESTIONS_TO_RESET, "3")

    def define_questions(self, number: int) -> None:
        """Select the first ``number`` of the predefined questions and no other."""
        boxes = QUESTIONS.on(self.window.page).get_by_role("checkbox")
        for place, box in enumerate(boxes.all()):
            box.set_checked(place < number)

    def write_questions(self, own: Sequence[str]) -> None:
        """Define questions of the tenant's own, one a line."""
        self.form.write(OWN_QUESTIONS, "\n".join(own))
