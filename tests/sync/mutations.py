"""Break one guard of sync at a time in a scratch copy, and see the tests of sync fail each time.

    .venv/bin/python tests/sync/mutations.py             every one, some ten seconds each
    .venv/bin/python tests/sync/mutations.py fence fork  those whose name holds a word

Prints a table; ends with 1 when the tests did not notice a guard that was gone.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_COPIED = ("onestop_desk", "tests", "resources", "docs", "pyproject.toml")
_LONGEST_S = 600


@dataclass(frozen=True)
class Mutation:
    """A guard that is taken out: `old` in `file` becomes `new`, and one of `tests` must fail."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...] = ("tests/sync/centre",)


_REVOKED = ("tests/sync/station/test_revoked.py",)


def _sql(name: str, file: str, old: str, new: str, tests: tuple[str, ...] = ("tests/sync/centre",)) -> Mutation:
    return Mutation(name, f"onestop_desk/sync/sql/{file}", old, new, tests)


_PUSH, _STREAM, _OPEN, _CALLER, _FEED, _RIGHTS, _LIMITS = (
    "0004_push.sql",
    "0003_stream.sql",
    "0008_range.sql",
    "0002_caller.sql",
    "0005_feed.sql",
    "0006_rights.sql",
    "0010_limits.sql",
)
_LAST_OPEN = "0009_lives.sql"
_SHUT = "UPDATE sy.stream t SET is_quarantined = true WHERE t.agency = p_agency AND t.stream = p_stream;"
_LINE, _INSTALL, _LOGIN = "onestop_desk/sync/line.py", "onestop_desk/sync/install.py", "onestop_desk/sync/login.py"
_RIGHTS_TESTS = ("tests/sync/centre/test_attacks.py", "tests/sync/centre/test_commands.py")

