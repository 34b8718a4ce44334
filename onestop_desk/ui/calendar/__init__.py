"""The calendar's page: a year to look at, single days, the week's hours, import."""
