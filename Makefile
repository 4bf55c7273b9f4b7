# `make` alone lists the targets. Choose another Python by `make PYTHON=python3.12 …`, before the first one makes .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup page types docs run test test-all soak bench bench-quick pictures lint format clean
.DEFAULT_GOAL := help

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1	\2/p' Makefile | expand -t 16

setup: ## Get everything ready: system packages, .venv, the page (quick when nothing changed)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { \
		echo "$(PYTHON) is not Python 3.10 or newer. Choose another: make PYTHON=<another>"; exit 1; }
	@.ci/system-packages $(PYTHON)
	@$(MAKE) --no-print-directory --silent .venv/installed
	@$(BIN)/python hatch_build.py

page: setup ## Build the page if its sources are newer

types: setup ## Generate the page's types from the Python models
	@$(BIN)/python assets/schema.py >.venv/schema.json
	@PATH="$(CURDIR)/$(BIN):$$PATH" node assets/types.mjs <.venv/schema.json >.venv/messages.ts
	@cp .venv/messages.ts assets/src/generated/messages.ts

docs: setup ## Make the reference in docs/api anew from the docstrings
	@$(BIN)/python -m docs.reference docs/api

run: setup ## Open the gallery of examples
	@.ci/gallery

test: setup ## Run every check and every test
	@.ci/test

test-all: setup ## The same, and the bundle on the second engine, Qt
	@.ci/test tests/bundle_qt

# Without pytest's own log: it would hold a line for each of 100,000 messages.
soak: setup ## Run the long tests at their full length (an hour)
	@[ "$$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1; \
		SOAK=1 .ci/virtual-screen $(BIN)/python -m pytest -p no:logging tests/durable tests/native/test_durability.py \
		tests/native/test_many_windows.py tests/native/test_eight_windows.py tests/headless/test_siege.py tests/fuzz

bench: setup ## Measure against a bare window, Gradio and NiceGUI; write tests/benchmarks/RESULTS.md (half an hour)
	@.ci/virtual-screen $(BIN)/python -m tests.benchmarks

bench-quick: setup ## Measure the most telling ratios; fail if one is 25 % worse than in RESULTS.md (two minutes)
	@.ci/virtual-screen $(BIN)/python -m tests.benchmarks --quick

pictures: setup ## Take the pictures of the gallery and its components anew, on both engines, light and dark
	@[ "$$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1; \
		.ci/virtual-screen $(BIN)/python -m tests.native.picture --all assets/pictures

lint: setup ## Check style and types alone
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports
	@$(BIN)/python hatch_build.py check

format: setup ## Put the Python files into shape
	@$(BIN)/ruff check --fix-only --quiet . && $(BIN)/ruff format .

clean: ## Remove everything that make made
	rm -rf .venv .venv-* assets/node_modules desktop_app/page build dist gallery.png .pytest_output
	rm -rf .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find desktop_app tests -name __pycache__ -prune -exec rm -rf {} +

.venv/made:
	@.ci/quietly "Making .venv" $(PYTHON) -m venv --clear .venv
	@touch $@

.venv/node: hatch_build.py .venv/made
	@.ci/quietly "Installing the build tool" $(BIN)/pip install hatchling
	@node=$$($(BIN)/python hatch_build.py requirements) && { [ -z "$$node" ] || \
		.ci/quietly "Fetching Node, as this machine has none that is new enough" $(BIN)/pip install "$$node"; }
	@touch $@

.venv/installed: pyproject.toml .venv/node
	@.ci/quietly "Building the page" $(BIN)/python hatch_build.py
	@.ci/quietly "Installing desktop-blocks and its tools into .venv (some minutes: Qt is large)" \
		$(BIN)/pip install -e ".[gtk,qt,bundle,dev]"
	@touch $@
