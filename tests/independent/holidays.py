"""Working days of Finland and Poland by another program: prints the table in `tests/data/care/working-days.txt`.

python3 -m venv venv && venv/bin/pip install holidays && venv/bin/python tests/independent/holidays.py
"""
import sys
from datetime import date, timedelta

# This file is called as the library is: its own folder must not be looked in first.
sys.path = sys.path[1:]
import holidays  # noqa: E402

# The library lists the eves of Midsummer and Christmas as unofficial days; offices are closed on them.
FINLAND_EVES = ("juhannusaatto", "jouluaatto", "midsummer eve", "christmas eve")


def days_off(country, year):
    if country == "Finland":
        all_of = holidays.country_holidays("FI", years=year, language="en_US", categories=("public", "unofficial"))
        public = set(holidays.country_holidays("FI", years=year))
        eves = {day for day, name in all_of.items() if any(eve in name.lower() for eve in FINLAND_EVES)}
        return public | eves
    return set(holidays.country_holidays("PL", years=year))


def working_days(country, year):
    off = days_off(country, year)
    months = [0] * 12
    day = date(year, 1, 1)
    while day.year == year:
        months[day.month - 1] += day.weekday() < 5 and day not in off
        # A holiday on a Saturday is given back in Poland.
        months[day.month - 1] -= country == "Poland" and day.weekday() == 5 and day in off
        day += timedelta(days=1)
    return months


for country in ("Finland", "Poland"):
    for year in range(2020, 2061):
        print(f"{country} {year} {' '.join(map(str, working_days(country, year)))}")
