"""What a reset offers to prove who one is, and how much it shows of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_bdd import parsers, then, when

from pages.journeys.reset_story import Ending
from pages.journeys.trying import Trying
from pages.journeys.wish import Wish
from pages.proof import BY_NUMBER
from pages.reset.verification import SEND
from steps.cast.arranging import proof_called
from steps.cast.serving import APP, BY_GRAPH, listed
from steps.expect import expect
from steps.weighing.presumed import enabled, let_in

if TYPE_CHECKING:
    from pages.journeys.reset_story import ResetStory
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage

LAST_DIGITS = 2  # as the page shows them


@then("the data of the directory serves")
def _directory_data(reset: ResetStory) -> None:
    enabled(reset)
    expect(
        reset.ending is Ending.ADMITTED and reset.offered,
        "The user is asked to verify by what the directory holds.",
        str(reset),
        "methods.allowed",
    )


@then("only methods that are allowed and registered are offered")
def _only_allowed(stage: Stage, reset: ResetStory) -> None:
    offered = {proof.method for step in reset.offered for proof in step}
    usable = set(stage.policy.methods.allowed) & {*BY_GRAPH}
    let_in(reset)
    expect(offered, "The user is asked to verify.", str(reset))
    expect(
        offered <= usable,
        f"Nothing but {listed(usable)} is offered.",
        f"Offered are {listed(offered)}.",
        "methods.allowed",
    )


@then("no step offers what the user has not registered")
def _only_registered(user: Actor, reset: ResetStory) -> None:
    let_in(reset)
    offered = {proof.method for step in reset.offered for proof in step}
    registered = user.given | ({*APP} if user.given & {*APP} else set())
    expect(
        offered <= registered,
        f"Nothing but {listed(registered)} is offered.",
        f"Offered are {listed(offered)}.",
        "methods.allowed",
    )


@then(parsers.parse("the reset offers {proof}"))
def _offers(reset: ResetStory, proof: str) -> None:
    let_in(reset)
    wanted = proof_called(proof)
    expect(wanted in reset.first_offer, f"Offered is: {wanted}.", str(reset), "methods.allowed")


@then(parsers.parse("the reset does not offer {proof}"))
def _does_not_offer(reset: ResetStory, proof: str) -> None:
    enabled(reset)
    wanted = proof_called(proof)
    expect(
        wanted not in reset.first_offer,
        f"Not offered is: {wanted}.",
        f"It is. {reset}",
        "methods.allowed",
    )


@then("a text or a call is offered")
def _telephone(reset: ResetStory) -> None:
    let_in(reset)
    expect(
        BY_NUMBER & set(reset.first_offer),
        "A text or a call is offered.",
        f"{reset} Offered are: {', '.join(sorted(reset.first_offer))}.",
        "methods.allowed",
    )


@then("neither a text nor a call is offered")
def _no_telephone(reset: ResetStory) -> None:
    enabled(reset)
    offered = BY_NUMBER & set(reset.first_offer)
    expect(
        not offered,
        "No text and no call is offered.",
        f"Offered are: {', '.join(sorted(offered))}.",
        "methods.allowed",
    )


@then("each method that is offered bears its documented name")
def _named(reset: ResetStory) -> None:
    let_in(reset)
    expect(reset.named, "The user is asked to verify.", str(reset))
    other = [f"{proof} is called {name}" for proof, name in reset.named if name != proof.value]
    expect(
        not other,
        "Each method that is offered bears its documented name.",
        f"{'; '.join(other)}.",
    )


@when("the user looks what each method would send", target_fixture="trying")
def _look_at_each(stage: Stage, user: Actor) -> Trying:
    trying = Trying(stage.page(), user, Wish(), stage.evidence.screenshot)
    trying.run()
    return trying


@then("each method would send what its name says")
def _sends(trying: Trying) -> None:
    let_in(trying.story)
    other = {proof: has for proof, has in trying.buttons.items() if has != (SEND[proof],)}
    told = [f"{proof} leads to {' and '.join(has) or 'nothing'}" for proof, has in other.items()]
    expect(
        not other,
        "Each method leads to the button that its name says.",
        f"{'; '.join(told)}.",
    )


@then("addresses and phone numbers are masked")
def _masked(user: Actor, reset: ResetStory) -> None:
    let_in(reset)
    expect(reset.shown, "The user is asked to verify.", str(reset))
    shown = " ".join(reset.shown)
    name = user.alternate_email.partition("@")[0]
    for part in (name[: len(name) // 2 + 1], name[len(name) // 4 :]):
        expect(
            part.casefold() not in shown.casefold(),
            "The name in the address stands masked.",
            f"The page shows {part} of {name}.",
        )
    numbers = re.findall(r"[\d*]*\*\s*\d*", shown)
    in_clear = max((len(re.findall(r"\d", each)) for each in numbers), default=0)
    expect(
        in_clear <= LAST_DIGITS,
        f"No more than the last {LAST_DIGITS} digits of a number stand in clear.",
        f"The page shows {in_clear}.",
    )
    digits = re.sub(r"[\s().-]", "", shown)
    for phone in (user.mobile_phone, user.person.office_phone):
        number = re.sub(r"\D", "", phone.partition(" ")[2])
        expect(number not in digits, "The number stands masked.", f"The page shows {phone}.")
