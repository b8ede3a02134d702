"""Scoring of banned passwords."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.banned import ENOUGH, Finding, almost, finding, normalized, score

CONTOSO = ("contoso",)


def _judge(password: str, *names: str, custom: tuple[str, ...] = CONTOSO) -> Finding | None:
    return finding(password, custom=custom, names=names, bent=STRAIGHT)


@pytest.mark.parametrize(
    ("password", "points"), [("C0ntos0Blank12", 4), ("ContoS0Bl@nkf9!", 5), ("poll23fb", 8)]
)
def test_documented_examples_have_their_points(password: str, points: int) -> None:
    """The worked examples score exactly as documented."""
    assert score(password, [*CONTOSO, "blank"]) == points


def test_documented_examples_are_judged_as_documented() -> None:
    """Four points are refused and five are not, also in an organisation called Contoso."""
    assert _judge("C0ntos0Blank12", "Contoso") is Finding.BLOCKED_WORD
    assert _judge("ContoS0Bl@nkf9!", "Contoso") is None


@pytest.mark.parametrize("password", ["abcdeg", "abcdefg", "abcde", "ABCDEF"])
def test_one_edit_from_a_banned_password_is_banned(password: str) -> None:
    """A password one edit away from a banned one is refused."""
    assert _judge(password) is Finding.SEEN_TOO_OFTEN


def test_own_name_is_refused_from_four_letters_on() -> None:
    """A first name of four letters may not stand in the password, one of three may."""
    assert _judge("p0LL23fb", "Poll") is Finding.GUESSABLE
    assert _judge("p0L23fbxy", "Pol") is None


def test_the_tenants_name_is_refused_where_it_is_no_term_of_its_own() -> None:
    """The organisation's name may not stand in a password, whatever else does."""
    assert _judge("xC0ntos0-9fQz", "Contoso", custom=()) is Finding.GUESSABLE


@given(st.text(max_size=30), st.sets(st.text(min_size=1, max_size=6), max_size=5))
def test_points_never_exceed_the_length(password: str, terms: set[str]) -> None:
    """A banned term can only take points away."""
    assert score(password, terms) <= len(normalized(password))
    assert score(password, terms) <= score(password, [])


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_almost_is_edit_distance_of_one(one: str, other: str) -> None:
    """The comparison agrees with the definition of an edit distance of at most one."""
    assert almost(one, other) == (_distance(one, other) <= 1)


def _distance(one: str, other: str) -> int:
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return _distance(one[1:], other[1:])
    rest = (one[1:], other), (one, other[1:]), (one[1:], other[1:])
    return 1 + min(_distance(*pair) for pair in rest)


@given(st.text(min_size=1, max_size=20))
def test_accepted_passwords_have_enough_points(password: str) -> None:
    """Nothing with fewer than five points is accepted."""
    assume(_judge(password) is None)
    assert score(password, CONTOSO) >= ENOUGH


def test_a_lax_score_accepts_four_points() -> None:
    """The deviation lowers the bar by one point and by no more."""
    bent = Bent.of("banned-score-lax")
    assert finding("C0ntos0Blank12", custom=CONTOSO, names=(), bent=bent) is None
    assert finding("C0ntos0Blank1", custom=CONTOSO, names=(), bent=bent) is not None


def test_an_ignored_list_still_knows_names() -> None:
    """Leaving out the list leaves the check for names in place."""
    bent = Bent.of("banned-list-ignored")
    assert finding("Password1", custom=(), names=("Poll",), bent=bent) is None
    assert finding("p0LL23fb", custom=(), names=("Poll",), bent=bent) is Finding.GUESSABLE


def test_own_name_may_be_let_through() -> None:
    """The deviation accepts what only the name would refuse."""
    bent = Bent.of("own-name-accepted")
    assert finding("p0LL23fb", custom=(), names=("Poll",), bent=bent) is None


def test_own_words_count_however_they_are_written() -> None:
    """A term in capitals is found in small letters too, unless the rule is bent."""
    bent = Bent.of("capitals-of-own-list-ignored")
    for rules, found in ((STRAIGHT, Finding.BLOCKED_WORD), (bent, None)):
        custom = ("HARBOR", "LANTERN")
        assert finding("Harbor4Lantern", custom=custom, names=(), bent=rules) is found


def test_blindness_for_signs_leaves_neighbours_refused() -> None:
    """Who does not see through signs in own words still sees what is one letter beside them."""
    bent = Bent.of("own-list-not-seen-through")
    own = ("harbor7light",)
    assert finding("Harbor7lizht", custom=own, names=(), bent=bent) is Finding.BLOCKED_WORD
    assert finding("H@rb0r7light", custom=own, names=(), bent=bent) is None
