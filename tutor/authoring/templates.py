"""What `course new` writes: each TODO says what belongs there, and why."""

from collections.abc import Mapping

TOPIC = """
[[topic]]
slug = "{slug}"
title = "{title}"
summary = "TODO: one sentence that says what the reader can do after it."
lessons = [
    "01_first",
]
"""

LESSON = """---
title = "TITLE"
minutes = 20
summary = "TODO: the one idea of this lesson, in a sentence."
---

# TITLE

TODO: a question that needs the idea, in two lines.

## TODO: the worked example

TODO: at most four numbers, worked by hand. Equations such as $2 \\cdot 3 = 6$ are worked out by `course check`.

```predict
ask = "TODO: what comes out? Ask before you show it."
answer = 6
within = 0.01
because = "TODO: why it is 6."
[when]
"5" = "TODO: what somebody thought who answers 5."
```

```run
print(2 * 3)
```
```output
6
```

```figure TODO: a caption that says what to see
x = np.linspace(-4, 4, 100)
picture = line_chart([Series("tanh", x, np.tanh(x))], width=76, height=12)
```

## TODO: the rule

TODO: the formula, every symbol named, the shapes under it.

$$ y = W x + b $$

> [!misconception name_of_a_wrong_program] "TODO: the tempting sentence"
> TODO: why it is tempting, the symptom, the cure.

```predict
ask = "TODO: a second prediction."
answer = 1
within = 0.01
because = "TODO: why it is 1."
```

```quiz
ask = "TODO: which of these is true?"
choices = ["TODO: this", "TODO: that"]
answer = "TODO: this"
because = "TODO: why."
```

> [!recap] In three lines
> TODO

## Sources

- TODO: author (year), title, section
"""

EXERCISE = """title = "TODO: TITLE"
level = "easy"
minutes = 15
needs = "numpy"
entry = ["NAME"]
teaches = ["TODO: an objective of the syllabus"]
prerequisites = []
sources = ["TODO: author (year), title, section"]

[tolerance]
rtol = 1e-6
atol = 1e-9
"""

TASK = """# TITLE

TODO: what to write, in a sentence. As an example to overwrite: `NAME(x)` returns the mean of each row.

$$ m_i = \\frac{1}{D} \\sum_{j=1}^{D} x_{ij} $$

## Contract

| | |
|---|---|
| `x` | array of floats (N, D), D ≥ 1 |
| returns | array (N,): the mean of each row |

- `x` itself stays as it was.
- TODO: edge cases, dtypes, what may not be used, and every figure that the harness holds learners to.

## Example

```python
>>> NAME(np.array([[1.0, 3.0], [2.0, 6.0]]))
array([2., 4.])
```

## Hints

### What is asked
TODO: the goal restated in other words, ending in a question.

### Where the lesson says it
TODO: the lesson and heading, and what to look for there.

### Structure
TODO: the steps in words: how many lines, in which order.

### Almost code
TODO: the one call or expression that is hard to find, without the line itself.
"""

STARTER = '''"""TITLE."""

import numpy as np


def NAME(x: np.ndarray) -> np.ndarray:
    """Return the mean of each row.

    Args:
        x: values, shape (N, D).

    Returns:
        Means, shape (N,).
    """
    # TODO: one line.
    raise NotImplementedError
'''

SOLUTION = '''"""TITLE."""

import numpy as np


def NAME(x: np.ndarray) -> np.ndarray:
    """Return the mean of each row.

    Args:
        x: values, shape (N, D).

    Returns:
        Means, shape (N,).
    """
    return x.mean(axis=1)
'''

ALSO = '''"""Another right way: row by row."""

import numpy as np


def NAME(table):
    return np.array([sum(row) / len(row) for row in table], dtype=float)
'''

WRONG = '''"""Adds the values of a row and does not divide.

TODO: this text is what the learner reads. Say why it matters and what to look at, never the
corrected code.

Lesson: TOPIC/first#todo-the-rule
"""


def NAME(x):
    return x.sum(axis=1)
'''

HARNESS = '''"""Checks for TOPIC/NAME. Oracle: TODO: another kind of computation than the solution."""

import numpy as np

from tutor.harness import array, assert_close, assert_untouched, case


def by_definition(x):
    """The mean of each row, in Python floats."""
    return np.array([sum(map(float, row)) / len(row) for row in x])


@case("each row gives its mean", x=array("N", "D"))
def rows(learner, x):
    assert_close(learner.NAME(x), by_definition(x))


@case("the values you were given stay as they were", x=array("N", "D"))
def untouched(learner, x):
    learner.NAME(x)
    assert_untouched(learner)
'''

DEMO = '''# /// demo
# title = "{title}"
# uses = []
# ///
"""TODO: what the reader is to try, in two or three sentences."""

KNOBS = [
    {{"name": "w", "low": -2.0, "high": 2.0, "step": 0.1, "value": 1.0}},
]
PRESETS = [{{"name": "flat", "say": "TODO: what to see.", "values": {{"w": 0.0}}}}]


def draw(values):
    """Return the scene for these knob values."""
    labels, heights = ["w", "w²"], [values["w"], values["w"] ** 2]
    panel = {{"draw": "bars", "title": "w", "with": {{"labels": labels, "values": heights}}}}
    return {{"say": f"w is {{values['w']:.1f}}.", "panels": [panel]}}
'''


def lesson(title: str) -> str:
    """Return the text of a new lesson."""
    return LESSON.replace("TITLE", title)


def filled(text: str, found: Mapping[str, str]) -> str:
    """Return a template with names in place of NAME, TITLE and TOPIC."""
    for key, value in found.items():
        text = text.replace(key.upper(), value)
    return text
