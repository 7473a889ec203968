"""Every figure of See for a sample company by another program: prints the figures of tests/it/seen.rs.

Not needed by the tests. pip install numpy pandas scipy jenkspy; python tests/independent/see.py
"""

import contextlib
import io

import pandas as pd
from scipy.stats import median_abs_deviation
import numpy as np

with contextlib.redirect_stdout(io.StringIO()):
    from change import retention
    from fit import agreement, stability

table = pd.read_csv("samples/packaging.en.csv", skiprows=3, dtype=str)
table = table[table["Company no."].notna() & (table.Customer != "Customer")]
number = lambda name: table[name].str.replace(",", "").astype(float)
now, before, margin = (number(it) for it in ("Sales 2025 (EUR)", "Sales 2024 (EUR)", "Margin 2025 (EUR)"))

print("whale", sum(margin > 0), sum(margin < 0), round(margin[margin > 0].sum(), 2), round(margin[margin < 0].sum(), 2))

now, before = now.fillna(0), before.fillna(0)
course = pd.Series("apart", index=now.index)
change = (now - before).round(2)
both = (now > 0) & (before > 0)
band = (before * 0.05).where(both)
course[both] = "steady"
course[both & (change < -band)] = "shrinking"
course[both & (change > band)] = "growing"
course[(before > 0) & (now <= 0)] = "lost"
course[(before <= 0) & (now > 0)] = "new"
print(change.groupby(course).agg(["count", "sum"]).round(2))
print(round(before.sum(), 2), round(now.sum(), 2), retention(list(zip(before, now))))

ratios = np.log(now[both] / before[both])
spread = median_abs_deviation(ratios) * 1.4826
print("spread", spread, both.sum())
values = sorted(now[now > 0], reverse=True)
for cuts in ((0.6, 0.85, 0.97), (0.8, 0.95), (0.8,)):
    kept = stability(values, spread, cuts)
    print("stability", cuts, sum(kept) / len(kept) / 1000, sum(it < 800 for it in kept))
print("agreement", agreement([round(it, 2) for it in values]), len(values))
