"""Hours and money of care by two other programs: writes tests/data/care/plans.json.

Each plan is computed by pandas and, apart from that, by formulas of a workbook that LibreOffice
recalculates; both must agree before the file is written. Not needed by the tests.

pip install pandas openpyxl; python tests/independent/care.py   (and LibreOffice on the PATH)
"""

import json
import random
import subprocess
import tempfile
from pathlib import Path

import openpyxl
import pandas as pd

OUT = Path(__file__).parents[1] / "data" / "care" / "plans.json"


def plan(rng):
    people = [
        {
            "id": at + 1,
            "weeks": rng.randint(0, 48),
            "hoursAWeek": rng.randint(1, 40),
            "forCustomers": rng.randint(5, 100),
            "administration": rng.randint(0, 60),
            "costCents": rng.randint(1_000, 9_999),
        }
        for at in range(rng.randint(1, 4))
    ]
    tiers = [
        {
            "customers": rng.randint(0, 400),
            "marginCents": rng.randint(-500_000, 90_000_000),
            "owners": sorted(rng.sample([it["id"] for it in people], rng.randint(0, len(people)))),
            "contacts": [[rng.randint(0, 24), rng.randint(1, 240), rng.randint(0, 60)] for _ in range(rng.randint(0, 4))],
            "incoming": rng.randint(0, 600),
            "onboardingMinutes": rng.randint(0, 300),
            "newAYear": rng.randint(0, 9),
            "extrasCents": [rng.randint(0, 50_000) for _ in range(rng.randint(0, 3))],
        }
        for _ in range(rng.randint(2, 5))
    ]
    return {"people": people, "tiers": tiers}


def by_pandas(case):
    people = pd.DataFrame(case["people"]).set_index("id")
    people["minutes"] = (
        people.weeks * people.hoursAWeek * 60 * people.forCustomers * (100 - people.administration)
    ) // 10_000
    out = []
    for tier in case["tiers"]:
        contacts = pd.DataFrame(tier["contacts"], columns=["times", "minutes", "preparation"], dtype="int64")
        one = int((contacts.times * (contacts.minutes + contacts.preparation)).sum()) + tier["incoming"]
        minutes = one * tier["customers"] + tier["onboardingMinutes"] * tier["newAYear"]
        who = people.loc[tier["owners"]] if tier["owners"] else people
        hour = (who.costCents * who.minutes).sum() / who.minutes.sum() if who.minutes.sum() else who.costCents.mean()
        extras = sum(tier["extrasCents"]) * tier["customers"]
        cost = minutes / 60 * hour
        out.append({"minutes": minutes, "hoursCost": cost, "extras": extras, "left": tier["marginCents"] - cost - extras})
    return {"has": int(people.minutes.sum()), "tiers": out}


def workbook(cases, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, case in enumerate(cases):
        sheet = book.create_sheet(f"c{at}")
        n = len(case["people"])
        for row, it in enumerate(case["people"], 1):
            sheet.append([it["weeks"], it["hoursAWeek"], it["forCustomers"] / 100, it["administration"] / 100, it["costCents"]])
            sheet.cell(row, 6, f"=ROUNDDOWN(ROUND(A{row}*B{row}*60*C{row}*(1-D{row}),6),0)")
        sheet.cell(1, 8, f"=SUM(F1:F{n})")
        for place, tier in enumerate(case["tiers"]):
            row = 10 + place * 10
            for line, (times, minutes, preparation) in enumerate(tier["contacts"]):
                for column, value in enumerate((times, minutes, preparation), 1):
                    sheet.cell(row + line, column, value)
                sheet.cell(row + line, 4, f"=A{row + line}*(B{row + line}+C{row + line})")
            owners = tier["owners"] or [it["id"] for it in case["people"]]
            for person in range(1, n + 1):
                sheet.cell(row + person - 1, 6, int(person in owners))
            used = f"F{row}:F{row + n - 1}"
            sheet.cell(row, 8, f"=(SUM(D{row}:D{row + 8})+{tier['incoming']})*{tier['customers']}+{tier['onboardingMinutes']}*{tier['newAYear']}")
            mean = f"SUMPRODUCT({used},E1:E{n})/SUM({used})"
            sheet.cell(row, 9, f"=H{row}/60*IF(SUMPRODUCT({used},F1:F{n})=0,{mean},SUMPRODUCT({used},F1:F{n},E1:E{n})/SUMPRODUCT({used},F1:F{n}))")
            sheet.cell(row, 10, f"={'+'.join(map(str, tier['extrasCents'])) or 0}")
            sheet.cell(row, 11, f"=J{row}*{tier['customers']}")
            sheet.cell(row, 12, f"={tier['marginCents']}-I{row}-K{row}")
    book.save(path)


def by_libreoffice(cases):
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "plans.xlsx")
        workbook(cases, made)
        # To ODS and back: nothing that was computed before survives the way.
        for target in ("ods", "xlsx"):
            source = made if target == "ods" else made.with_suffix(".ods")
            subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", f"{folder}/{target}", source], check=True, capture_output=True)
            if target == "ods":
                Path(folder, "ods", "plans.ods").rename(made.with_suffix(".ods"))
        book = openpyxl.load_workbook(Path(folder, "xlsx", "plans.xlsx"), data_only=True)
    out = []
    for at, case in enumerate(cases):
        sheet = book[f"c{at}"]
        tiers = []
        for place in range(len(case["tiers"])):
            row = 10 + place * 10
            tiers.append({name: sheet.cell(row, column).value for name, column in (("minutes", 8), ("hoursCost", 9), ("extras", 11), ("left", 12))})
        out.append({"has": sheet.cell(1, 8).value, "tiers": tiers})
    return out


def main():
    rng = random.Random(2026)
    cases = [plan(rng) for _ in range(60)]
    sheets = by_libreoffice(cases)
    for case, sheet in zip(cases, sheets):
        expected = by_pandas(case)
        assert expected["has"] == sheet["has"], (case, expected, sheet)
        for mine, theirs in zip(expected["tiers"], sheet["tiers"]):
            for key, value in mine.items():
                assert abs(value - theirs[key]) < 1e-3, (key, mine, theirs)
            mine["hoursCost"], mine["left"] = round(float(mine["hoursCost"]), 3), round(float(mine["left"]), 3)
        case["expected"] = expected
    OUT.write_text("[\n" + ",\n".join(json.dumps(it, separators=(",", ":")) for it in cases) + "\n]\n")
    print(f"{len(cases)} plans agree")


main()
