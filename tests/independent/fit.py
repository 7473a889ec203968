"""Spread, stability and agreement by another program: prints the figures of src/domain/fit's tests.

Not needed by the tests. pip install numpy scipy jenkspy; python tests/independent/fit.py
It draws the same numbers (SplitMix64, quantiles of the normal distribution) and sorts each draw.
"""

import jenkspy
import numpy as np
from scipy.stats import median_abs_deviation, norm

DRAWS, SEED, FACTORS = 1000, 2025, 1 << 14
MASK = (1 << 64) - 1


def numbers(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        it = seed
        it = ((it ^ (it >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        it = ((it ^ (it >> 27)) * 0x94D049BB133111EB) & MASK
        yield it ^ (it >> 31)


def share_ends(values, cuts):
    """Where tiers end by rank in falling `values`; equal values stay together."""
    running = np.cumsum(values)
    ends = []
    for cut in cuts:
        end = int(np.argmax(running >= cut * running[-1])) + 1
        ends.append(int(np.sum(values >= values[end - 1])))
    return ends + [len(values)]


def tiers(values, cuts):
    order = np.sort(values)[::-1]
    ends = share_ends(order, cuts)
    least = [order[end - 1] for end in ends[:-1]]
    return np.array([sum(value < it for it in least) for value in values])


def stability(values, spread, cuts):
    values = np.array(sorted(values, reverse=True), dtype=float)
    chances = (np.arange(FACTORS) + 0.5) / FACTORS
    factors = np.exp(spread * norm.ppf(chances) - spread**2 / 2)
    today = tiers(values, cuts)
    kept = np.zeros(len(values), dtype=int)
    source = numbers(SEED)
    for _ in range(DRAWS):
        picks = []
        for at in range(len(values)):
            bits = next(source) if at % 4 == 0 else bits >> 16
            picks.append(bits % FACTORS)
        kept += tiers(values * factors[picks], cuts) == today
    return kept.tolist()


def computed(values):
    """Ultsch & Lötsch 2015 with the guards of docs/definitions.md."""
    n, total = len(values), sum(values)
    if values[0] == values[-1]:
        return [n]
    running = np.concatenate([[0], np.cumsum(values)]) / total
    nearest = lambda start, x: min(range(start, n + 1), key=lambda k: ((k / n - x) ** 2 + (1 - running[k]) ** 2, k))
    pareto = nearest(1, 0.0)
    average = sum(it * n >= total for it in values)
    first, later = max(min(pareto, average), 1), max(pareto, average)
    return [first, nearest(min(max(later, first + 1), n), later / n), n]


def natural(values, classes):
    classes = min(classes, len(set(values)))
    if classes < 2:
        return [len(values)]
    limits = jenkspy.jenks_breaks(values, n_classes=classes)[1:]
    return [sum(it > limit + 1e-9 for it in values) for limit in limits[::-1][1:]] + [len(values)]


def together(values, ends):
    ends = [sum(it >= values[end - 1] for it in values) if end else 0 for end in ends]
    return ends + [len(values)] * (3 - len(ends))


def agreement(values):
    if not values:
        return 0
    array = np.array(values, dtype=float)
    ways = [share_ends(array, (0.7, 0.9)), share_ends(array, (0.8, 0.95)), natural(values, 3), computed(values)]
    tier = lambda ends, rank: sum(end <= rank for end in ends)
    ways = [together(values, ends) for ends in ways]
    return sum(len({tier(ends, rank) for ends in ways}) == 1 for rank in range(len(values)))


pairs = [(100, 110), (200, 180), (300, 300), (50, 75), (80, 60), (900, 990), (10, 12), (40, 30), (70, 77), (60, 1), (500, 480)]
for some in (pairs, pairs[:10]):
    print("spread", len(some), median_abs_deviation([np.log(b / a) for a, b in some]) * 1.4826)

falling = [1_000_000 // (it * it + 3) for it in range(1, 41)]
for values, spread in (([100], 0.25), ([100, 90], 0.25), ([1000, 10, 9], 0.25), ([50] * 3, 0.25), (falling, 0.3)):
    kept = stability(values, spread, (0.8, 0.95))
    print("stability", values[:5], spread, kept, sum(kept) / len(kept) / DRAWS, sum(it < 800 for it in kept))

falling = [60_000 // (it * it) for it in range(1, 61)]
for values in ([], [5], [5, 5, 5], [1000, 1, 1, 1], [100, 60, 30, 20, 10, 5, 4, 3, 2, 1], falling):
    print("agreement", values[:10], agreement(values))
