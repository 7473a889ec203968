"""Natural and head/tail breaks by other programs: prints the cases of src/domain/tiers/breaks/tests.rs.

Not needed by the tests. pip install jenkspy mapclassify; python tests/independent/breaks.py
"""

import random

import jenkspy
import mapclassify
import numpy as np


def sizes(values, limits):
    """How many values each class holds, the largest values first; `limits` are upper ends, rising."""
    counts = [0] * len(limits)
    for value in values:
        counts[next(i for i, end in enumerate(limits) if value <= end + 1e-9)] += 1
    return counts[::-1]


def head_tail(values, classes):
    """Jiang's recursion, with a head of at most 40 % and at most so many classes."""
    bins = mapclassify.HeadTailBreaks(np.array(values, dtype=float)).bins
    means = [it for it in bins[:-1]]
    kept, everyone = [], len(values)
    for mean in means:
        head = sum(it > mean for it in values)
        if len(kept) + 1 == classes or head == 0 or head == everyone:
            break
        kept.append(head)
        if head > 0.4 * everyone:
            break
        everyone = head
    ends = kept[::-1] + [len(values)]
    return [b - a for a, b in zip([0] + ends, ends)]


def cases():
    yield [50, 30, 15, 5]
    yield [100, 99, 98, 50, 49, 48, 3, 2, 1]
    yield [1000, 10, 10, 10, 9, 9, 8]
    yield [7, 7, 7, 3, 3, 1]
    rng = random.Random(7)
    for n in (12, 40, 200):
        yield sorted((int(rng.paretovariate(1.1) * 100) for _ in range(n)), reverse=True)


for values in cases():
    for classes in (2, 3, 4, 5):
        if classes <= len(set(values)):
            limits = jenkspy.jenks_breaks(values, n_classes=classes)[1:]
            print("natural", classes, values if len(values) < 41 else len(values), sizes(values, limits))
    for classes in (2, 3, 5):
        print("head_tail", classes, values if len(values) < 41 else len(values), head_tail(values, classes))
