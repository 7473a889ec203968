"""Computed ABC limits by other programs: prints the cases of src/domain/tiers/breaks/tests.rs.

Not needed by the tests. pip install abc_analysis; python tests/independent/computed.py [table.csv column]

Two judges. The definition itself in exact fractions, written apart from the product: counts must be equal.
And `abc_analysis`, a port of the R package of the authors (Ultsch & Lötsch 2015): it lays a cubic spline
through the curve and looks at it in 101 or 1,001 places, so its limits are off by up to a hundredth of the
customers, or a thousandth with more than a hundred; where many values are alike the spline's slope swings
about one, and its break-even point is the last of several. It counts who stands on the limit between A and
B to B, though the limit is its value; here that customer is in A, as the point is on the curve after it.
"""

import csv
import random
import sys
import warnings
from fractions import Fraction

from abc_analysis import abc_analysis

warnings.simplefilter("ignore")


def exact(values):
    values = sorted((it for it in values if it > 0), reverse=True)
    n, total = len(values), sum(values)
    if values[0] == values[-1]:
        return [n]
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)

    def nearest(ends, x):
        """The end of the curve's steps nearest to (x, 1); the first of equals."""
        return min(ends, key=lambda end: (Fraction(end, n) - x) ** 2 + (1 - Fraction(sums[end], total)) ** 2)

    pareto = nearest(range(1, n + 1), 0)
    average = sum(value * n >= total for value in values)
    first, later = max(1, min(pareto, average)), max(pareto, average)
    second = nearest(range(min(n, max(later, first + 1)), n + 1), Fraction(later, n))
    ends = [first, second, n]
    # Equal values are in the tier of the first of them.
    ends = [max((i + 1 for i in range(end, n) if values[i] == values[end - 1]), default=end) for end in ends]
    return [b - a for a, b in zip([0] + ends, ends)]


def port(values):
    values = [float(it) for it in sorted((it for it in values if it > 0), reverse=True)]
    found = abc_analysis(values)
    ends = [sum(it >= found[limit] for it in values) for limit in ("ABLimit", "BCLimit")] + [len(values)]
    return [b - a for a, b in zip([0] + ends, ends)]


def cases():
    yield "tiny", [50, 30, 15, 3, 2]
    yield "giant", [1_000, 1, 1, 1, 1]
    yield "near", [10, 9, 8]
    yield "line", list(range(1, 41))
    yield "powers", [2**it for it in range(12)]
    yield "harmonic", [1_000_000 // (it + 1) for it in range(200)]
    rng = random.Random(7)
    for n in (12, 40, 200, 1_500):
        yield f"pareto {n}", sorted((int(rng.paretovariate(1.1) * 100) for _ in range(n)), reverse=True)
    if len(sys.argv) == 3:
        with open(sys.argv[1], encoding="utf-8-sig") as table:
            yield sys.argv[2], [round(float(row[sys.argv[2]]) * 100) for row in csv.DictReader(table)]


for name, values in cases():
    print(name, values if len(values) < 13 else len(values), "exact", exact(values), "port", port(values))
