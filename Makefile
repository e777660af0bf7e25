# make demo    build the stories into out/          make test    set up and run all tests
# make setup   .venv/bin/pristan ready              make lint    ruff, mypy --strict, import contract, dependencies
# make bench   figures, each with what it is compared with        make docs    generated reference pages
# make fuzz    every parser of ours for some seconds on bent files    make audit   known faults of packages (network)

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo setup test lint audit fuzz bench docs clean

demo: setup
	@$(BIN)/pristan demo all --out out

setup: .venv/core.stamp

.venv/core.stamp: requirements/core.lock pyproject.toml
	@echo "Setting up .venv with pinned, hash-checked packages ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Set PYTHON=python3.12, for example."; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { echo "Python's venv module is missing. On Debian or Ubuntu install the package python3-venv, then run make again."; exit 2; }
	@$(PIP) install --quiet --require-hashes -r requirements/core.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/core.stamp requirements/dev.lock
	@$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

test: .venv/dev.stamp
	@$(BIN)/python -m pytest -n 2 --dist worksteal

lint: .venv/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.dependencies

audit:
	@command -v pip-audit >/dev/null || \
	  { echo "pip-audit is not installed. Install it in an environment of its own (pipx install pip-audit); it needs the network."; exit 2; }
	@pip-audit --disable-pip --require-hashes -r requirements/core.lock

fuzz: .venv/dev.stamp
	@$(BIN)/python -m tests.fuzz

bench: .venv/dev.stamp
	@$(BIN)/python -m tests.bench

docs: .venv/core.stamp
	@$(BIN)/python -m tools.docs

clean:
	rm -rf out build .pytest_cache .mypy_cache .ruff_cache .hypothesis
