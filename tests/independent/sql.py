"""The SQL of a model against the tiers of the product: the same tier for every customer, ties and all.

Not needed by the tests. pip install duckdb; python tests/independent/sql.py PATH/TO/rusetti
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

RUSETTI = sys.argv[1]


def files():
    """Name, rows of customer and amount in cents: ties, returns, one giant, sums of zero."""
    rng = random.Random(20)
    yield "equal values", [(f"C{at}", 10_00) for at in range(10)]
    yield "one giant", [("Giant", 9_000_00)] + [(f"C{at}", rng.randint(1, 9) * 10_00) for at in range(60)]
    yield "one customer", [("Only", 5_00)]
    yield "zero and below", [("A", 5_00), ("B", 0), ("C", -3_00), ("D", 5_00), ("D", -5_00), ("E", 1)]
    yield "on the limits", [("A", 80_00), ("B", 15_00), ("C", 5_00)]
    yield "transactions", [
        (f"O'Brien & \\ {at % 97}", round(rng.paretovariate(1.1) * 100) * rng.choice([1, 1, 1, -1])) for at in range(3000)
    ]
    yield "many ties", [(f"C{at}", rng.choice([1, 2, 3, 5, 8, 13]) * 100) for at in range(500)]


def plans():
    for cuts in ([8000, 9500], [7000, 9000], [5000, 8000, 9500], [3333, 6667], [1]):
        for rule in ("exclusive", "inclusive"):
            yield {"method": "share", "cuts": cuts, "rule": rule}
        yield {"method": "customers", "cuts": cuts}
    yield {"method": "amounts", "limits": [500_0000, 10_0000]}
    yield {"method": "natural", "tiers": 3}
    yield {"method": "head-tail", "tiers": 4}
    yield {"method": "computed"}


def tiers_of(plan):
    return {"computed": 3}.get(plan["method"]) or plan.get("tiers") or len(plan.get("cuts", plan.get("limits"))) + 1


def sealed(kind, data):
    return json.dumps({"fmt": f"rusetti.{kind}", "v": 1, "rev": 1, "savedAt": "2026-01-01T00:00:00Z", "app": "0.1.0", "data": data})


def customer(key, cents):
    nothing = dict.fromkeys(
        "margin previous group business_id owner industry size region potential first last".split()
    )
    return {"key": key, "name": key, "revenue": cents * 100, "orders": 1, "rows": 1, "line": 1, **nothing}


def check(folder, name, rows, plan):
    names = [f"Tier '{at}'" for at in range(tiers_of(plan))]
    model = {"name": "", "plan": {"names": names, **plan}}
    table, out, saved = folder / "in.csv", folder / "out.csv", folder / "model.json"
    with table.open("w", newline="") as file:
        csv.writer(file).writerows([("Customer", "Amount"), *((key, f"{cents / 100:.2f}") for key, cents in rows)])
    saved.write_text(sealed("model", model))
    run = lambda *args: subprocess.run([RUSETTI, *args], check=True, capture_output=True, text=True).stdout
    if not any(cents > 0 for _, cents in rows):
        return 0
    run("classify", table, "--model", saved, "-o", out, "--map", "customer=1", "--map", "amount=2")
    with out.open(encoding="utf-8-sig", newline="") as file:
        wanted = {row["Customer"].lstrip("'"): row["Tier"] or None for row in csv.DictReader(file)}
    sums = {}
    for key, cents in rows:
        sums[key] = sums.get(key, 0) + cents
    base = {"customers": [customer(*it) for it in sums.items()], "currency": None}
    saved.write_text(sealed("project", {"model": model, "source": "", "base": base}))
    statement = run("sql", saved, "--dialect", "duckdb")
    with duckdb.connect() as db:
        db.execute("CREATE TABLE sales (customer VARCHAR, amount DECIMAL(18, 2))")
        db.executemany("INSERT INTO sales VALUES (?, ?)", [(key, f"{cents / 100:.2f}") for key, cents in rows])
        found = {key: tier for key, _, _, tier in db.execute(statement).fetchall()}
    assert found == wanted, (name, plan, [(k, found.get(k), wanted.get(k)) for k in wanted if found.get(k) != wanted.get(k)][:5])
    return len(found)


with tempfile.TemporaryDirectory() as folder:
    checked = [check(Path(folder), name, rows, plan) for name, rows in files() for plan in plans()]
print(f"{len(checked)} sortings, {sum(checked)} customers: the same tier for each")
