"""Runs every benchmark and prints its table."""

from benchmarks import capacity, checks, first_paint, latency, screens, tracking

if __name__ == "__main__":
    for part in (first_paint, screens, latency, checks, capacity, tracking):
        print(f"\n{(part.__doc__ or '').splitlines()[0]}")
        for line in part.measure():
            print("  " + line)
