"""The timing of keys: what is a scanner and what is a person."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.devices.scanner.capture import (
    Burst,
    BurstFault,
    Capture,
    Fate,
    Held,
    Outcome,
    Stroke,
    StrokeKind,
)

CODE = "H31.20.11-261123-0034"
START = 5_000


def character(text: str, at_ms: int) -> Stroke:
    return Stroke(StrokeKind.CHARACTER, text, at_ms)


def end(at_ms: int) -> Stroke:
    return Stroke(StrokeKind.END, "", at_ms)


def erase(at_ms: int) -> Stroke:
    return Stroke(StrokeKind.ERASE, "", at_ms)


def committed(text: str) -> Stroke:
    return Stroke(StrokeKind.COMMITTED, text)


def evenly(text: str, gap: int, start: int = START) -> list[Stroke]:
    return [character(sign, start + place * gap) for place, sign in enumerate(text)]


@dataclass
class Desk:
    """Plays strokes and keeps what reached the window and what was read."""

    capture: Capture = field(default_factory=Capture)
    window: str = ""
    held: str = ""
    bursts: list[Burst] = field(default_factory=list)

    def play(self, strokes: list[Stroke]) -> "Desk":
        for stroke in strokes:
            outcome = self.capture.feed(stroke)
            self.settle(outcome)
            shown = stroke.text or {StrokeKind.END: "⏎", StrokeKind.ERASE: "⌫"}.get(stroke.kind, "·")
            if outcome.fate is Fate.HOLD:
                self.held += shown
            elif outcome.fate is Fate.PASS:
                self.window += shown
        return self

    def settle(self, outcome: Outcome) -> "Desk":
        if outcome.held is Held.RELEASE:
            self.window += self.held
        if outcome.held is not Held.KEEP:
            self.held = ""
        if outcome.burst:
            self.bursts.append(outcome.burst)
        return self

    def wait(self) -> "Desk":
        return self.settle(self.capture.expire())


@pytest.mark.parametrize("gap", [0, 1, 5, 20, 50])
def test_keys_at_scanner_speed_are_one_scan_and_reach_no_window(gap: int) -> None:
    desk = Desk().play([*evenly(CODE, gap), end(START + len(CODE) * gap)])
    assert (desk.window, desk.bursts) == ("", [Burst(CODE)])


@pytest.mark.parametrize("gap", [80, 101, 120, 250, 2000])
def test_keys_at_a_persons_speed_all_reach_the_window(gap: int) -> None:
    desk = Desk().play([*evenly(CODE, gap), end(START + len(CODE) * gap)])
    assert (desk.window, desk.bursts) == (CODE + "⏎", [])


@pytest.mark.parametrize("place", range(1, len(CODE)))
def test_one_gap_of_a_tenth_of_a_second_is_forgiven_anywhere(place: int) -> None:
    strokes = evenly(CODE[:place], 10) + evenly(CODE[place:], 10, START + (place - 1) * 10 + 100)
    desk = Desk().play([*strokes, end(strokes[-1].at_ms + 5)])
    assert (desk.window, desk.bursts) == ("", [Burst(CODE)])


def test_a_second_long_gap_breaks_the_burst_and_none_of_it_is_read_as_a_shorter_code() -> None:
    times = [place * 10 + (90 if place > 5 else 0) + (90 if place > 18 else 0) for place in range(len(CODE))]
    strokes = [character(sign, START + at) for sign, at in zip(CODE, times, strict=True)]
    desk = Desk().play([*strokes, end(strokes[-1].at_ms + 10)])
    assert desk.window == ""
    assert [burst.fault for burst in desk.bursts] == [BurstFault.BROKEN]


def test_a_code_that_pauses_before_its_last_digit_is_never_the_code_without_it() -> None:
    strokes = [*evenly(CODE, 10), character("5", START + 10 * len(CODE) + 105)]
    desk = Desk().play(strokes)
    assert [burst.fault for burst in desk.bursts] == [BurstFault.BROKEN]


def test_silence_ends_a_scan_without_a_suffix() -> None:
    desk = Desk().play(evenly(CODE, 10))
    assert desk.capture.wait_ms == 120
    assert desk.wait().bursts == [Burst(CODE)]
    assert desk.window == ""


def test_seven_characters_are_typing_and_eight_are_a_scan() -> None:
    assert Desk().play([*evenly("H31.20.", 5), end(START + 35)]).window == "H31.20.⏎"
    assert Desk().play([*evenly("H31.20.1", 5), end(START + 40)]).bursts == [Burst("H31.20.1")]


def test_a_short_burst_is_given_back_when_nothing_follows() -> None:
    desk = Desk().play(evenly("an", 30))
    assert (desk.window, desk.capture.wait_ms) == ("", 100)
    assert desk.wait().window == "an"


def test_512_characters_are_read_and_more_are_dropped_until_it_is_quiet() -> None:
    assert Desk().play([*evenly("8" * 512, 1), end(START + 512)]).bursts == [Burst("8" * 512)]
    desk = Desk().play(evenly("8" * 20_000, 1))
    assert [burst.fault for burst in desk.bursts] == [BurstFault.TOO_LONG]
    assert desk.window == ""
    assert desk.play([character("a", START + 30_000)]).wait().window == "a"


def test_the_line_feed_after_the_carriage_return_is_swallowed() -> None:
    at = START + 10 * len(CODE)
    desk = Desk().play([*evenly(CODE, 10), end(at), end(at + 5)])
    assert (desk.window, len(desk.bursts)) == ("", 1)


def test_later_lines_of_one_symbol_do_not_reach_a_button() -> None:
    first, later = "BEGIN:VCARD", "N:An"
    strokes = [*evenly(first, 5), end(START + 55), *evenly(later, 5, START + 60), end(START + 80)]
    desk = Desk().play(strokes)
    assert (desk.window, desk.bursts) == ("", [Burst(first)])


def test_a_persons_enter_a_moment_after_a_scan_is_a_persons() -> None:
    at = START + 10 * len(CODE)
    assert Desk().play([*evenly(CODE, 10), end(at), end(at + 101)]).window == "⏎"


@pytest.mark.parametrize(("pause", "count"), [(500, 1), (1400, 1), (1600, 2)])
def test_the_same_slip_again_within_a_second_and_a_half_counts_once(pause: int, count: int) -> None:
    once = [*evenly(CODE, 10), end(START + 210)]
    again = [*evenly(CODE, 10, START + pause), end(START + pause + 210)]
    desk = Desk().play(once + again)
    assert (len(desk.bursts), desk.window) == (count, "")


def test_another_slip_at_once_is_another_scan() -> None:
    once = [*evenly(CODE, 10), end(START + 210)]
    other = [*evenly("H31.20.11-261123-0035", 10, START + 500), end(START + 710)]
    assert len(Desk().play(once + other).bursts) == 2


def test_a_key_held_down_is_a_person() -> None:
    strokes = [Stroke(StrokeKind.CHARACTER, "a", START + 30 * place, repeats=place > 0) for place in range(40)]
    desk = Desk().play([*strokes, end(START + 1230)])
    assert (desk.window, desk.bursts) == ("a" * 40 + "⏎", [])


def test_keys_without_a_time_of_their_own_are_never_a_scan() -> None:
    strokes = [Stroke(StrokeKind.CHARACTER, sign) for sign in CODE]
    desk = Desk().play([*strokes, Stroke(StrokeKind.END)])
    assert (desk.window, desk.bursts) == (CODE + "⏎", [])


def test_nothing_is_captured_in_a_password_field() -> None:
    strokes = [Stroke(StrokeKind.CHARACTER, sign, START + place, off=True) for place, sign in enumerate(CODE)]
    desk = Desk().play(strokes)
    assert (desk.window, desk.held) == (CODE, "")


def test_a_clock_that_jumps_back_starts_anew() -> None:
    desk = Desk().play([*evenly("abc", 10, 4_294_967_280), *evenly(CODE, 10, 3), end(3 + 210)])
    assert (desk.window, desk.bursts) == ("abc", [Burst(CODE)])


def test_unikey_rewriting_a_word_is_typing() -> None:
    strokes = [character("e", START), erase(START + 90), character("ê", START + 90), character("n", START + 180)]
    assert Desk().play(strokes).wait().window == "e⌫ên"


def test_a_shorthand_that_unikey_writes_out_at_machine_speed_is_typing() -> None:
    typed = [character(sign, START + 100 * place) for place, sign in enumerate("ubnd")]
    rubbed = [erase(START + 400)] * 4
    written = [character(sign, START + 401) for sign in "Ủy ban nhân dân"]
    desk = Desk().play([*typed, *rubbed, *written, end(START + 520)])
    assert (desk.window, desk.bursts) == ("ubnd⌫⌫⌫⌫Ủy ban nhân dân⏎", [])


def test_unikey_rewriting_a_card_in_mid_scan_is_read_as_rewritten() -> None:
    card = evenly("034200012345||Nguye", 5)
    at = card[-1].at_ms
    rest = [erase(at + 5), character("ê", at + 5), *evenly("n|15082000", 5, at + 10)]
    desk = Desk().play([*card, *rest, end(at + 70)])
    assert desk.bursts == [Burst("034200012345||Nguyên|15082000", rewritten=True)]


def test_a_first_letter_from_an_input_method_belongs_to_the_digits_behind_it() -> None:
    desk = Desk().play([committed("H"), *evenly(CODE[1:], 10), end(START + 200)])
    assert desk.bursts == [Burst(CODE, rewritten=True)]


def test_letters_committed_inside_a_card_give_the_keys_around_them_time() -> None:
    strokes = [*evenly("034200012345||", 5), committed("Nguyen"), *evenly("|15082000", 5, START + 200)]
    desk = Desk().play([*strokes, end(START + 250)])
    assert desk.bursts == [Burst("034200012345||Nguyen|15082000", rewritten=True)]


def test_text_from_an_input_method_alone_is_never_a_scan() -> None:
    desk = Desk().play([committed(CODE), end(START)])
    assert (desk.window, desk.bursts) == (CODE + "⏎", [])


def test_keys_without_a_time_do_not_make_the_few_with_one_a_scan() -> None:
    desk = Desk().play([committed("Nguyen Van Mau"), character(" ", START), end(START + 10)])
    assert (desk.window, desk.bursts) == ("Nguyen Van Mau ⏎", [])


def test_an_input_method_is_heard_again_after_a_scan() -> None:
    desk = Desk().play([*evenly(CODE, 10), end(START + 210)])
    assert desk.capture.wait_ms is not None
    assert desk.wait().play([committed("Hoa")]).window == "Hoa"


def test_escape_and_control_keys_inside_a_scan_are_dropped() -> None:
    mute = Stroke(StrokeKind.MUTE, "", START + 101)
    desk = Desk().play([*evenly(CODE[:10], 10), mute, *evenly(CODE[10:], 10, START + 110), end(START + 230)])
    assert (desk.window, desk.bursts) == ("", [Burst(CODE)])


def test_a_persons_shortcut_right_after_a_letter_is_not_dropped() -> None:
    desk = Desk().play([character("a", START), Stroke(StrokeKind.MUTE, "", START + 60)])
    assert desk.window == "a·"


def test_a_click_gives_typing_back_and_leaves_a_running_scan_alone() -> None:
    typing = Desk().play(evenly("ab", 40))
    assert typing.settle(typing.capture.interrupt()).window == "ab"
    scan = Desk().play(evenly(CODE, 10))
    scan.settle(scan.capture.interrupt())
    assert scan.play([end(START + 210)]).bursts == [Burst(CODE)]


def test_locking_ends_a_running_scan_and_gives_typing_back() -> None:
    typing, scan = Desk().play(evenly("ab", 40)), Desk().play(evenly(CODE, 10))
    assert typing.settle(typing.capture.abandon()).window == "ab"
    assert (scan.settle(scan.capture.abandon()).window, scan.bursts) == ("", [])
    assert scan.capture.wait_ms is None


keys = st.sampled_from([*"aH0. -|đ", "⏎", "⌫", "·"])
kinds = {"⏎": StrokeKind.END, "⌫": StrokeKind.ERASE, "·": StrokeKind.OTHER}


@given(st.lists(st.tuples(keys, st.integers(80, 250)), max_size=60))
def test_whatever_a_person_types_arrives_whole_and_in_order(typed: list[tuple[str, int]]) -> None:
    at, strokes = START, []
    for key, gap in typed:
        at += gap
        kind = kinds.get(key, StrokeKind.CHARACTER)
        strokes.append(Stroke(kind, key if kind is StrokeKind.CHARACTER else "", at))
    assert Desk().play(strokes).wait().window == "".join(key for key, _ in typed)


@given(st.lists(st.tuples(keys, st.integers(0, 400)), max_size=80))
def test_no_key_is_lost_twice_or_kept_for_ever(typed: list[tuple[str, int]]) -> None:
    """At any speed: what is not part of a burst arrives, and quiet ends everything."""
    at, strokes = START, []
    for key, gap in typed:
        at += gap
        kind = kinds.get(key, StrokeKind.CHARACTER)
        strokes.append(Stroke(kind, key if kind is StrokeKind.CHARACTER else "", at))
    desk = Desk().play(strokes).wait()
    assert desk.held == ""
    assert desk.capture.wait_ms is None
    assert len(desk.window) <= len(typed)
    if not desk.bursts:
        assert len(desk.window) == len(typed)
