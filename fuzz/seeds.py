"""Seeds for the fuzzer from the cases of tests/data/ingest: python3 fuzz/seeds.py

Packed workbooks are written unpacked, so that a changed byte is a changed byte of a part.
"""

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "data" / "ingest"

for target in ("customers", "workbook", "number", "date"):
    (HERE / "corpus" / target).mkdir(parents=True, exist_ok=True)
for case in CASES.iterdir():
    for file in case.glob("input.*"):
        data = file.read_bytes()
        if case.name.startswith("workbook_"):
            if data.startswith(b"PK\x03\x04") and zipfile.is_zipfile(file):
                plain = io.BytesIO()
                with zipfile.ZipFile(file) as packed, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as out:
                    for name in packed.namelist():
                        out.writestr(name, packed.read(name))
                data = plain.getvalue()
            (HERE / "corpus" / "workbook" / case.name).write_bytes(data)
        elif len(data) < 4096:
            (HERE / "corpus" / "customers" / case.name).write_bytes(data)
            lines = data.decode("utf-8", "replace").replace(";", "\n").replace("\t", "\n").replace(",", "\n")
            for target in ("number", "date"):
                (HERE / "corpus" / target / case.name).write_text(lines[:600])
