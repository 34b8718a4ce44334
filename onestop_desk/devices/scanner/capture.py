"""Tell a scanner's burst of keys from a person's typing by the keys' own times: no clock, no Qt.

A scanner that acts as a keyboard is a fast, even typist. `Capture` is fed one stroke after the other and says what
is to become of it. Time is always the time at which the key was pressed, never the time at which it arrived: a
window that froze for two seconds delivers a person's keys all at once.
"""

from dataclasses import dataclass
from enum import Enum, auto

GAP_MS = 50
LONG_GAP_MS = 100  # once in a burst: a wireless scanner that hiccups
SILENCE_MS = 120
SHORTEST = 8
LONGEST = 512
ECHO_MS = 1500
RUNNING = 4  # so many characters at scanner speed are no longer a person's


class StrokeKind(Enum):
    """What a key can mean inside a burst."""

    CHARACTER = auto()
    COMMITTED = auto()  # text from an input method: it carries no time of its own
    END = auto()
    ERASE = auto()
    MUTE = auto()  # a shortcut, an Alt code in the making: no character by itself
    OTHER = auto()


class Fate(Enum):
    """What becomes of the stroke just fed."""

    PASS = auto()
    HOLD = auto()
    DROP = auto()


class Held(Enum):
    """What becomes of the strokes held before it."""

    KEEP = auto()
    RELEASE = auto()  # a person typed them: deliver them now, in order
    DISCARD = auto()  # they belong to a burst


class BurstFault(Enum):
    """Why a burst was not even read."""

    TOO_LONG = auto()
    BROKEN = auto()


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press; `at_ms` is the event's own time, None where it has none."""

    kind: StrokeKind
    text: str = ""
    at_ms: int | None = None
    repeats: bool = False
    off: bool = False  # a password field has the focus, or the desk is locked


