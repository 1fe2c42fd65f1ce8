# /// demo
# title = "Kernel bench"
# uses = ["cnn/correlate2d"]
# ///
"""Move `place` and watch a 3 by 3 window walk over a digit: your own `correlate2d` fills the map.

Bars mark the window. Each product is pixel × weight; their sum, divided by `divide by`, is
the number of this place. Edit the nine weights: which pattern does your kernel look for, and
what does the map show where the digit has none?
"""

from functools import lru_cache

import numpy as np

from tutor.yours import correlate2d

SIDE, KERNEL = 8, 3
DIGITS = (
    "005d910000dfaf5003f20b8004c008800580098004b01c7002e5ac00006da000",
    "000cd500000bg900003fg60007fgg200001gg300001gg600001gg600000bga00",
    "0004fc00003gfe00008d8g000016fb00018df10009gg500003dggb500003bg90",
    "007fd10008d6f400021dd000002fb1000001cc1000001a8000845e90007dd900",
    "0001b00000078000001d6220007f098005ga0g6004fgdg100003fa000002g400",
    "00ca000000egge0000dgfa1000bgg70000047g7000004g900054cg40009gga00",
    "000cd000005g800000dg300000ed000000fc720000dgdg30007gbf800019fb30",
    "0078dgf100774bc000008d100488ff6002bff400000g5000009f100000d50000",
    "009e810000ceec00009a0f40003gce20004gg20003g8ad2001f13g8000bgfb10",
    "00bc000002gggd0003gcae0001g1cf0000dg9f20000309b000009f40009cd300",
)
"""The first ten images of the digits, row by row; 0 is paper and g, for 16, is ink."""
NAMES = [f"w{u}{v}" for u in range(KERNEL) for v in range(KERNEL)]
KERNELS = {
    "edge, across": (-1, 0, 1, -1, 0, 1, -1, 0, 1),
    "edge, down": (-1, -1, -1, 0, 0, 0, 1, 1, 1),
    "blur": (1,) * 9,
    "sharpen": (0, -1, 0, -1, 5, -1, 0, -1, 0),
    "emboss": (-2, -1, 0, -1, 1, 1, 0, 1, 2),
    "identity": (0, 0, 0, 0, 1, 0, 0, 0, 0),
}
LAST = (SIDE + 2 * 2 - KERNEL + 1) ** 2 - 1
"""The last place there can be: padding 2, stride 1."""


def count(name, low, high, value):
    """Return a knob of whole numbers."""
    return {"name": name, "low": low, "high": high, "step": 1.0, "value": value}


KNOBS = [
    {**count("place", 0.0, float(LAST), 14.0), "plays": True},
    count("digit", 0.0, 9.0, 0.0),
    count("stride", 1.0, 3.0, 1.0),
    count("pad", 0.0, 2.0, 0.0),
    count("divide by", 1.0, 16.0, 1.0),
    *(
        {**count(name, -8.0, 8.0, float(weight)), "step": 0.5}
        for name, weight in zip(NAMES, KERNELS["edge, across"], strict=True)
    ),
]


def preset(name, say, kernel, **others):
    """Return a preset with the weights of a kernel."""
    weights = dict(zip(NAMES, map(float, KERNELS[kernel]), strict=True))
    plain = {"digit": 0.0, "stride": 1.0, "pad": 0.0, "divide by": 1.0}
    return {"name": name, "say": say, "values": plain | weights | others}


PRESETS = [
    preset(
        "edge",
        "Left column minus, right column plus: the map is positive where ink begins to the "
        "right and negative where it ends. What does it say inside a broad stroke?",
        "edge, across",
    ),
    preset(
        "edge, turned",
        "The same weights, transposed. The vertical strokes are gone from the map.",
        "edge, down",
    ),
    preset(
        "blur",
        "Nine equal weights, divided by 9: each number is the mean of its window. Turn "
        "`divide by` to 1: the pattern stays, the numbers grow.",
        "blur",
        **{"divide by": 9.0},
    ),
    preset(
        "sharpen",
        "Five times the centre minus its four neighbours. Weights add up to 1, so that flat "
        "parts stay as they are, and differences grow.",
        "sharpen",
    ),
    preset(
        "emboss",
        "Dark above left, bright below right: as if light fell on raised ink.",
        "emboss",
    ),
    preset(
        "same size",
        "A kernel with a 1 in its centre, and padding 1: the map is the image.",
        "identity",
        pad=1.0,
    ),
    preset(
        "half the size",
        "Stride 2 with padding 1: four places per side, where stride 1 had eight.",
        "identity",
        pad=1.0,
        stride=2.0,
    ),
    {
        **preset(
            "a frame of its own",
            "A blur that is not divided, with padding 2. The corners of the map are zero: "
            "windows there hold nothing but padding. It fails to tell paper from frame.",
            "blur",
            pad=2.0,
        ),
        "fails": True,
    },
]

