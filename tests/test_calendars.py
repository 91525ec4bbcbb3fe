"""Calendar files, by the rules of RFC 5545."""

from datetime import UTC, date, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from followup.calendars import Event, calendar

MEETING = Event(
    uid="XES-CO-2-due@test",
    on=date(2021, 4, 30),
    summary="Report of Estmark due; approximate",
    description="First line,\nsecond \\ line",
    url="https://registry.example.org/observations/XES/CO-2/",
    sequence=2,
    changed=datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC),
)


def test_an_event_line_by_line():
    assert "".join(calendar("Deadlines, all", [MEETING])).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CMW follow-up registry//Deadlines//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Deadlines\\, all",
        "X-WR-CALNAME:Deadlines\\, all",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "BEGIN:VEVENT",
        "UID:XES-CO-2-due@test",
        "DTSTAMP:20200102T030405Z",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "DTSTART;VALUE=DATE:20210430",
        "DTEND;VALUE=DATE:20210501",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Report of Estmark due\\; approximate",
        "DESCRIPTION:First line\\,\\nsecond \\\\ line",
        "URL:https://registry.example.org/observations/XES/CO-2/",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(st.text(), st.text(max_size=300))
@example("é" * 200, "\N{GRINNING FACE}" * 200)
def test_no_text_breaks_out_of_its_line(summary, description):
    event = Event("uid", date(2021, 4, 30), summary, description, "https://a.test/", 0, MEETING.changed, True)
    lines = "".join(calendar(summary, [event])).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\r" not in line and b"\n" not in line for line in lines)
    for line in lines:
        line.decode()  # never folded within a character
    unfolded = [line for line in lines if not line.startswith(b" ")]
    assert len(unfolded) == 21
    assert b"STATUS:CANCELLED" in unfolded
    text = b"\r\n".join(lines).replace(b"\r\n ", b"").decode()
    written = text.split("DESCRIPTION:")[1].split("\r\n")[0]
    read = written.replace("\\\\", "\0").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    kept = "".join(char for char in description if char == "\n" or char.isprintable())
    assert read.replace("\0", "\\") == kept
