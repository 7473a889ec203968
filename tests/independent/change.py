"""Retention by another program: prints the figures of src/domain/change/tests.rs and of tests/it/compare.rs.

Not needed by the tests. pip install pandas; python tests/independent/change.py
"""

import pandas as pd


def retention(pairs):
    table = pd.DataFrame(pairs, columns=["then", "now"]).astype(float)
    cohort = table[table.then > 0]
    end = cohort.now.clip(lower=0)
    new = table[(table.then <= 0) & (table.now > 0)]
    return {
        "nrr": end.sum() / cohort.then.sum() if len(cohort) else None,
        "grr": end.combine(cohort.then, min).sum() / cohort.then.sum() if len(cohort) else None,
        "lost": (int((end == 0).sum()), cohort.then[end == 0].sum()),
        "new": (len(new), new.now.sum()),
    }


def tiers(values):
    """ABC at 80 and 95 %, by the share before a customer; equal values stay together."""
    order = values[values > 0].sort_values(ascending=False, kind="stable")
    before = order.cumsum() - order
    tier = pd.cut(before / order.sum(), [-1, 0.8, 0.95, 2], right=False, labels=list("ABC")).astype(str)
    return tier.groupby(order).transform("min")


def compare(then, now):
    """Two tables of customer and value."""
    sums = [it.groupby("customer", sort=False).value.sum() for it in (then, now)]
    both = pd.concat(sums, axis=1, keys=["then", "now"]).fillna(0.0)
    moves = pd.DataFrame({"then": tiers(both.then), "now": tiers(both.now)}, index=both.index)
    moves = moves.fillna({"then": "new", "now": "lost"})
    known = moves[(moves.then != "new") | (moves.now != "lost")]
    return retention(both.values.tolist()), pd.crosstab(known.then, known.now)


for pairs in ([(0, 7)], [(7, 0)], [(10, 20), (10, -5)], [(900, 450), (10, 10), (10, 15), (-3, 9), (0, 2), (7, 0)]):
    print(pairs, retention(pairs))


def read(path):
    table = pd.read_csv(path, sep=";", decimal=",", dtype={"customer": str})
    return table.rename(columns=str.lower)


folder = "tests/data/compare"
print(*compare(read(f"{folder}/2023.csv"), read(f"{folder}/2024.csv")), sep="\n")
rows = read(f"{folder}/invoices.csv")
years = [rows[rows.date.str.startswith(year)] for year in ("2023", "2024")]
print(*compare(*years), sep="\n")
