"""RFM of the accounting samples by pandas: prints the expectations of tests/it/cli.rs.

Not needed by the tests. pip install pandas; python tests/independent/rfm.py
"""

import pandas as pd

FILES = {
    "fi": dict(sep=";", date="Laskupvm", customer="Asiakasnro", order="Laskun nro", amount="Veroton", dayfirst=True),
    "en": dict(sep=",", date="Invoice date", customer="Customer no.", order="Invoice no.", amount="Net amount", dayfirst=True),
}


def number(text):
    text = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("−", "-")
    if "," in text and "." in text:
        text = text.replace(",", "")
    return float(text.replace(",", "."))


def score(values):
    """min(5, 1 + floor(5 L / n)), L strictly worse: rank(method='min') - 1 counts them."""
    worse = values.rank(method="min") - 1
    return (1 + (5 * worse // len(values))).clip(upper=5).astype(int)


for lang, it in FILES.items():
    rows = pd.read_csv(f"samples/accounting.{lang}.csv", sep=it["sep"], dtype=str, encoding="utf-8-sig")
    rows = rows[rows[it["customer"]].notna() & rows[it["date"]].notna()]
    rows["amount"] = rows[it["amount"]].map(number)
    rows["day"] = pd.to_datetime(rows[it["date"]], dayfirst=it["dayfirst"])
    reference = rows["day"].max() + pd.Timedelta(days=1)
    all = rows.groupby(it["customer"], sort=False).agg(
        last=("day", "max"), orders=(it["order"], "nunique"), sum=("amount", "sum")
    )
    all["sum"] = all["sum"].round(4)
    all["r"], all["f"], all["m"] = score(all["last"]), score(all["orders"]), score(all["sum"])
    counts = [[int((all[key] == n).sum()) for n in range(1, 6)] for key in "rfm"]
    distinct = [int(all[key].nunique()) for key in ("last", "orders", "sum")]
    codes = (all["r"].astype(str) + all["f"].astype(str) + all["m"].astype(str)).value_counts()
    print(lang, reference.date(), len(all), distinct, counts)
    print("  ", [(code, int(n)) for code, n in sorted(codes.items(), key=lambda it: (-it[1], it[0]))][:6])
