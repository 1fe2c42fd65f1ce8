"""Another right way: every entry has a relative error of its own."""

import numpy as np


def check(f, df, x):
    here = [np.asarray(t).astype("float64") for t in x]
    said = df([t.copy() for t in here])
    if [np.shape(s) for s in said] != [t.shape for t in here]:
        return False
    for i, t in enumerate(here):
        for k, claimed in enumerate(np.ravel(said[i])):
            nudge = np.zeros(t.size)
            nudge[k] = 1e-4
            nudge = nudge.reshape(t.shape)
            up = f([*here[:i], t + nudge, *here[i + 1 :]])
            down = f([*here[:i], t - nudge, *here[i + 1 :]])
            found = (up - down) / 2e-4
            if claimed == found:
                continue
            if not np.isfinite(claimed):
                return False
            if abs(claimed - found) / max(abs(claimed), abs(found)) > 1e-4:
                return False
    return True
