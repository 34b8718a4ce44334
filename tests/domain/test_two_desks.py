"""Two desks on one dossier, offline: in whatever order their events arrive, both come to the same state."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.dossier import DossierState, fold
from onestop_desk.domain.office import ClerkWord, Entry
from tests.domain.test_dossier import AT, EVENTS, RECEIVED

steps = st.lists(st.sampled_from(EVENTS[1:]), max_size=8)


def entry(stream: str, seq: int, event: object) -> Entry:
    return Entry(f"{stream}-{seq}", "dossier/x", event, ClerkWord(stream, stream), AT, stream, seq)


@st.composite
def feeds(draw: st.DrawFn) -> list[Entry]:
    """Draw a feed in which each desk's events stand in their order, somehow between the other's."""
    one = [entry("aa", n, event) for n, event in enumerate((RECEIVED, *draw(steps)), 1)]
    other = [entry("bb", n, event) for n, event in enumerate(draw(steps), 1)]
    feed, rest = [one[0]], [one[1:], other]
    while any(rest):
        source = draw(st.sampled_from([each for each in rest if each]))
        feed.append(source.pop(0))
    return feed


def in_feed_order(arrived: list[tuple[int, Entry]]) -> DossierState:
    return fold(each for _, each in sorted(arrived, key=lambda one: one[0]))


@given(feeds(), st.data())
def test_both_desks_fold_to_one_state_however_the_feed_arrives(feed: list[Entry], data: st.DataObject) -> None:
    positions = list(enumerate(feed))
    arrived_here = data.draw(st.permutations(positions))
    arrived_there = data.draw(st.permutations([*positions, *positions[: len(positions) // 2]]))
    assert in_feed_order(arrived_here) == in_feed_order(arrived_there)


@given(feeds())
def test_no_event_is_lost_each_is_used_or_set_aside_for_a_person(feed: list[Entry]) -> None:
    state, aside = fold(feed), {doubt.uid for doubt in fold(feed).set_aside}
    used = [each for each in feed if each.uid not in aside]
    assert {each.uid for each in used} | aside == {each.uid for each in feed}
    lawful = fold(used)
    assert lawful.set_aside == ()
    assert lawful == replace(state, set_aside=())
