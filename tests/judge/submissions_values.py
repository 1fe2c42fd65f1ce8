"""Strange values: what may cross, what stays, and what is too much."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

UNBOUNDED = "what shares memory is sought without bound, before the limits of the format"
FAILED, RAISED, MEMORY = Outcome.FAILED, Outcome.RAISED, Outcome.OUT_OF_MEMORY
SCALE = """\
import torch
class Scale(torch.nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = torch.nn.Parameter(2 * torch.ones(size))
    def forward(self, x):
        return {}
"""


def scaled(expression, before=""):
    """Return a module whose output is `expression`."""
    return before + SCALE.format(expression)


SUBMISSIONS = [
    bad(FAILED, "subclass_of_array", "an array's subclass is an object of its own", """\
        import numpy as np
        class Mine(np.ndarray):
            pass
        def double(x):
            return (2 * np.asarray(x)).view(Mine)
        """, says="Mine",
        ),
    bad(FAILED, "matrix", "so is numpy's own matrix", """\
        import numpy as np
        def double(x):
            return np.asmatrix(2 * x)
        """, says="matrix",
        ),
    bad(FAILED, "forged_class", "__class__ is not asked", """\
        class Fake:
            @property
            def __class__(self):
                return float
            def __float__(self):
                return 6.0
        def double(x):
            return Fake()
        """),
    bad(FAILED, "array_protocol", "__array__ is not called", """\
        import numpy as np
        class Lazy:
            def __init__(self, x):
                self.x = x
            def __array__(self, *a, **k):
                return np.asarray(2 * self.x)
        def double(x):
            return Lazy(x)
        """),
    bad(FAILED, "array_interface", "__array_interface__ of a wild address is not followed", """\
        class Wild:
            __array_interface__ = dict(shape=(9,), typestr='<f8', data=(1, False), version=3)
        def double(x):
            return Wild()
        """),
    bad(FAILED, "array_ufunc", "__array_ufunc__ is not called", """\
        import numpy as np
        class Yes:
            def __array_ufunc__(self, *a, **k):
                return np.array(True)
            def __array_function__(self, *a, **k):
                return True
        def double(x):
            return Yes()
        """),
    bad(FAILED, "lying_metaclass", "a type's name is read past its metaclass", """\
        class Meta(type):
            __name__ = property(lambda cls: 1 / 0)
            def __instancecheck__(cls, other):
                return True
        class Thing(metaclass=Meta):
            pass
        def double(x):
            return Thing()
        """),
    bad(FAILED, "coloured_type_name", "a type's name cannot colour the screen", """\
        Thing = type('\\x1b[31mRed\\u202e', (), {})
        def double(x):
            return Thing()
        """),
    bad(FAILED, "object_array", "arrays of objects stay where they are", """\
        import numpy as np
        def double(x):
            return np.array([object()])
        """),
    bad(FAILED, "structured_array", "so do arrays of records", """\
        import numpy as np
        def double(x):
            return np.zeros(np.shape(x), dtype=[('a', 'f8'), ('b', 'O')])
        """),
    bad(FAILED, "text_array", "and arrays of text and dates", """\
        import numpy as np
        def double(x):
            return [np.array(['6.0']), np.array(6, 'M8[s]'), np.longdouble(6)]
        """),
    odd("strides", "strided, reversed and broadcast results are their values", """\
        import numpy as np
        def double(x):
            if not np.ndim(x):
                return np.broadcast_to(np.float64(2 * x), ())
            wide = np.zeros((*x.shape, 2))
            wide[..., 1] = 2 * x
            return np.asfortranarray(wide[..., 1])
        """),
    odd("read_only", "a read-only result is its values", """\
        import numpy as np
        def double(x):
            result = np.asarray(2 * x)
            result.flags.writeable = False
            return result
        """),
    odd("foreign_byte_order", "a result in the other byte order is its values", """\
        import numpy as np
        def double(x):
            return np.asarray(2 * x, dtype='>f8')
        """),
    odd("zero_dimensions", "a number as an array without axes is that number", """\
        import numpy as np
        def double(x):
            return np.array(2 * x)
        """),
    odd("memory_map", "an anonymous map may lie under a result", """\
        import mmap, numpy as np
        def double(x):
            if not np.ndim(x):
                return 2 * x
            result = np.frombuffer(mmap.mmap(-1, max(x.nbytes, 1)), count=x.size)
            result = result.reshape(x.shape)
            result += 2 * x
            return result
        """),
    bad(MEMORY, "huge_shape_of_nothing", "a huge shape without memory behind it", """\
        import numpy as np
        def double(x):
            return np.broadcast_to(np.float64(2), (1 << 20, 1 << 20))
        """),
    bad(FAILED, "empty_of_huge_shape", "no entries, but a long axis", """\
        import numpy as np
        def double(x):
            return np.zeros((0, 1 << 40))
        """, says="shape"),
    bad(FAILED, "many_axes", "as many axes as numpy takes", """\
        import numpy as np
        def double(x):
            return np.zeros((1,) * 30)
        """),
    bad(FAILED, "more_axes_than_agreed", "more axes than the format takes", """\
        import numpy as np
        def double(x):
            return np.zeros((1,) * 60)
        """, says="must have shape",
        ),
    bad(RAISED, "array_too_large", "more bytes than a frame may hold", """\
        import numpy as np
        def double(x):
            return np.zeros(34_000_000)
        """, says="too large", patient=True,
        ),
    bad(RAISED, "text_too_long", "more text than a frame may hold", """\
        def double(x):
            return 'x' * 5_000_000
        """, says="too large",
        ),
    bad(FAILED, "large_int", "an int beyond any float", """\
        def double(x):
            return 10 ** 400
        """),
    bad(RAISED, "larger_int", "an int of more digits than are sent", """\
        def double(x):
            return 10 ** 5000
        """, says="4096 bits"),
    bad(FAILED, "keys_that_are_no_numbers", "a dict whose keys equal nothing, not themselves",
        """\
        def double(x):
            nan = float('nan')
            return {nan: 1, float('nan'): 2, (nan,): 3}
        """, says="dict"),
    bad(FAILED, "nan", "not a number is not twice a number", """\
        def double(x):
            return x * float('nan')
        """, says="NaN"),
    bad(RAISED, "list_in_itself", "a list that holds itself", """\
        def double(x):
            a = []
            a.append(a)
            return a
        """, says="too deep", ),
    bad(RAISED, "dict_in_itself", "a dict that holds itself", """\
        def double(x):
            a = {}
            a['a'] = a
            return a
        """, says="too deep"),
    bad(RAISED, "nested_deeply", "a thousand tuples around a number", """\
        def double(x):
            for _ in range(1000):
                x = (x,)
            return x
        """, says="too deep", ),
    bad(RAISED, "shared_halves", "a list of two lists of two lists, all the same", """\
        def double(x):
            for _ in range(30):
                x = [x, x]
            return x
        """, says="too many items", patient=True, ),
    bad(RAISED, "too_many_items", "a list longer than any answer", """\
        def double(x):
            return [0.0] * 300_000
        """, says="too many items", patient=True),
    bad(FAILED, "long_list_of_floats", "a long list that may just cross", """\
        def double(x):
            return [0.0] * 20_000
        """),
    bad(FAILED, "dict_of_arrays", "printing what came must not take longer than the check",
        """\
        import numpy as np
        def double(x):
            return {i: np.random.rand(1000) for i in range(600)}
        """, within=1.0,
        ),
    bad(FAILED, "generator", "a generator stays where it is, unread", """\
        def double(x):
            while True:
                yield 2 * x
        """),
    bad(FAILED, "coroutine", "so does a coroutine", """\
        async def double(x):
            return 2 * x
        """),
    bad(FAILED, "function", "and a function", """\
        def double(x):
            return lambda: 2 * x
        """),
    bad(FAILED, "module", "and a module", """\
        import sys
        def double(x):
            return sys
        """),
    bad(FAILED, "returns_none", "a forgotten return is named", """\
        def double(x):
            2 * x
        """, says="Is a `return` missing?"),
    bad(FAILED, "true_for_a_number", "a bool is no number", """\
        def double(x):
            return True
        """, says="bool"),
    bad(FAILED, "wrong_shape", "a column for a number", """\
        import numpy as np
        def double(x):
            return np.reshape(2 * x, (-1, 1, 1))
        """, says="shape"),
    bad(FAILED, "lone_surrogate", "half a character may be returned", """\
        def double(x):
            return '\\ud800'
        """),
    bad(FAILED, "torch_function", "a tensor's subclass decides nothing", scaled(
        "x.as_subclass(Yes)", """\
import torch
class Yes(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return torch.tensor(True)
"""), exercise="scale"),
    bad(FAILED, "sparse_tensor", "a sparse tensor stays where it is",
        scaled("(x * self.weight).to_sparse()"), exercise="scale",
        ),
    bad(FAILED, "tensor_without_memory", "a tensor on no device stays where it is",
        scaled("torch.empty(x.shape, device='meta')"), exercise="scale"),
    bad(MEMORY, "expanded_tensor", "a huge view of one number",
        scaled("torch.ones(1).expand(1 << 40)"), exercise="scale"),
    odd("double_default", "another default dtype for new tensors is the learner's choice",
        scaled("(x * self.weight).float()", """\
import torch
torch.set_default_dtype(torch.float64)
"""), exercise="scale"),
]  # fmt: skip
