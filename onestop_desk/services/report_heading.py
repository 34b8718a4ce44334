"""What stands above a report's table in a workbook: whose it is, as of when, and whether its period still runs."""

from onestop_desk.domain.measures import Period
from onestop_desk.reports.figures import Heading
from onestop_desk.services.desk import Desk
from onestop_desk.services.report_list import Freshness, freshness_words


def heading_of(desk: Desk, period: Period, fresh: Freshness) -> Heading:
    """Return the heading of this office's reports of a period."""
    office = desk.office
    return heading_from(", ".join(filter(None, (office.heading, office.name))), period, fresh)


def heading_from(office: str, period: Period, fresh: Freshness) -> Heading:
    """Return the heading of an office's reports, empty for a whole province."""
    return Heading(office, freshness_words(fresh), is_running=fresh.at < period.end)
