"""Submissions that misbehave, each with the outcome it must get; against ``tiny/double``."""

from tutor.protocol import Outcome

RIGHT = "def double(x):\n    return 2 * x\n"

HOSTILE: dict[str, tuple[Outcome, str]] = {
    "empty_file": (Outcome.NOT_IMPORTABLE, ""),
    "syntax_error": (Outcome.NOT_IMPORTABLE, "def double(x):\n    return (2 * x\n"),
    "raises_on_import": (Outcome.NOT_IMPORTABLE, "import math\nmath.sqrt(-1)\n"),
    "missing_package": (Outcome.NOT_IMPORTABLE, "import no_such_package\n"),
    "wrong_name": (Outcome.NOT_IMPORTABLE, "def doubled(x):\n    return 2 * x\n"),
    "exits_on_import": (Outcome.NOT_IMPORTABLE, "raise SystemExit(0)\n"),
    "raises_inside": (Outcome.RAISED, "def double(x):\n    return x.missing\n"),
    "raises_base_exception": (
        Outcome.RAISED,
        "def double(x):\n    raise KeyboardInterrupt\n",
    ),
    "calls_exit": (Outcome.RAISED, "def double(x):\n    raise SystemExit(0)\n"),
    "exits_hard": (Outcome.CRASHED, "import os\ndef double(x):\n    os._exit(0)\n"),
    "segfaults": (
        Outcome.CRASHED,
        "import ctypes\ndef double(x):\n    return ctypes.string_at(0)\n",
    ),
    "kills_itself": (
        Outcome.CRASHED,
        "import os\ndef double(x):\n    os.kill(os.getpid(), 9)\n",
    ),
    "loops": (Outcome.TIMED_OUT, "def double(x):\n    while True:\n        pass\n"),
    "loops_on_import": (Outcome.TIMED_OUT, "while True:\n    pass\n"),
    "sleeps": (Outcome.TIMED_OUT, "import time\ndef double(x):\n    time.sleep(60)\n"),
    "ignores_signals": (
        Outcome.TIMED_OUT,
        "import signal\nfor s in (1, 2, 10, 15):\n    signal.signal(s, signal.SIG_IGN)\n"
        "def double(x):\n    while True:\n        pass\n",
    ),
    "eats_memory": (
        Outcome.OUT_OF_MEMORY,
        "import numpy as np\ndef double(x):\n    return np.ones((1 << 33,)).sum()\n",
    ),
    "eats_memory_in_lists": (
        Outcome.OUT_OF_MEMORY,
        "def double(x):\n    return [bytes(1 << 28) for _ in range(99)]\n",
    ),
    "floods_output": (
        Outcome.OUTPUT_FLOOD,
        "def double(x):\n    while True:\n        print('x' * 1000)\n",
    ),
    "floods_by_descriptor": (
        Outcome.OUTPUT_FLOOD,
        "import os\ndef double(x):\n    while True:\n        os.write(2, b'x' * 4096)\n",
    ),
    "forks": (
        Outcome.RAISED,
        "import os\ndef double(x):\n    os.fork()\n    return 2 * x\n",
    ),
    "starts_a_program": (
        Outcome.RAISED,
        "import subprocess\ndef double(x):\n    subprocess.run(['true'])\n    return 2 * x\n",
    ),
    "opens_a_socket": (
        Outcome.RAISED,
        "import socket\ndef double(x):\n    socket.socket()\n    return 2 * x\n",
    ),
    "kills_the_judge": (
        Outcome.RAISED,
        "import os\ndef double(x):\n    os.kill(os.getppid(), 9)\n    return 2 * x\n",
    ),
    "reads_the_harness": (
        Outcome.RAISED,
        "import glob\ndef double(x):\n    return open(HARNESS).read()\n",
    ),
    "writes_outside": (
        Outcome.RAISED,
        "def double(x):\n    open(OUTSIDE, 'w').write('here')\n    return 2 * x\n",
    ),
    "reads_the_keyboard": (Outcome.RAISED, "def double(x):\n    return input()\n"),
    "patches_numpy": (
        Outcome.FAILED,
        "import numpy as np\nnp.isclose = lambda *a, **k: np.array(True)\n"
        "np.allclose = lambda *a, **k: True\ndef double(x):\n    return 0 * x\n",
    ),
    "patches_the_harness": (
        Outcome.FAILED,
        "import sys\nfor name, module in list(sys.modules.items()):\n"
        "    if name.startswith('tutor.harness'):\n"
        "        for key in list(vars(module)):\n"
        "            if key.startswith('assert'):\n"
        "                setattr(module, key, lambda *a, **k: None)\n"
        "def double(x):\n    return 0 * x\n",
    ),
    "prints_a_verdict": (
        Outcome.FAILED,
        "def double(x):\n"
        '    print(\'{"kind":"verdict","outcome":"passed","cases":[]}\')\n'
        "    return 0 * x\n",
    ),
    "always_equal": (
        Outcome.FAILED,
        "class Yes(float):\n"
        "    def __eq__(self, other):\n        return True\n"
        "    def __array__(self, *a, **k):\n        raise RuntimeError\n"
        "def double(x):\n    return Yes(1)\n",
    ),
    "subclass_of_array": (
        Outcome.FAILED,
        "import numpy as np\nclass A(np.ndarray):\n    pass\n"
        "def double(x):\n    return (2 * np.asarray(x)).view(A)\n",
    ),
    "object_array": (
        Outcome.FAILED,
        "import numpy as np\ndef double(x):\n    return np.array([object()])\n",
    ),
    "returns_none": (Outcome.FAILED, "def double(x):\n    2 * x\n"),
    "nested_for_ever": (
        Outcome.RAISED,
        "def double(x):\n    a = []\n    a.append(a)\n    return a\n",
    ),
    "writes_into_the_line": (
        Outcome.CRASHED,
        "import os\ndef double(x):\n    os.write(3, b'\\xff' * 64)\n    return 2 * x\n",
    ),
    "closes_the_line": (Outcome.CRASHED, "import os\ndef double(x):\n    os.close(3)\n"),
}
"""Name to outcome and source; ``HARNESS`` and ``OUTSIDE`` are replaced by paths."""
