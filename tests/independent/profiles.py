"""What sets a tier apart and who lacks what, by other programs: writes tests/data/profiles/cases.json.

Fisher's test by scipy for small files and by mpmath with 40 digits for large ones, Wilson's interval and
Holm's correction by statsmodels, white space by pandas over every customer and product. Not needed by the
tests. pip install scipy statsmodels pandas mpmath; python tests/independent/profiles.py
"""

import json
import random
from pathlib import Path

import pandas as pd
from mpmath import exp, loggamma, mp, mpf
from scipy.stats import fisher_exact
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

OUT = Path(__file__).parents[1] / "data" / "profiles" / "cases.json"
FEWEST = 5
mp.dps = 40


def fisher_large(both, part, value, everybody):
    """Two-sided, each division's likelihood from logarithms of factorials with 40 digits."""
    choose = lambda n, k: loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)
    log = lambda k: choose(value, k) + choose(everybody - value, part - k) - choose(everybody, part)
    limit = log(both) + mpf(10) ** -20
    least, most = max(0, part + value - everybody), min(part, value)
    mode = (part + 1) * (value + 1) // (everybody + 2)
    # Beyond forty deviations nothing is left.
    deviation = (part * value / everybody * (1 - part / everybody) * (1 - value / everybody)) ** 0.5
    reach = int(40 * deviation) + 40
    logs = (log(k) for k in range(max(least, mode - reach), min(most, mode + reach) + 1))
    return float(sum(exp(it) for it in logs if it <= limit))


def fisher(both, part, value, everybody):
    table = [[both, part - both], [value - both, everybody - part - value + both]]
    return float(fisher_exact(table).pvalue)


def wilson(hits, of):
    low, high = proportion_confint(hits, of, alpha=0.05, method="wilson")
    # What rounding leaves beside the edge is dropped.
    return [float(low) if hits else 0.0, float(high)]


def fourfolds(rng):
    cases = []
    for everybody in [1, 2, 3, 4, 7, 12, 30, 30, 30, 140, 140, 140, 612, 612, 2_000, 2_000]:
        part, value = rng.randint(1, everybody), rng.randint(1, everybody)
        both = rng.randint(max(0, part + value - everybody), min(part, value))
        cases.append([both, part, value, everybody, fisher(both, part, value, everybody)])
    for both, part, value, everybody in [
        (2_050, 20_000, 10_000, 100_000),
        (120, 500, 20_000, 100_000),
        (5, 5, 5, 1_000_000),
        (0, 1_000, 5_000, 1_000_000),
        (20_400, 200_000, 100_000, 1_000_000),
        (251_000, 500_000, 500_000, 1_000_000),
    ]:
        cases.append([both, part, value, everybody, fisher_large(both, part, value, everybody)])
    return [it + wilson(it[0], it[1]) for it in cases]


def customers(rng, n, tiers):
    words = lambda letters, unknown: rng.choice([None] * unknown + list(letters))
    rows = []
    for _ in range(n):
        tier = rng.choice([None] + list(range(tiers)) * 4)
        # The first tier leans to one industry and one product, so that something is to be found.
        industry = "A" if tier == 0 and rng.random() < 0.5 else words("AABBC", 1)
        bought = {p: rng.randint(-2, 900) * 100 for p in range(6) if rng.random() < (0.7 if p < 2 else 0.35)}
        if tier == 0 and rng.random() < 0.6:
            bought[5] = rng.randint(1, 900) * 100
        rows.append({"tier": tier, "industry": industry, "size": words("SML", 2), "region": words("NESWX", 1), "bought": bought})
    return rows


def compared(rows, tier):
    """Each value of the tier: counts, chance and corrected chance."""
    found = []
    for attribute in ("industry", "size", "region", "product"):
        if attribute == "product":
            pairs = [(at, p) for at, it in enumerate(rows) for p, sum_ in it["bought"].items() if sum_ > 0]
        else:
            pairs = [(at, it[attribute]) for at, it in enumerate(rows) if it[attribute]]
        frame = pd.DataFrame([{"at": at, "value": v, "tier": rows[at]["tier"]} for at, v in pairs if rows[at]["tier"] is not None])
        everybody = frame["at"].nunique()
        part = frame[frame["tier"] == tier]["at"].nunique()
        for value, group in frame.groupby("value"):
            both, with_value = int((group["tier"] == tier).sum()), len(group)
            enough = part >= FEWEST and with_value >= FEWEST
            if with_value == everybody or (both == 0 and not enough) or part in (0, everybody):
                continue
            chance = fisher(both, part, with_value, everybody) if enough else None
            found.append([attribute, str(value), both, part, with_value, everybody, chance])
    tested = [it for it in found if it[-1] is not None]
    corrected = iter(multipletests([it[-1] for it in tested], method="holm")[1]) if tested else iter(())
    return [it + [float(next(corrected)) if it[-1] is not None else None] for it in found]


def white_space(rows):
    """Every customer is asked about every product."""
    known = [at for at, it in enumerate(rows) if it["tier"] is not None and any(s > 0 for s in it["bought"].values())]
    frame = pd.DataFrame([{"at": at, "tier": rows[at]["tier"], "industry": rows[at]["industry"], **{p: max(rows[at]["bought"].get(p, 0), 0) for p in range(6)}} for at in known])
    found = []
    for _, own in frame.iterrows():
        peers = frame[(frame["tier"] == own["tier"]) & (frame["industry"] == own["industry"]) & (frame["at"] != own["at"])]
        if not own["industry"] or len(peers) < FEWEST:
            continue
        for p in range(6):
            buyers = peers[peers[p] > 0][p]
            if own[p] == 0 and len(buyers) >= 0.5 * len(peers):
                found.append([int(own["at"]), p, len(buyers), len(peers), int(buyers.median())])
    return found


def main():
    rng = random.Random(2026)
    files = []
    for n, tiers in ((1, 2), (12, 2), (60, 3), (90, 4)):
        rows = customers(rng, n, tiers)
        files.append(
            {
                "tiers": tiers,
                "customers": [[it["tier"], it["industry"], it["size"], it["region"], sorted(it["bought"].items())] for it in rows],
                "compared": [compared(rows, tier) for tier in range(tiers)],
                "whiteSpace": white_space(rows) if n > 1 else [],
            }
        )
    OUT.parent.mkdir(exist_ok=True)
    line = lambda it: json.dumps(it, separators=(",", ":"))
    lines = lambda name, all_: f'"{name}":[\n' + ",\n".join(line(it) for it in all_) + "\n]"
    OUT.write_text("{" + lines("fourfolds", fourfolds(rng)) + ",\n" + lines("files", files) + "}\n")


main()
