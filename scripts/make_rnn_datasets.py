"""Make the data sets of the topic on recurrent networks from packages that ship them.

Run from the root of the repository with two unpacked packages, which only this script
needs: ``python scripts/make_rnn_datasets.py NAMES STATSMODELS``, where NAMES is the folder
`names` of the package names 0.3.0, and STATSMODELS the folder `statsmodels/datasets` of
statsmodels 0.15.0.
"""

import gzip
import sys
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parents[1] / "tutor" / "datasets"


def first_names(source: Path) -> None:
    """Write all distinct first names, in lower case and alphabetical order."""
    found = set()
    for sex in ("female", "male"):
        text = (source / f"dist.{sex}.first").read_text(encoding="ascii")
        found |= {line.split()[0].lower() for line in text.splitlines() if line.strip()}
    target = FOLDER / "first_names.txt.gz"
    lines = "".join(f"{name}\n" for name in sorted(found)).encode("ascii")
    # No time and no file name inside, so that the same names give the same bytes.
    target.write_bytes(gzip.compress(lines, 9, mtime=0))
    print(f"{target.name}: {len(found)} names, {target.stat().st_size} bytes")


def sea_temperature(source: Path) -> None:
    """Write the monthly temperatures in thousandths of a degree, one row per year."""
    table = np.loadtxt(source / "elnino" / "elnino.csv", delimiter=",", skiprows=1)
    years, months = table[:, 0].astype(int), np.rint(1000 * table[:, 1:]).astype(np.uint16)
    if years.tolist() != list(range(1950, 2011)) or not np.isfinite(table).all():
        raise ValueError("the years are not 1950 to 2010, or a month is missing")
    target = FOLDER / "sea_temperature.npz"
    np.savez_compressed(target, thousandths=months)
    print(f"{target.name}: {months.size} months, {target.stat().st_size} bytes")


def main() -> None:
    """Write both files."""
    names, tables = map(Path, sys.argv[1:])
    first_names(names)
    sea_temperature(tables)


if __name__ == "__main__":
    main()
