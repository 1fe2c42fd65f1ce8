# The developer's commands; CONTRIBUTING.md says when to use which.
export PYTHON

.PHONY: tutor test lint prove bench soak screenshots clean

tutor:                ## install if needed, then open the program
	@scripts/setup run
	@.venv/bin/dltutor

test: lint            ## everything CI runs
	@.venv/bin/python -m pytest

lint:                 ## formatting, lint, types, import contracts
	@scripts/setup test
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo > /dev/null || .venv/bin/lint-imports --no-logo

prove:                ## the whole course: twenty seeds, every mutant; what is proven is kept
	@scripts/setup test
	@.venv/bin/dltutor course check

bench:                ## speed, beside its baselines
	@scripts/setup test
	@scripts/setup bench || true
	@.venv/bin/python -m benchmarks

soak:                 ## 10,000 checks, 20,000 random inputs, 200 pulled plugs
	@scripts/setup test
	@.venv/bin/python -m benchmarks.soak
	@.venv/bin/python -m benchmarks.monkey
	@.venv/bin/python -m benchmarks.plug

screenshots:          ## the pictures in the README
	@scripts/setup run
	@.venv/bin/python scripts/screenshots.py

clean:
	rm -rf .venv .venv-bench build dist