CENTRE = (
    _sql("no gap check", _PUSH, "p_first > s.head_seq + 1 THEN", "false THEN"),
    _sql("no fork check", _PUSH, "AND e.hash <> p_hashes[e.seq - p_first + 1]", "AND false"),
    _sql("a forked stream stays open", _PUSH, _SHUT, ""),
    _sql("a quarantined stream is let in", _PUSH, "IF s.is_quarantined THEN", "IF false THEN"),
    _sql("no fence", _PUSH, "ELSIF p_fence <> s.fence THEN", "ELSIF false THEN"),
    _sql("previous fence not kept", _PUSH, "prev_fence = s.fence", "prev_fence = NULL"),
    _sql("previous fence opens anything", _PUSH, " AND p_first = s.prev_seq + 1 AND last = s.head_seq THEN", " THEN"),
    _sql("the fence never changes", _PUSH, "prev_seq = p_first - 1, fence = fresh", "prev_seq = p_first - 1"),
    _sql("no hash verification", _PUSH, "ELSIF NOT sy.is_chain(", "ELSIF false AND NOT sy.is_chain("),
    _sql(
        "only the last hash verified",
        _PUSH,
        "WHERE b.seq >= p_from\n",
        "WHERE b.seq = p_first + cardinality(p_hashes) - 1\n",
    ),
    _sql("digest not chained", _PUSH, "running := sha256(running || one);", "running := sha256(one);"),
    _sql("an overlap is appended again", _PUSH, "WHERE u.ord > skipped;", ";"),
    _sql("no limit of events", _PUSH, "cardinality(p_hashes) > 500", "cardinality(p_hashes) > 5000"),
    _sql("no limit of bytes", _PUSH, "> 1000000\n", "> 100000000\n"),
    _sql(
        "arrays of any shape",
        _PUSH,
        "OR array_dims(p_hashes) IS DISTINCT FROM format('[1:%s]', cardinality(p_hashes))",
        "",
    ),
    _sql("NULL among the values", _PUSH, "NOT (u IS NOT NULL)", "u IS NULL"),
    _sql("anyone may push into a stream", _PUSH, "ELSIF s.station <> sy.caller() THEN", "ELSIF false THEN"),
    _sql("push asks for no scope", _PUSH, "WHEN NOT sy.may_push(p_agency)", "WHEN false"),
    _sql(
        "positions without the agency's lock",
        _PUSH,
        "WHERE h.agency = p_agency FOR UPDATE;",
        "WHERE h.agency = p_agency;",
    ),
    _sql("push without the stream's lock", _PUSH, "t.stream = p_stream FOR UPDATE;", "t.stream = p_stream;"),
    _sql(
        "push finds names by the caller's path",
        _PUSH,
        "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp",
        "LANGUAGE plpgsql SECURITY DEFINER",
    ),
    _sql("rejoin without proof", _STREAM, " OR s.head_hash IS DISTINCT FROM p_hash", ""),
    _sql("rejoin at any place", _STREAM, "s.head_seq IS DISTINCT FROM p_seq OR ", ""),
    _sql(
        "rejoin keeps the old fence",
        _STREAM,
        "SET fence = fresh, prev_fence = NULL\n        WHERE",
        "SET prev_fence = NULL\n        WHERE",
    ),
    _sql("anyone may rejoin a stream", _STREAM, "ELSIF s.station <> sy.caller() THEN", "ELSIF false THEN"),
    _sql("anyone may open a stream again", _LAST_OPEN, "IF known.station <> sy.caller() THEN", "IF false THEN"),
    _sql("counter check off", _LAST_OPEN, "ELSIF rival IS NOT NULL THEN", "ELSIF false THEN"),
    _sql("one range for two streams", _LAST_OPEN, " OR (t.extra = p_extra AND t.head_seq > 0)", ""),
    _sql(
        "a counter is asked for without a lock",
        _LAST_OPEN,
        "PERFORM FROM sy.agency_head h WHERE h.agency = p_agency FOR UPDATE;",
        "",
    ),
    _sql(
        "a revoked station's range is given again",
        _LAST_OPEN,
        "OR (t.extra = p_extra AND t.head_seq > 0)",
        "OR (t.station = c.id AND t.extra = p_extra AND t.head_seq > 0)",
        _REVOKED,
    ),
    _sql(
        "what a revoked station has not sent stays there", _LAST_OPEN, "s.revoked_at IS NOT NULL)", "false)", _REVOKED
    ),
    _sql(
        "the stream of a station that lives is taken over",
        _LAST_OPEN,
        "s.revoked_at IS NOT NULL)",
        "true)",
        _REVOKED,
    ),
    _sql("revoked stations go on", _CALLER, " AND revoked_at IS NULL $$", " $$"),
    _sql("everybody reads every feed", _CALLER, "AND (s.is_router OR c.agency IS NOT NULL)", ""),
    _sql(
        "an incident at every try",
        _CALLER,
        "WHERE NOT EXISTS (SELECT FROM sy.incident i",
        "WHERE NOT EXISTS (SELECT FROM sy.incident i WHERE false) OR NOT EXISTS (SELECT FROM sy.incident i",
    ),
    _sql("pull asks for no scope", _FEED, "    WHERE sy.may_read(p_agency)\n    ORDER BY e.pos", "    ORDER BY e.pos"),
    _sql("held payloads are sent", _FEED, "CASE WHEN NOT e.is_held THEN e.payload END", "e.payload"),
    _sql("pages of any weight", _FEED, "e.bytes <= 4000000 OR e.ord = 1", "true"),
    _sql("row security off", _RIGHTS, "ENABLE ROW LEVEL SECURITY", "DISABLE ROW LEVEL SECURITY"),
    _sql("stations may write rows", _RIGHTS, "GRANT SELECT ON", "GRANT ALL ON"),
    _sql(
        "stations may call everything",
        _RIGHTS,
        "GRANT USAGE ON SCHEMA",
        "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sy TO sy_station; GRANT USAGE ON SCHEMA",
    ),
    Mutation("the schema belongs to the superuser", _INSTALL, '        line.execute("SET LOCAL ROLE sy_owner")\n', ""),
    Mutation(
        "new functions are everybody's",
        _INSTALL,
        '    line.execute("ALTER DEFAULT PRIVILEGES FOR ROLE sy_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")\n',
        "",
    ),
    Mutation(
        "anybody may look into the database",
        _INSTALL,
        '    line.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))\n',
        "",
    ),
    Mutation(
        "a revoked login stays",
        _LOGIN,
        '    line.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))\n',
        "",
    ),
    Mutation("a plain line off this machine", _LINE, 'parts | {"sslmode": _TLS, ', 'parts | {"sslmode": "prefer", '),
    Mutation("a weaker line when asked for", _LINE, 'if parts.get("sslmode", _TLS) != _TLS:', "if False:"),
    Mutation(
        "several hosts in one address", _LINE, 'if "," in host:', "if False:", ("tests/sync/centre/test_line.py",)
    ),
    Mutation("another address behind the name", _LINE, ' or "service" in parts or "hostaddr" in parts', ""),
    Mutation(
        "waiting without end",
        _LINE,
        "super().wait(_impatient(gen), _LOOK_S, timeout)",
        "super().wait(gen, _LOOK_S, timeout)",
    ),
    Mutation("a lost line is a bug", _LINE, "return LineLost(host)", "return None"),
    Mutation(
        "a revoked login keeps its groups",
        _LOGIN,
        "for group, grantor in line.execute(_GROUPS, (login,)).fetchall():",
        "for group, grantor in ():",
        _RIGHTS_TESTS,
    ),
    Mutation(
        "only a superuser hangs up",
        _LOGIN,
        '        line.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(login)))\n',
        "",
        _RIGHTS_TESTS,
    ),
    Mutation("the register asks nobody", _INSTALL, '        line.execute("SELECT rg.guard()")\n', "", _RIGHTS_TESTS),
    _sql("the search asks nobody", _LIMITS, "(SELECT sy.is_router()) AND (d.search", "(d.search"),
    _sql("neighbours' fences are read", _LIMITS, "REVOKE SELECT ON sy.stream FROM sy_station;", ""),
    Mutation("large objects for all", _INSTALL, "    login.close_large_objects(line)\n", "", _RIGHTS_TESTS),
    Mutation(
        "logins without limits",
        _LOGIN,
        "for name, value in (ROUTER_LIMITS if is_router else STATION_LIMITS).items():",
        "for name, value in ():",
        _RIGHTS_TESTS,
    ),
    Mutation("limits for new logins only", _INSTALL, "        login.limit_logins(line)\n", "", _RIGHTS_TESTS),
    Mutation(
        "what stays open is not said",
        "onestop_desk/cli/centre.py",
        "for end in install.loose_ends(url):",
        "for end in ():",
        _RIGHTS_TESTS,
    ),
)
"""What the centre and the door to it stand guard against."""

