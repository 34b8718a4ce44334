"""Wait for things that happen elsewhere: look again until they are so, never longer than a deadline."""

import threading
import time
from collections.abc import Callable, Collection

from onestop_desk.devices.printer import Outcome, PrintPool

_LOOK_EVERY = 0.02


def wait_until(is_so: Callable[[], object], what: str, seconds: float = 15.0) -> None:
    """Return when `is_so()` is true; fail with `what` after `seconds`."""
    give_up_at = time.monotonic() + seconds
    pause = threading.Event()
    while not is_so():
        if time.monotonic() > give_up_at:
            raise AssertionError(f"not within {seconds} s: {what}")
        pause.wait(_LOOK_EVERY)


def outcomes_of(pool: PrintPool, job_ids: Collection[str], seconds: float = 30.0) -> dict[str, Outcome]:
    """Return the outcome of each job as the pool reports it."""
    found: dict[str, Outcome] = {}

    def all_there() -> bool:
        found.update({outcome.job_id: outcome for outcome in pool.poll()})
        return found.keys() >= set(job_ids)

    wait_until(all_there, f"outcomes of {len(job_ids)} orders", seconds)
    return found
