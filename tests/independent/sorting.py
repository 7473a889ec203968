"""Tiers of a sample company by every method that limits, boxes, points or rules decide, by pandas: prints
the cases of tests/it/sorted.rs.

Not needed by the tests. pip install pandas; python tests/independent/sorting.py

Money is whole cents and shares are compared as whole numbers, so that nothing hangs on rounding.
"""

import pandas as pd

table = pd.read_csv("samples/packaging.en.csv", skiprows=3, dtype=str)
table = table[table["Company no."].notna() & (table.Customer != "Customer")].reset_index(drop=True)


def cents(name):
    text = table[name].str.replace(",", "")
    return text.map(lambda it: None if pd.isna(it) else round(float(it) * 100)).astype("Int64")


now = cents("Sales 2025 (EUR)").fillna(0).astype(int)
before, margin = cents("Sales 2024 (EUR)"), cents("Margin 2025 (EUR)")
potential = table.Potential.astype(int)
ranked = now[now > 0].sort_values(ascending=False, kind="stable")
total = int(ranked.sum())


def by_ends(is_in):
    """The tier of each ranked customer: the first limit that `is_in(place, sum before)` holds for; equal
    values stand where the first of them does. Zero or less: none."""
    tiers = pd.Series(pd.NA, index=now.index, dtype="Int64")
    sums = ranked.cumsum() - ranked
    first = ranked.reset_index(drop=True).groupby(ranked.values, sort=False).head(1)
    places = {int(value): place for place, value in zip(first.index, first)}
    for customer, value in ranked.items():
        place = places[int(value)]
        tiers[customer] = is_in(place, int(sums.iloc[place]))
    return tiers


def cut(parts, *limits):
    """The first limit, in basis points, that a share (part, whole) is below."""
    part, whole = parts
    return next((at for at, it in enumerate(limits) if part * 10_000 < it * whole), len(limits))


def at_least(value, *limits):
    return next((at for at, it in enumerate(limits) if value >= it), len(limits))


def percentile(values):
    """The share that is worse, equal ones and itself by half; unknown ones take the middle."""
    known = values.dropna()
    worse = known.rank(method="min") - 1
    up_to = known.rank(method="max")
    return ((worse + up_to) / 2 / len(known) * 100).reindex(values.index).fillna(50.0)


growth = ((now - before) / before).where(before > 0)
# Where each class of value ends: the last that begins below the limit, equal ones with it.
value_class = lambda *limits: by_ends(lambda _, sum: cut((sum, total), *limits)).fillna(len(limits)).astype(int)

MATRIX_3 = [[0, 0, 1], [0, 1, 1], [2, 1, 2]]
MATRIX_2 = [[0, 1], [2, 3]]
score = 0.5 * percentile(now.astype(float)) + 0.3 * percentile(growth.astype(float)) + 0.2 * percentile(margin.astype(float))
steps = margin.map(lambda it: 50 if pd.isna(it) else [100, 60, 20, 0][at_least(it, 2_000_000, 500_000, 0)])
stepped = 0.6 * percentile(now.astype(float)) + 0.4 * steps.astype(float)


def rule(at):
    if table.Industry[at] == "Food" and now[at] >= 2_000_000:
        return 0
    if table.Region[at] != "Yorkshire" and pd.notna(growth[at]) and growth[at] >= 0.1:
        return 1
    if pd.notna(margin[at]) and margin[at] < 0:
        return 3
    return 2


METHODS = {
    "share": by_ends(lambda _, sum: cut((sum, total), 6_000, 8_500, 9_700)),
    "customers": by_ends(lambda place, _: cut((place, len(ranked)), 2_000, 5_000)),
    "amounts": by_ends(lambda place, _: at_least(int(ranked.iloc[place]), 10_000_000, 1_000_000, 96_000)),
    "matrix of nine": pd.Series([MATRIX_3[v][3 - p] for v, p in zip(value_class(8_000, 9_500), potential)]),
    "matrix of four": pd.Series([MATRIX_2[v][0 if p == 3 else 1] for v, p in zip(value_class(8_000), potential)]),
    "score by rank": score.map(lambda it: at_least(it, 70, 45)),
    "score by limits": stepped.map(lambda it: at_least(it, 80, 50, 30)),
    "rules": pd.Series([rule(at) for at in now.index]),
}
for name, tiers in METHODS.items():
    all = pd.DataFrame({"tier": tiers.fillna(9), "sum": now})
    print(name, [(int(len(it)), int(it["sum"].sum())) for _, it in all.groupby("tier")])
print("nearest to a limit of points", min(abs(score - 70).min(), abs(score - 45).min(), abs(stepped - 80).min(), abs(stepped - 50).min(), abs(stepped - 30).min()))