_ABSORB, _SYNCING = "onestop_desk/services/absorb.py", "onestop_desk/services/syncing.py"
_LIFE, _FOLD = "onestop_desk/services/new_life.py", "onestop_desk/domain/dossier.py"
_LIVES, _LOST = "onestop_desk/services/lives.py", "onestop_desk/services/lost.py"
_REWIND = "onestop_desk/services/rewind.py"


def _station(name: str, file: str, old: str, new: str, tests: str = "tests/sync/station") -> Mutation:
    return Mutation(name, file, old, new, (tests,))


_PROOF, _ROUND = "tests/sync/station/test_proof.py", "tests/sync/station/test_round.py"
_SLOW = "tests/sync/station/test_slow_line.py"


def _life(name: str, file: str, old: str, new: str) -> Mutation:
    return Mutation(name, file, old, new, ("tests/sync/station/test_lives.py",))


def _centre(name: str, file: str, old: str, new: str) -> Mutation:
    return Mutation(name, file, old, new, ("tests/sync/station/test_restored_centre.py",))


_DOMAIN = ("tests/domain/test_dossier.py",)
_BAD_LUCK = ("tests/sync/station/test_bad_luck.py",)
_CHAIN = "onestop_desk/domain/chain.py"
_KEEPER, _WINDOW = "onestop_desk/ui/sync/keeper.py", ("tests/ui/sync/test_sync_window.py",)
STATION = (
    _station("no position check", _ABSORB, "if event.pos != pos:", "if False:"),
    _station("no hash check", _ABSORB, "if chained(previous, link, ", "if False and chained(previous, link, "),
    _station("no digest check", _ABSORB, "if page.events and digest != page.digest:", "if False:"),
    _station("a stream may have holes", _ABSORB, "if event.seq != seq + 1:", "if False:"),
    _station("another event under a known number", _ABSORB, "elif row.hash != event.hash:", "elif False:"),
    _station(
        "local steps keep old folds",
        "onestop_desk/services/record.py",
        "writing.touched.update(subject for",
        "set().update(subject for",
    ),
    _station(
        "a lost answer is not remembered", _SYNCING, "_change(desk, pushing_seq=batch[-1].seq)", "standing_for(desk)"
    ),
    _station("the head answered is not compared", _SYNCING, "head.head_hash != batch[-1].hash or ", "", _PROOF),
    _station("a head that is too short is taken", _SYNCING, " or head.head_seq != batch[-1].seq:", ":", _PROOF),
    _station("a page of another epoch is taken in", _SYNCING, "page.epoch != standing.epoch or ", "", _ROUND),
    _station("a shorter feed is not noticed", _SYNCING, " or page.head_pos < standing.cursor:", ":", _ROUND),
    _station("a round has no end", _SYNCING, "time.monotonic() > self.until", "False", _SLOW),
    _station(
        "nothing is taken in once time is up",
        _SYNCING,
        "count.is_cut = unsent(desk) > 0\n            break",
        "raise _TimeIsUp",
        _SLOW,
    ),
    _station("a cut round counts as whole", _SYNCING, "is None and not self.is_cut", "is None", _SLOW),
    _station("a cut round says that all is here", _SYNCING, "is None and outcome.is_cut:", "is None and False:", _SLOW),
    Mutation("a cut round is not planned anew", _KEEPER, "elif outcome.is_cut and", "elif False and", _WINDOW),
    _station(
        "what a centre forgot is not sent again", _SYNCING, "stopped is None and _is_forgotten(desk)", "False", _ROUND
    ),
    _station(
        "a new life numbers from the old range",
        _LIFE,
        "extra = free_extra(desk, desk.state.counter)",
        "extra = desk.state.extras[0]",
    ),
    _life(
        "a new life leaves the rest behind",
        _LIVES,
        "connection.execute(own.union_all(_loose(earlier)) if earlier else own).scalars()",
        "list[int]()",
    ),
    _life(
        "what an earlier life had sent is sent again",
        _LIVES,
        "if not _unsettled(connection, desk)[1]:",
        "if True:",
    ),
    _centre("what others wrote stays when the centre has lost it", _REWIND, "if not rows:\n        return", "return"),
    _centre("what the centre has lost is dropped for ever", _REWIND, "    lost.keep(connection, rows)\n", ""),
    _centre("going back in one piece", _REWIND, "wanted = standing.cursor - size", "wanted = 0"),
    _centre(
        "what was lost counts as sent", _REWIND, "(row.seq - 1 for row in rows if row", "(row.seq for row in () if row"
    ),
    _centre(
        "a restore does not show by its digest", _REWIND, "return welcome.digest == standing.digest", "return True"
    ),
    _centre("anybody sends what is only here", _LOST, "if not is_supervisor(desk):", "if False:"),
    _centre("what has come back stays lost", _LOST, "if count(connection) else []", "if False else []"),
    Mutation("a granted range is given again", _SYNCING, " or is_range_shared(desk):", ":", _REVOKED),
    _life("what an earlier life left stays there", _SYNCING, "if is_left_behind(desk) or", "if"),
    _life(
        "what two lives have sent happened twice",
        "onestop_desk/services/record.py",
        "if entry.uid not in seen:",
        "if True:",
    ),
    Mutation("an event counts twice", _FOLD, "        if entry.uid not in seen:\n", "        if True:\n", _DOMAIN),
    _station(
        "corrections overwrite in silence",
        _FOLD,
        "isinstance(event, Corrected) and _is_overtaken",
        "False and _is_overtaken",
    ),
    _station("unknown kinds are doubts", _FOLD, "if isinstance(event, UnknownEvent):", "if False:"),
    Mutation(
        "texts of any length",
        _CHAIN,
        "if len(text) > LONGEST_TEXT:",
        "if False:",
        ("tests/domain/test_chain.py",),
    ),
    Mutation(
        "events of any weight",
        _CHAIN,
        "if size > (MOST_WITH_CONTENT",
        "if False and (MOST_WITH_CONTENT",
        ("tests/domain/test_chain.py",),
    ),
    Mutation("a bug ends the speaking", _KEEPER, ", failed=self._on_failed)", ")", _WINDOW),
    Mutation(
        "a bug is not told at the foot", _KEEPER, "if self._trouble and not status.trouble:", "if False:", _WINDOW
    ),
    Mutation(
        "a full disk ends the round",
        _SYNCING,
        "outcome = replace(outcome, trouble=trouble or error)",
        "raise",
        _BAD_LUCK,
    ),
)
"""What a station stands guard against."""

