"""What every box of the form works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Seat:
    """The desk, the lanes that keep the window free, and the day."""

    desk: Desk
    jobs: Jobs
    today: Callable[[], date]