@dataclass(frozen=True, slots=True)
class Burst:
    """A finished burst; `rewritten` says that an input method had its hand in it."""

    text: str
    rewritten: bool = False
    fault: BurstFault | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to one stroke, or to a time-out."""

    fate: Fate = Fate.PASS
    held: Held = Held.KEEP
    burst: Burst | None = None


class _State(Enum):
    IDLE = auto()
    READING = auto()
    DRAINING = auto()  # a burst is over; what still comes at its speed belongs to it


class Capture:
    """The state between two strokes; `wait_ms` says when to call `expire` if none comes."""

    def __init__(self) -> None:
        """Begin with nothing held."""
        self._state = _State.IDLE
        self._characters: list[str] = []
        self._timed = 0
        self._last_ms: int | None = None
        self._untimed_since = 0
        self._long_gap_spent = False
        self._rewritten = False
        self._erased_ms: int | None = None
        self._echo = Echo()

    @property
    def wait_ms(self) -> int | None:
        """Return after how many milliseconds of quiet `expire` must be called; None: not at all."""
        if self._state is _State.IDLE:
            return None
        if self._timed >= SHORTEST:
            return SILENCE_MS
        return GAP_MS if self._long_gap_spent else LONG_GAP_MS

    @property
    def text(self) -> str:
        """The characters taken so far."""
        return "".join(self._characters)

    @property
    def is_running(self) -> bool:
        """Whether what is held came too fast for a person's hand."""
        return self._timed >= RUNNING

    def feed(self, stroke: Stroke) -> Outcome:
        """Take the next stroke and say what becomes of it and of those held."""
        untimed = stroke.at_ms is None and stroke.kind is not StrokeKind.COMMITTED
        if stroke.off or stroke.repeats or untimed:
            return self._give_up()
        if self._state is _State.DRAINING and not self._drains(stroke):
            self._forget()
        if self._state is _State.DRAINING:
            self._last_ms = stroke.at_ms if stroke.at_ms is not None else self._last_ms
            return Outcome(Fate.DROP)
        if self._state is _State.IDLE:
            return self._begin(stroke, Held.KEEP)
        return self._continue(stroke)

    def claims(self, stroke: Stroke) -> bool:
        """Say whether `feed` would keep this stroke from the window, without taking it."""
        if stroke.off or stroke.repeats or stroke.at_ms is None:
            return False
        if self._state is _State.DRAINING:
            return self._drains(stroke)
        if self._state is _State.IDLE:
            return stroke.kind is StrokeKind.CHARACTER and not stroke.text.isspace()
        if not self._fits(self._gap(stroke.at_ms)):
            return False
        return {
            StrokeKind.CHARACTER: True,
            StrokeKind.ERASE: True,
            StrokeKind.END: self._timed >= SHORTEST,
            StrokeKind.MUTE: self._timed >= RUNNING,
        }.get(stroke.kind, False)

    def expire(self) -> Outcome:
        """Judge what is held, because nothing came for `wait_ms`."""
        if self._timed >= SHORTEST:
            return self._complete(Fate.PASS, _State.IDLE)
        return self._give_up()

    def interrupt(self) -> Outcome:
        """Give a person's keys back before a click or a change of focus; a running burst goes on."""
        return Outcome() if self.is_running else self._give_up()

    def abandon(self) -> Outcome:
        """End everything, because the desk is being locked: typing goes where it was going, a burst nowhere."""
        held = Held.DISCARD if self.is_running else self._give_up().held
        self._forget()
        return Outcome(held=held)

    def _begin(self, stroke: Stroke, held: Held, burst: Burst | None = None) -> Outcome:
        self._forget(keep_erased=True)
        if stroke.kind is StrokeKind.ERASE:
            self._erased_ms = stroke.at_ms
        if stroke.kind is StrokeKind.COMMITTED:
            self._take(stroke)
            return Outcome(Fate.PASS, held, burst)
        if stroke.kind is not StrokeKind.CHARACTER or stroke.text.isspace() or self._is_rewriting(stroke):
            return Outcome(Fate.PASS, held, burst)
        self._take(stroke)
        return Outcome(Fate.HOLD, held, burst)

    def _is_rewriting(self, stroke: Stroke) -> bool:
        """Recognise Unikey and its kin, which erase and type anew at machine speed: never a scan."""
        if self._erased_ms is None or stroke.at_ms is None or not 0 <= stroke.at_ms - self._erased_ms <= GAP_MS:
            self._erased_ms = None
            return False
        self._erased_ms = stroke.at_ms
        return True

    def _continue(self, stroke: Stroke) -> Outcome:
        if stroke.kind is StrokeKind.COMMITTED:
            fate = Fate.PASS if self._last_ms is None else Fate.HOLD
            return self._grow(stroke, fate)
        if stroke.kind is StrokeKind.OTHER:
            return self._part(stroke)
        gap = self._gap(stroke.at_ms)
        if stroke.kind is StrokeKind.END and self._timed >= SHORTEST and 0 <= gap < SILENCE_MS:
            return self._complete(Fate.DROP, _State.DRAINING, stroke.at_ms)
        if not self._fits(gap):
            return self._break_off(stroke, gap)
        if stroke.kind is StrokeKind.END or (stroke.kind is StrokeKind.MUTE and self._timed < RUNNING):
            return self._part(stroke)
        self._long_gap_spent |= gap > self._allowance()
        if stroke.kind is StrokeKind.ERASE:
            return self._erase(stroke)
        return self._grow(stroke, Fate.HOLD)

    def _grow(self, stroke: Stroke, fate: Fate) -> Outcome:
        self._take(stroke)
        if len(self._characters) <= LONGEST or self._timed < RUNNING:
            return Outcome(fate)
        return self._fail(BurstFault.TOO_LONG)

    def _erase(self, stroke: Stroke) -> Outcome:
        self._rewritten = True
        self._last_ms = stroke.at_ms
        self._characters.pop()
        self._timed = max(0, self._timed - 1)
        if self._characters:
            return Outcome(Fate.HOLD)
        return self._begin(stroke, Held.RELEASE)

    def _break_off(self, stroke: Stroke, gap: int) -> Outcome:
        if self._timed < SHORTEST or gap >= SILENCE_MS or gap < 0:
            return self._part(stroke)
        self._take(stroke)
        return self._fail(BurstFault.BROKEN)

    def _part(self, stroke: Stroke) -> Outcome:
        """End what is held, as a burst or as typing, and look at the stroke by itself."""
        if self._timed < SHORTEST:
            return self._begin(stroke, Held.RELEASE)
        done = self._complete(Fate.PASS, _State.IDLE)
        return self._begin(stroke, done.held, done.burst)

    def _complete(self, fate: Fate, then: _State, at_ms: int | None = None) -> Outcome:
        text, last_ms = self.text, at_ms if at_ms is not None else self._last_ms
        burst = None if self._echo.repeats(text, last_ms or 0) else Burst(text, self._rewritten)
        self._forget()
        self._state, self._last_ms = then, last_ms
        return Outcome(fate, Held.DISCARD, burst)

    def _fail(self, fault: BurstFault) -> Outcome:
        burst, last_ms = Burst(self.text, self._rewritten, fault), self._last_ms
        self._forget()
        self._state, self._last_ms = _State.DRAINING, last_ms
        return Outcome(Fate.DROP, Held.DISCARD, burst)

    def _give_up(self) -> Outcome:
        held = Held.RELEASE if self._state is _State.READING else Held.KEEP
        self._forget()
        return Outcome(Fate.PASS, held)

    def _take(self, stroke: Stroke) -> None:
        self._state = _State.READING
        self._characters.extend(stroke.text)
        if stroke.kind is StrokeKind.COMMITTED:
            self._rewritten = True
            self._untimed_since += len(stroke.text)
            return
        self._timed += len(stroke.text)
        self._untimed_since = 0
        self._last_ms = stroke.at_ms

    def _drains(self, stroke: Stroke) -> bool:
        if stroke.kind is StrokeKind.OTHER:
            return False
        return stroke.at_ms is None or 0 <= self._gap(stroke.at_ms) <= LONG_GAP_MS

    def _gap(self, at_ms: int | None) -> int:
        return 0 if at_ms is None or self._last_ms is None else at_ms - self._last_ms

    def _allowance(self) -> int:
        return GAP_MS * (1 + self._untimed_since)

    def _fits(self, gap: int) -> bool:
        longest = self._allowance() if self._long_gap_spent else max(LONG_GAP_MS, self._allowance())
        return 0 <= gap <= longest

    def _forget(self, keep_erased: bool = False) -> None:
        self._state = _State.IDLE
        self._characters.clear()
        self._timed = self._untimed_since = 0
        self._last_ms = None
        self._long_gap_spent = self._rewritten = False
        if not keep_erased:
            self._erased_ms = None


class Echo:
    """Remember the last scan, so that the same slip under the light twice counts once."""

    def __init__(self) -> None:
        """Begin without a last scan."""
        self._text: str | None = None
        self._at_ms = 0

    def repeats(self, text: str, at_ms: int) -> bool:
        """Say whether `text` was accepted within the last 1.5 s, and remember it if not."""
        if text == self._text and 0 <= at_ms - self._at_ms <= ECHO_MS:
            return True
        self._text, self._at_ms = text, at_ms
        return False
