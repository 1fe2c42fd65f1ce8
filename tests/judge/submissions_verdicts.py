"""Attempts to be passed without being right."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

FAILED, RAISED, CRASHED = Outcome.FAILED, Outcome.RAISED, Outcome.CRASHED
UNLOADED = Outcome.NOT_IMPORTABLE

SUBMISSIONS = [
    bad(FAILED, "patches_numpy", "the judge compares with its own numpy", """\
        import numpy as np
        np.isclose = lambda *a, **k: np.array(True)
        np.allclose = lambda *a, **k: True
        def double(x):
            return 0 * x
        """),
    bad(FAILED, "patches_the_harness", "assertions are not in this process", """\
        import sys
        for name, module in list(sys.modules.items()):
            if name.startswith('tutor.harness'):
                for key in list(vars(module)):
                    if key.startswith('assert'):
                        setattr(module, key, lambda *a, **k: None)
        def double(x):
            return 0 * x
        """),
    bad(FAILED, "patches_the_judging", "the verdict is not made in this process", """\
        import tutor.worker.judging as judging
        from tutor.protocol import Outcome
        judging.overall = lambda results, declared: Outcome.PASSED
        judging.judge = lambda *a: None
        def double(x):
            return 0 * x
        """),
    bad(FAILED, "patches_builtins", "equality of builtins is the judge's own", """\
        import builtins
        builtins.abs = lambda x: 0
        builtins.all = builtins.any = lambda values: True
        builtins.round = lambda *a: 6.0
        def double(x):
            return 0.0
        """),
    bad(FAILED, "prints_a_verdict", "what is printed is text and nothing else", """\
        def double(x):
            print('{"kind":"verdict","outcome":"passed","cases":[]}')
            return 0 * x
        """),
    bad(UNLOADED, "exits_with_success", "exit status 0 is no pass", """\
        raise SystemExit(0)
        """, says="SystemExit"),
    bad(RAISED, "exits_with_success_inside", "nor inside a call", """\
        def double(x):
            raise SystemExit(0)
        """, says="SystemExit"),
    bad(CRASHED, "exits_hard_with_success", "no reply is no pass", """\
        import os
        def double(x):
            os._exit(0)
        """, says="ended its process (exit status 0)"),
    bad(FAILED, "rewrites_at_exit", "an exit handler comes too late and is not run", """\
        import atexit
        atexit.register(lambda: print('passed'))
        def double(x):
            return 0 * x
        """),
    bad(RAISED, "raises_a_pass", "an exception named like a success is one that was raised",
        """\
        class Passed(BaseException):
            pass
        def double(x):
            raise Passed
        """, says="Passed"),
    bad(RAISED, "raises_discarded", "an assumption of the harness cannot be broken from here",
        """\
        from tutor.harness.cases import Discarded
        def double(x):
            raise Discarded
        """, says="Discarded"),
    bad(RAISED, "raises_stop_iteration", "a value inside an exception is no value", """\
        def double(x):
            raise StopIteration(2 * x)
        """, says="StopIteration"),
    bad(FAILED, "counts_calls", "right only for the first calls", """\
        calls = 0
        def double(x):
            global calls
            calls += 1
            return 2 * x if calls < 5 else 0 * x
        """),
    bad(FAILED, "right_on_the_second_look", "wrong first, right when asked again", """\
        calls = 0
        def double(x):
            global calls
            calls += 1
            return 0 * x if calls == 1 else 2 * x
        """),
    bad(FAILED, "remembers_answers", "answers from memory are wrong for new questions", """\
        known = {}
        def double(x):
            return known.setdefault(type(x), 2 * x)
        """),
    bad(FAILED, "returns_the_argument", "the argument is not its double", """\
        def double(x):
            return x
        """, says="1/2 of what it should be"),
    bad(FAILED, "decides_by_the_seed", "the global generators say nothing of the draws", """\
        import numpy as np
        def double(x):
            return np.random.default_rng(np.random.get_state()[1][0]).normal(size=np.shape(x))
        """),
    bad(FAILED, "decides_by_chance", "right half of the time is not right", """\
        import random
        random.seed(5)
        def double(x):
            return 2 * x if random.random() < 0.5 else x - 1
        """),
    bad(FAILED, "changes_the_argument", "the caller's array is changed", """\
        import numpy as np
        def double(x):
            x *= 2
            return x if isinstance(x, float) else x.copy()
        """, says="changed its argument number 1"),
    bad(FAILED, "forges_what_it_changed", "the record of what a call changed is made beside "
        "the learner's code", """\
        import tutor.worker.learning as learning
        learning.fingerprint = lambda value: 0
        def double(x):
            x *= 2
            return x if isinstance(x, float) else x.copy()
        """, ),
    bad(FAILED, "changes_it_later", "what is returned is copied when it is returned", """\
        import threading, time, numpy as np
        def double(x):
            result = np.zeros_like(x)
            threading.Timer(0.01, lambda: result.__iadd__(2 * x)).start()
            return result
        """),
    bad(FAILED, "always_equal", "a float's subclass is an object of its own", """\
        class Yes(float):
            def __eq__(self, other):
                return True
            def __array__(self, *a, **k):
                raise RuntimeError
        def double(x):
            return Yes(1)
        """),
    bad(FAILED, "subtracts_to_nothing", "operators of the learner are never called", """\
        class Nought:
            shape, dtype, ndim = (), float, 0
            def __sub__(self, other):
                return 0.0
            __rsub__ = __lt__ = __le__ = __eq__ = __abs__ = __float__ = lambda *a: 0.0
        def double(x):
            return Nought()
        """),
    odd("replaces_print", "printing is the learner's own affair", """\
        import builtins
        builtins.print = lambda *a: None
        def double(x):
            print('lost')
            return 2 * x
        """),
    bad(FAILED, "forges_a_parameter_list", "weights are trained, not only named", """\
        import torch
        class Scale(torch.nn.Module):
            def __init__(self, size):
                super().__init__()
                self.weight = 2 * torch.ones(size)
            def named_parameters(self):
                return [("weight", self.weight)]
            def parameters(self):
                return [torch.nn.Parameter(torch.ones(1))]
            def forward(self, x):
                return x * self.weight + 0 * x.sum().requires_grad_()
        """, exercise="scale"),
    bad(FAILED, "patches_the_optimizer", "a step that does nothing is seen in the weights",
        """\
        import torch
        torch.optim.SGD.step = lambda self: None
        class Scale(torch.nn.Module):
            def __init__(self, size):
                super().__init__()
                self.weight = torch.nn.Parameter(2 * torch.ones(size))
            def forward(self, x):
                return x * self.weight
        """, exercise="scale"),
]  # fmt: skip
