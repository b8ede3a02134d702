"""*Verification step N*: the contact methods and what each asks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pages.element import Confidence, Element, any_case
from pages.page import Page
from pages.proof import Proof

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pages.sight import Sight

ROWS = Element(Confidence.WIRE, css="#MultigateAuthenticationControl_RadioTable tr")
RADIOS = Element(Confidence.WIRE, css=f"{ROWS.css} input[type=radio]")
CODE = Element(Confidence.SHOT, placeholder="Enter your verification code")
PHONE = Element(Confidence.SHOT, placeholder="Enter your phone number")
ANSWERS = Element(Confidence.DOC, css="input[type=text], input[type=password], input:not([type])")
NUMBER = Element(Confidence.LAB, text=re.compile(r"^\s*\d{1,2}\s*$"))
ERROR = Element(Confidence.INFERRED, css="[role=alert]")
TRY_AGAIN = Element(Confidence.DOC, role="link", name="Try again")
CANCEL = Element(Confidence.SHOT, role="link", name="Cancel")
CONTACT = Element(Confidence.DOC, role="link", name=any_case("contact your administrator"))
READ_ROW = """(row) => [
  row.querySelector("[type=radio]")?.id ?? "", row.querySelector("label")?.innerText ?? "",
]"""
READ_LABEL = "(box) => box.labels?.[0]?.innerText.trim() ?? ''"
STEP_DONE = re.compile("[\N{CHECK MARK}\N{HEAVY CHECK MARK}]")

# The picker has separate rows for text and call whose ids nobody has seen: their labels decide.
PROOF_BY_ID = {
    "AltEmailRadio": Proof.EMAIL,
    "AppCodeRadio": Proof.APP_CODE,
    "MobileAppNotificationRadio": Proof.APP_NOTIFICATION,
    "SecurityQuestionsRadio": Proof.QUESTIONS,
    "OfficePhoneRadio": Proof.OFFICE_CALL,
}
# Before the page has turned to them, another proof's boxes would be taken for theirs.
LOOK_ALIKE = frozenset({Proof.QUESTIONS, Proof.TEXT, Proof.CALL, Proof.OFFICE_CALL})
SEND = {
    Proof.EMAIL: "Email",
    Proof.TEXT: "Text",
    Proof.CALL: "Call",
    Proof.OFFICE_CALL: "Call",
    Proof.APP_NOTIFICATION: "Send Notification",
}


def _button(name: str) -> Element:
    """A push button of the panel; the portal makes some of them links."""
    exact = re.compile(rf"^\s*{re.escape(name)}\s*$")
    link = Element(Confidence.INFERRED, role="link", name=exact)
    return Element(Confidence.SHOT, role="button", name=exact, otherwise=link)


class VerificationStep(Page):
    """Asks for one proof of who the user is."""

    name = "Verification step"
    masks = (CODE, PHONE, ANSWERS)

    @classmethod
    def stands(cls, sight: Sight) -> bool:
        """Whether the view calls itself so and still asks for a proof."""
        return sight.view == "ViewMultigateUserControl" and not sight.password_boxes

    @property
    def steps_passed(self) -> int:
        """How many steps the breadcrumb shows as done."""
        return len(STEP_DONE.findall(self.window.sight.text))

    @property
    def text(self) -> str:
        """What the page shows."""
        return self.window.sight.text

    @property
    def offered(self) -> tuple[Proof, ...]:
        """The proofs that can be chosen."""
        return tuple(proof for proof, _ in self.named)

    @property
    def named(self) -> tuple[tuple[Proof, str], ...]:
        """The same, each with its label; rows of unregistered methods are hidden."""
        rows = self.window.each(ROWS, READ_ROW)
        return tuple((_proof_of(radio, label), " ".join(label.split())) for radio, label in rows)

    def choose(self, proof: Proof) -> None:
        """Take ``proof`` for this step."""
        if proof in LOOK_ALIKE:
            self.turn_to(proof)
        else:
            self.window.check(self._radio(proof))

    def turn_to(self, proof: Proof) -> None:
        """Take ``proof`` for this step, and wait until the page asks for it."""
        self.window.turn_to(self._radio(proof))

    def _radio(self, proof: Proof) -> Element:
        return replace(RADIOS, place=self.offered.index(proof))

    @property
    def sends_by(self) -> tuple[str, ...]:
        """What the buttons are called that have something sent, or somebody called."""
        names = dict.fromkeys(SEND.values())
        return tuple(name for name in names if self.window.shows(_button(name)))

    def type_phone(self, number: str) -> None:
        """Give the whole phone number, as the page asks before it texts or calls (C12)."""
        self.window.fill(PHONE, number)

    def send(self, proof: Proof) -> None:
        """Have the code, the call or the notification sent."""
        self.window.press(_button(SEND[proof]))

    @property
    def awaits_code(self) -> bool:
        """Whether a code can be typed, be it sent now or before."""
        return self.window.shows(CODE)

    def enter(self, code: SecretStr) -> None:
        """Give the code."""
        self.window.fill_secret(CODE, code)
        self.window.press(_button("Next"))

    @property
    def questions(self) -> tuple[str, ...]:
        """The security questions that are asked, in their order."""
        return tuple(self.window.each(ANSWERS, READ_LABEL))

    def answer(self, answers: tuple[SecretStr, ...]) -> None:
        """Answer the questions in their order."""
        for place, secret in enumerate(answers):
            self.window.fill_secret(replace(ANSWERS, place=place), secret)
        self.window.press(_button("Next"))

    @property
    def number(self) -> str:
        """The number to type on the phone, or an empty string (C15)."""
        return self.window.text_of(NUMBER)

    @property
    def error(self) -> str:
        """Why the proof was refused, or an empty string."""
        return self.window.text_of(ERROR)

    @property
    def offers_help(self) -> bool:
        """Whether both ways on are offered to somebody whose code does not come (C19)."""
        return self.window.shows(TRY_AGAIN) and self.window.shows(CONTACT)

    def try_again(self) -> None:
        """Go back to where a code can be sent."""
        self.window.press(TRY_AGAIN)

    def cancel(self) -> None:
        """Leave the reset."""
        self.window.press(CANCEL)

    def contact_administrator(self) -> None:
        """Follow *Contact your administrator*."""
        self.window.press(CONTACT)

    @property
    def contact_link(self) -> str:
        """Where *Contact your administrator* leads, or an empty string where it is not shown."""
        return self.window.link_of(CONTACT)


def _proof_of(radio: str, label: str) -> Proof:
    return PROOF_BY_ID.get(radio.rpartition("_")[2]) or Proof(" ".join(label.split()))
