"""The same exercise under otter-grader, in an environment of its own beside the checkout.

``scripts/setup bench`` makes it; without it the rows say so.
"""

import subprocess
import tempfile
import time
from pathlib import Path

PYTHON = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"
MISSING = "otter-grader is not installed; `scripts/setup bench` installs it"
TEST = """OK_FORMAT = True
test = {
    "name": "q1",
    "points": None,
    "suites": [{"cases": [
        {"code": ">>> import numpy as np\\n>>> x = np.ones((3, 4))\\n"
                 ">>> bool((double(x) == x + x).all())\\nTrue",
         "hidden": False, "locked": False},
        {"code": ">>> float(double(3.0))\\n6.0", "hidden": False, "locked": False},
    ], "scored": True, "setup": "", "teardown": "", "type": "doctest"}],
}
"""


def milliseconds(source: str) -> float | None:
    """Return the time of one ``otter check`` of a source; None when there is no otter."""
    if not PYTHON.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "tests").mkdir()
        Path(folder, "tests", "q1.py").write_text(TEST, encoding="utf-8")
        Path(folder, "answer.py").write_text(source, encoding="utf-8")
        command = [str(PYTHON), "-m", "otter", "check", "answer.py", "-q", "q1"]
        start = time.perf_counter()
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False
        )
        elapsed = (time.perf_counter() - start) * 1000
        if "passed" not in done.stdout.lower():
            raise RuntimeError(f"otter did not pass it: {done.stdout}{done.stderr[-800:]}")
        return elapsed
