PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header --generate-hashes \
	--excludes requirements/excluded-always.txt

.PHONY: setup run test check bench faults lock clean

run: .venv/run.stamp
	@$(BIN)/moodtape run

setup: .venv/dev.stamp

test: .venv/dev.stamp
	@$(BIN)/pytest -q -rs

check: .venv/dev.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/pyright
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q --cov --cov-report=term:skip-covered

bench: .venv/dev.stamp
	@$(BIN)/python -m benchmarks.selfie

faults: .venv/dev.stamp
	@$(BIN)/python -m tests.spotify.fault_matrix --write
	@cat docs/spotify-faults.md

lock:
	$(COMPILE) --extra train --extra dev pyproject.toml -o requirements/dev.lock
	$(COMPILE) --excludes requirements/excluded-run.txt -c requirements/dev.lock pyproject.toml -o requirements/run.lock

clean:
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Moodtape needs Python 3.11, 3.12 or 3.13: try make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }

.venv/run.stamp: requirements/run.lock pyproject.toml | .venv/bin/python
	@echo "Installing what running needs (once, about a minute) ..."
	@$(PIP) --require-hashes -r requirements/run.lock
	@$(PIP) --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.lock .venv/run.stamp
	@echo "Installing TensorFlow and the test tools (once, a few minutes) ..."
	@$(PIP) --require-hashes -r requirements/dev.lock
	@touch $@