_ROUTER, _REGISTER = "onestop_desk/services/router.py", "onestop_desk/services/centre_register.py"
_RECORD, _CHAIN = "onestop_desk/services/record.py", "onestop_desk/domain/chain.py"
_IN_ROUTER, _IN_UNREAD = ("tests/sync/register/test_router.py",), ("tests/sync/register/test_unread_events.py",)


def _router(name: str, file: str, old: str, new: str) -> Mutation:
    return Mutation(name, file, old, new, _IN_ROUTER)


def _unread(name: str, file: str, old: str, new: str) -> Mutation:
    return Mutation(name, file, old, new, _IN_UNREAD)


_READ_OR_PARK = "        return entry_of(link, payload, recorded_at)\n    except NOT_READ:\n"
REGISTER = (
    _router("a page is one batch", _ROUTER, "size + len(row.payload) > MOST_BYTES", "False"),
    _router("what no batch holds is sent", _ROUTER, "if len(row.payload) <= MOST_BYTES]", "]"),
    _router("a refused copy stops the rest", _ROUTER, "    if len(batch) > 1:\n", "    if False:\n"),
    _router("a dead stream of the router stays", _ROUTER, "    if answer in _ANEW:\n", "    if False:\n"),
    _router(
        "earlier copies are taken for words",
        _REGISTER,
        "LEFT JOIN rg.copied_by r ON",
        "LEFT JOIN rg.router_stream r ON",
    ),
    _router("anybody is a party", _ROUTER, "    if owner == agency:\n", "    if True:\n"),
    _router("anybody is heard", _ROUTER, "    if agency in parties:\n", "    if True:\n"),
    _router("strangers are not told", _ROUTER, '    tell(line, agency, "FOREIGN", [row])\n', ""),
    _router(
        "the last who claims a dossier has it",
        _REGISTER,
        '    "WHERE rg.dossier.agency = EXCLUDED.agency"\n',
        "",
    ),
    _router(
        "a hand-over makes an origin",
        _REGISTER,
        "if not any(isinstance(entry.event, Received) for _, entry in told):",
        "if False:",
    ),
    _router(
        "the author is not told its place", _ROUTER, "parties - {agency}", "() if row.is_copy else parties - {agency}"
    ),
    _router(
        "a party folds its own order",
        _RECORD,
        "    return sorted(rows, key=lambda row: row.stream in ours)",
        "    return rows",
    ),
    _router(
        "another agency's dossier is folded as it comes",
        _ABSORB,
        "after.state.received.agency != agency:",
        "False:",
    ),
    _unread(
        "what cannot be read stops the fold",
        _CHAIN,
        _READ_OR_PARK,
        _READ_OR_PARK.replace("NOT_READ", "ZeroDivisionError"),
    ),
    _unread("parked events are damage", _RECORD, "        if _follows(connection, row):\n", "        if False:\n"),
    _unread("altered events are parked", _RECORD, "        if _follows(connection, row):\n", "        if True:\n"),
    _unread("what is parked is not noted", _ABSORB, "            park(connection, ahead.parked)\n", ""),
    _unread(
        "unread events are not told", _REGISTER, 'tell(line, agency, "UNREAD", ', 'tell(line, agency, "UNREAD", [] and '
    ),
    _unread(
        "a row that cannot be stored stops the fold",
        _REGISTER,
        "    except NOT_STORABLE:\n",
        "    except ZeroDivisionError:\n",
    ),
    Mutation(
        "moments beyond any calendar",
        "onestop_desk/sync/sql/0011_parked.sql",
        "a NOT BETWEEN -62104060800000000 AND 253370678400000000",
        "false",
        _IN_UNREAD,
    ),
    Mutation(
        "values of any type",
        "onestop_desk/domain/plain.py",
        "if name in made and type(made[name]) is not str:",
        "if False:",
        ("tests/domain/test_unread.py",),
    ),
    Mutation(
        "a dossier without a code",
        _CHAIN,
        "        if kind in _CODED:\n",
        "        if False:\n",
        ("tests/domain/test_unread.py",),
    ),
    Mutation(
        "signs that no database keeps",
        _CHAIN,
        '    if b"\\\\u" in payload:\n',
        "    if False:\n",
        ("tests/domain/test_unread.py",),
    ),
    Mutation(
        "one feed's trouble ends the pass",
        _REGISTER,
        "        except CentreWrong as error:",
        "        except ZeroDivisionError as error:",
        ("tests/sync/register/test_follow.py",),
    ),
)
"""What the province's fold and its router stand guard against, and the reading of what anybody may have written."""

