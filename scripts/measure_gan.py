"""Train the demo Duel's small GANs, with the solution's gradients, and count heaps.

For each loss, speed of the discriminator and R1 setting: the heaps that are held at the end,
and the most that were ever held, for each of five starts. The lessons of topic `gan` quote
these. Takes about 20 seconds of one core: ``python scripts/measure_gan.py``.
"""

import importlib.util
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTS = "01234"


def loaded(path: Path) -> types.ModuleType:
    """Return the module at `path`."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def duel() -> types.ModuleType:
    """Return the demo, with the solution in place of the learner's code."""
    sys.path.insert(0, str(ROOT))
    sys.modules["tutor.yours"] = loaded(ROOT / "solutions/gan/gan_losses/solution.py")
    return loaded(ROOT / "lessons/gan/demos/duel.py")


def main() -> None:
    """Print a line for each setting."""
    demo = duel()
    for loss in ("non-saturating", "saturating"):
        for speed in demo.SPEEDS:
            for r1 in ("off", "on"):
                runs = [demo.history(loss, speed, r1, start) for start in STARTS]
                ends = [run[-1] for run in runs]
                most = [max(run) for run in runs]
                print(f"{loss:15} {speed:16} R1 {r1:4} at the end {ends} at most {most}")


if __name__ == "__main__":
    main()
