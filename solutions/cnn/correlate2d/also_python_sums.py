"""Another right way: four loops over Python numbers."""

import numpy as np


def correlate2d(image, kernel):
    x, w = image.tolist(), kernel.tolist()
    rows, columns = len(x) - len(w) + 1, len(x[0]) - len(w[0]) + 1
    if rows <= 0 or columns <= 0:
        raise ValueError("the kernel is larger than the image")
    result = []
    for i in range(rows):
        line = []
        for j in range(columns):
            total = 0.0
            for u in range(len(w)):
                for v in range(len(w[0])):
                    total += x[i + u][j + v] * w[u][v]
            line.append(total)
        result.append(line)
    return np.array(result)