MUTATIONS: tuple[Mutation, ...] = (*CENTRE, *STATION, *REGISTER)


def main(words: list[str]) -> int:
    """Try the chosen mutations; returns 1 when one of them went unnoticed."""
    chosen = [one for one in MUTATIONS if not words or any(word in one.name for word in words)]
    unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="onestop-mutations-") as folder:
        scratch = Path(folder)
        for name in _COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, scratch / name)
        print(f"{'guard taken out':42}{'noticed by':>70}{'s':>6}")
        for one in chosen:
            begun = time.monotonic()
            noticed = _noticed(scratch, one)
            unnoticed += noticed is None
            print(f"{one.name:42}{(noticed or 'NOBODY')[-68:]:>70}{time.monotonic() - begun:6.0f}", flush=True)
    print(f"{len(chosen)} guards taken out, {unnoticed} unnoticed")
    return 1 if unnoticed else 0


def _noticed(scratch: Path, one: Mutation) -> str | None:
    """Return the first test that failed with the guard gone."""
    path = scratch / one.file
    whole = path.read_text("utf-8")
    if one.old not in whole:
        raise SystemExit(f"{one.name}: {one.file} does not hold {one.old!r}")
    path.write_text(whole.replace(one.old, one.new), "utf-8")
    try:
        return _first_failure(scratch, one.tests)
    finally:
        path.write_text(whole, "utf-8")


def _first_failure(scratch: Path, tests: tuple[str, ...]) -> str | None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "0",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "--timeout",
        "60",
        *tests,
    ]
    environment = os.environ | {"CI": "true", "PYTHONPATH": str(scratch), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        command, cwd=scratch, env=environment, capture_output=True, text=True, timeout=_LONGEST_S, check=False
    )
    if ran.returncode == 0:
        return None
    said = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED tests", "ERROR tests"))]
    return said[0].split(" - ")[0].split("::", 1)[-1] if said else f"stopped with {ran.returncode}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