PREDICT = {
    "ask": "An edge kernel (−1, 0, 1 in each row) stands inside a broad stroke, where all nine "
    "pixels are 16. What does it give?",
    "choices": ["0", "16", "48", "144"],
    "answer": "0",
    "because": "Three times −16 and three times +16 add up to 0. An edge filter is silent "
    "where nothing changes, however dark it is.",
}


@lru_cache(maxsize=10)
def padded(digit, pad):
    ink = [float("0123456789abcdefg".index(letter)) for letter in DIGITS[digit]]
    return np.pad(np.reshape(ink, (SIDE, SIDE)), pad)


@lru_cache(maxsize=64)
def feature_map(digit, pad, stride, weights):
    """Return the learner's map, thinned by the stride."""
    kernel = np.array(weights).reshape(KERNEL, KERNEL)
    return np.asarray(correlate2d(padded(digit, pad), kernel))[::stride, ::stride]


def short(number):
    """Return a number in few characters."""
    text = f"{number:.2f}".rstrip("0").rstrip(".").replace("-", "−")
    return "0" if text == "−0" else text


def image_lines(image, top, left):
    """Return the image as text, bars beside the window."""
    lines = []
    for i, row in enumerate(image.astype(int)):
        cells = [f"{value:2d}" for value in row]
        marks = [" "] * (len(cells) + 1)
        if top <= i < top + KERNEL:
            marks[left] = marks[left + KERNEL] = "┃"
        text = "".join(m + c for m, c in zip(marks, [*cells, ""], strict=True))
        lines.append(text.replace(" ", "\u00a0"))
    return lines


def term_lines(window, kernel, divisor):
    """Return the nine products and their sum."""
    lines = []
    for pixels, weights in zip(window, kernel, strict=True):
        pairs = (f"{int(p)}×{short(w)}" for p, w in zip(pixels, weights, strict=True))
        lines.append("".join(f"{pair:>11}" for pair in pairs).replace(" ", "\u00a0"))
    total = float((window * kernel).sum())
    tail = "" if divisor == 1 else f" / {divisor} = {short(total / divisor)}"
    return [*lines, f"sum {short(total)}{tail}"]


def enlarged(numbers):
    """Return a map with each number as 2 by 2 pixels, where the screen has room for that."""
    scale = 2 if len(numbers) <= SIDE else 1
    return np.kron(numbers, np.ones((scale, scale))).tolist()


def draw(values):
    """Return the scene: the window, its products, the map so far."""
    digit, pad, stride, divisor = (
        int(values[name]) for name in ("digit", "pad", "stride", "divide by")
    )
    weights = tuple(values[name] for name in NAMES)
    kernel = np.array(weights).reshape(KERNEL, KERNEL)
    image = padded(digit, pad)
    whole = feature_map(digit, pad, stride, weights) / divisor
    rows, columns = whole.shape
    place = min(int(values["place"]), rows * columns - 1)
    i, j = divmod(place, columns)
    top, left = i * stride, j * stride
    window = image[top : top + KERNEL, left : left + KERNEL]
    seen = np.where(np.arange(rows * columns).reshape(rows, columns) <= place, whole, 0.0)
    reach = max(float(np.abs(whole).max()), 1e-9)
    return {
        "say": f"Place {place + 1} of {rows * columns}, row {i}, column {j} of a map of "
        f"{rows} by {columns}: {short(float(whole[i, j]))}.",
        "panels": [
            {
                "draw": "text",
                "title": f"the digit {digit}" + (f", padded by {pad}" if pad else ""),
                "with": {"lines": image_lines(image, top, left)},
            },
            {
                "draw": "text",
                "title": "pixel × weight",
                "with": {"lines": term_lines(window, kernel, divisor)},
            },
            {
                "draw": "tiles",
                "title": "the map so far",
                "with": {
                    "images": [enlarged(seen)],
                    "columns": 1,
                    "palette": "diverging",
                    "low": -reach,
                    "high": reach,
                },
            },
            {
                "draw": "tiles",
                "title": "the whole map",
                "with": {
                    "images": [enlarged(whole)],
                    "columns": 1,
                    "palette": "diverging",
                    "low": -reach,
                    "high": reach,
                },
            },
        ],
    }
