"""The reminder for calendars, read by icalendar."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

WRITER = Path(__file__).parents[2] / "plugins/mkdocs_recall/client/progress/calendar.js"
WRITE = """
import { writeReminder } from %s;
process.stdout.write(writeReminder(%s));
"""
REMINDER = {
    "uid": "review-course@recall",
    "day": 1798718400000,
    "now": 1795350000000,
    "description": "3 cards and questions are due.",
    "url": "https://example.org/review/",
}


def write(summary: str) -> bytes:
    code = WRITE % (json.dumps(WRITER.as_uri()), json.dumps({**REMINDER, "summary": summary}))
    return subprocess.run(["node", "--input-type=module"], input=code.encode(), capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    "summary",
    ["Review: Course", "Commas, semicolons; \\ and \\n", "Überanpassung " * 20, "🧠" * 60, "Two\nlines"],
)
def test_it_holds_one_event_of_a_whole_day_with_an_alarm(summary):
    calendar = Calendar.from_ical(write(summary))
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    assert event.errors == []
    assert event["SUMMARY"] == summary
    assert event["UID"] == REMINDER["uid"]
    assert event["URL"] == REMINDER["url"]
    assert event["DTSTART"].dt == date(2026, 12, 31)
    assert event["DTEND"].dt == date(2027, 1, 1)
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=9)
