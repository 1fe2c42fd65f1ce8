"""What may import what, proven in fresh processes as well as in the import graph."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "gymnasium", "scipy", "sklearn")


def loaded_after(code: str) -> set[str]:
    """Return the names in sys.modules of a fresh process that has run `code`."""
    program = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["progress"], ["doctor"], ["start", "ann/softmax"], ["check", "ann/softmax"],
     ["hint", "ann/softmax"], ["read", "ann/softmax"], ["runs"]],
    ids=lambda a: a[0],
)  # fmt: skip
def test_commands_load_neither_torch_nor_textual(arguments):
    """No plain command imports torch, gymnasium or Textual."""
    code = (
        "import contextlib, io\nfrom tutor.cli import run\n"
        f"with contextlib.redirect_stdout(io.StringIO()):\n    run({arguments!r})"
    )
    assert not loaded_after(code) & {*HEAVY, "textual"}


def test_app_module_loads_nothing_heavy():
    """Importing the app loads neither torch nor numpy nor the course."""
    loaded = loaded_after("import tutor.tui.app")
    assert not loaded & {*HEAVY, "numpy", "markdown_it", "tutor.course", "sqlite3"}


def test_runs_and_watchers_load_no_numpy():
    """A list of runs and the watchers need nothing heavy."""
    loaded = loaded_after("import tutor.runs, tutor.watchers\nfrom tutor import track")
    assert not loaded & {*HEAVY, "numpy", "textual"}


def test_screens_load_no_torch():
    """Every screen together imports neither torch nor gymnasium."""
    screens = (ROOT / "tutor" / "tui" / "screens").glob("*.py")
    names = [f"tutor.tui.screens.{path.stem}" for path in screens]
    assert not loaded_after("\n".join(f"import {name}" for name in names)) & set(HEAVY)


def test_import_contracts_hold():
    """The layers and the forbidden imports of pyproject.toml hold."""
    command = [Path(sys.executable).parent / "lint-imports", "--no-logo"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


def test_program_names_no_content():
    """Nothing in the program knows a topic or an exercise by name."""
    names = {p.name for p in (ROOT / "exercises").glob("*/*") if p.is_dir()}
    for path in (ROOT / "tutor").rglob("*.py"):
        words = set(path.read_text("utf-8").replace('"', " ").replace("'", " ").split())
        assert not words & {f"ann/{name}" for name in names}, path
