"""Settings of the process: the learner's own, none of the judge's or of the next check's."""

from tests.judge.submissions import RIGHT, bad, odd
from tutor.protocol import Outcome

RAISED, FAILED, CRASHED = Outcome.RAISED, Outcome.FAILED, Outcome.CRASHED
UNLOADED = Outcome.NOT_IMPORTABLE


def set_once(name, why, statement, **rest):
    """Return a right program that changes a setting when it is loaded."""
    return odd(name, why, f"import gc, locale, os, signal, sys, threading\n"
               f"import numpy as np\n{statement}\n{RIGHT}", **rest)  # fmt: skip


SUBMISSIONS = [
    set_once("umask", "the mask of new files", "os.umask(0o777)"),
    set_once("folder", "the current folder", "os.chdir('/')"),
    set_once("folder_is_gone", "a current folder that is gone",
             "os.mkdir('d')\nos.chdir('d')\nos.rmdir('../d')"),
    set_once("environment", "the environment",
             "os.environ.clear()\nos.environ['PYTHONPATH'] = '/x'\nos.unsetenv('HOME')"),
    set_once("language", "the locale", "locale.setlocale(locale.LC_ALL, 'C')"),
    set_once("handlers", "all signal handlers",
             "for n in range(1, 32):\n"
             "    if n not in (9, 19):\n        signal.signal(n, signal.SIG_IGN)"),
    set_once("recursion_limit", "the limit of recursion", "sys.setrecursionlimit(10 ** 6)"),
    set_once("switch_interval", "how often threads take turns",
             "sys.setswitchinterval(1e-6)"),
    set_once("tracing", "a trace function",
             "sys.settrace(lambda *a: None)\nthreading.settrace(lambda *a: None)\n"
             "sys.setprofile(lambda *a: None)"),
    set_once("no_collector", "no garbage collection", "gc.disable()\ngc.freeze()"),
    set_once("numpy_raises", "numpy that raises on every overflow", "np.seterr(all='raise')"),
    set_once("numpy_prints", "numpy that prints otherwise",
             "np.set_printoptions(precision=1, formatter={'all': lambda x: '?'})"),
    set_once("warnings_raise", "warnings that raise",
             "import warnings\nwarnings.simplefilter('error')"),
    set_once("seeds", "seeded generators", "np.random.seed(0)\nimport random\nrandom.seed(0)"),
    set_once("audit_hook", "a hook that watches", "sys.addaudithook(lambda *a: None)"),
    set_once("short_ints", "a lower limit on digits", "sys.set_int_max_str_digits(640)"),
    set_once("no_argv", "no arguments and no path",
             "sys.argv.clear()\nsys.path.clear()\nsys.meta_path.clear()"),
    set_once("empty_modules", "modules that are forgotten",
             "for n in [n for n in sys.modules if n.startswith('tutor')]:\n"
             "    del sys.modules[n]"),
    set_once("poisoned_modules", "modules that are replaced",
             "for n in ('tutor', 'tutor.wire', 'tutor.worker', 'json', 'numpy.linalg'):\n"
             "    sys.modules[n] = None"),
    set_once("import_hook", "an import hook that lies",
             "class Liar:\n    def find_spec(self, *a):\n        raise RuntimeError\n"
             "sys.meta_path.insert(0, Liar())"),
    set_once("no_excepthook", "hooks for uncaught exceptions",
             "sys.excepthook = sys.unraisablehook = threading.excepthook = None"),
    bad(RAISED, "numpy_raises_inside", "such an exception is the learner's own", """\
        import numpy as np
        np.seterr(all='raise')
        def double(x):
            return np.float64(1e308) * 10
        """, says="FloatingPointError"),
    bad(FAILED, "deletes_a_builtin", "a builtin that is gone is gone here only", """\
        import builtins
        del builtins.sorted, builtins.zip
        def double(x):
            return 0 * x
        """),
    bad(CRASHED, "deletes_what_is_needed", "who takes this process apart ends it", """\
        import builtins
        del builtins.len
        def double(x):
            return 2 * x
        """, says="ended its process"),
    bad(UNLOADED, "deletes_itself", "a file that deletes its own function", """\
        def double(x):
            return 2 * x
        del double
        """, says="does not define"),
    odd("torch_settings", "threads, modes and checks of torch", """\
        import torch
        torch.set_num_threads(2)
        torch.manual_seed(0)
        torch.autograd.set_detect_anomaly(True)
        torch.use_deterministic_algorithms(True)
        class Scale(torch.nn.Module):
            def __init__(self, size):
                super().__init__()
                self.weight = torch.nn.Parameter(2 * torch.ones(size))
            def forward(self, x):
                return x * self.weight
        """, exercise="scale"),
    bad(RAISED, "no_gradients", "gradients that were switched off", """\
        import torch
        torch.set_grad_enabled(False)
        class Scale(torch.nn.Module):
            def __init__(self, size):
                super().__init__()
                self.weight = torch.nn.Parameter(2 * torch.ones(size))
            def forward(self, x):
                return x * self.weight
        """, says="grad", exercise="scale"),
]  # fmt: skip
