# Counterclaim, one page of tasks. `make` alone lists them.
#
# Two stamps inside .venv say what is installed there: .runtime (what the program needs) and .dev (what the tests need
# as well). Both are made again when a requirement file changes.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
GET    := $(PIP) install --quiet --retries 10 --timeout 60 --require-hashes -r
SELF   := $(PIP) install --quiet --no-deps --no-build-isolation -e .
LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-emit-index-url --no-emit-find-links --no-header --no-annotate
CHROMIUM := chromium --headless=new --no-sandbox --hide-scrollbars --force-color-profile=srgb
DEMO   := examples/tarnholm

.PHONY: help setup demo test browser quality docs screens train lock clean

help:  ## List the tasks
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 15

setup: $(VENV)/.runtime  ## Make .venv with the command .venv/bin/counterclaim

demo: setup  ## Compare the invented dossier in examples/: print a sheet and the disputes, write out/demo.html
	@mkdir -p out
	$(BIN)/counterclaim read $(DEMO)/01-meridian-wire.txt
	$(BIN)/counterclaim add $(DEMO) --dossier Tarnholm --ledger out/demo.db
	$(BIN)/counterclaim compare --dossier Tarnholm --ledger out/demo.db
	$(BIN)/counterclaim compare --dossier Tarnholm --ledger out/demo.db --format html -o out/demo.html
	@echo "Open out/demo.html in a browser: the comparison, and under it every sheet; each cell leads to its words."

test: $(VENV)/.dev browser  ## Lint, types, layers, tests: all that CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

browser:  ## Install Chromium for the desk's tests in a browser, where you may (Debian, root)
	@command -v chromium > /dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null && apt-get update -q && apt-get install -y -q chromium; } \
	  || echo "No chromium, and none could be installed: tests/desk/browser is left out."

quality: $(VENV)/.dev  ## What a change gained and lost on the gold, against quality/floors.json
	$(BIN)/python -m quality.gate

docs: $(VENV)/.dev  ## Write the output of the commands that the documentation shows into it again
	$(BIN)/python -m tests.docs.pages

screens: $(VENV)/.dev  ## Make the pictures in docs/ from examples/ again (needs chromium)
	@mkdir -p out docs/screens
	$(BIN)/counterclaim read $(DEMO)/04-harbour-times.txt --format html -o out/screen.html
	$(CHROMIUM) --window-size=1280,1100 --screenshot=docs/screens/sheet.png out/screen.html
	$(BIN)/counterclaim compare $(DEMO) --format html -o out/screen.html
	$(CHROMIUM) --window-size=1280,1500 --screenshot=docs/screens/comparison.png out/screen.html
	rm -f out/screens.db*
	$(BIN)/counterclaim add $(DEMO) --dossier Tarnholm --ledger out/screens.db
	$(BIN)/python tools/screens.py out/screens.db docs/screens

train: setup  ## Train the attribution tagger again: make train POLNEAR=folder SCORER=folder (hours; stops and goes on)
	$(PIP) install --quiet -r training/requirements.txt
	$(BIN)/python -m training.attribution.run --train $(POLNEAR)/train.jsonl --dev $(POLNEAR)/dev.jsonl \
	    --scorer $(SCORER)/score.py --out out/attribution

lock: $(VENV)/.dev  ## Pin the requirements again from pyproject.toml, with hashes (upgrades: make lock LOCKFLAGS=--upgrade)
	$(LOCK) $(LOCKFLAGS) pyproject.toml -o requirements.txt
	$(LOCK) $(LOCKFLAGS) pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt

clean:  ## Remove what the tasks made, .venv included
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(GET) requirements.txt
	$(SELF)
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	$(GET) requirements-dev.txt
	@touch $@
