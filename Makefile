# The few tasks of a developer. `make serve` and `make test` set up what they need on a fresh machine.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8765
BIN := $(VENV)/bin
VOCABULARIES := tests/vocabularies/node_modules/.package-lock.json

.PHONY: serve test check format assets bench bench-full clean

serve: $(VENV)/.installed ## build the graph, validate it and open the explorer on localhost
	$(BIN)/samspil serve --port $(PORT) --open

test: $(VENV)/.developing $(VOCABULARIES) ## everything: style, types, import contract, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n logical --dist loadfile

check: $(VENV)/.developing ## the quick part of test
	$(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

format: $(VENV)/.developing ## put code and data into their canonical form
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .
	$(BIN)/samspil format data/*.ttl

assets: $(VENV)/.developing ## make the scripts of the map and the workbench again, after a change of one
	$(BIN)/python web/assets.py

bench: $(VENV)/.developing ## the numbers of bench/README.md that take five minutes
	$(BIN)/python -m bench.query && $(BIN)/python -m bench.build
	$(BIN)/python -m bench.load 100000 --quick
	$(BIN)/python -m bench.questions 100000
	$(BIN)/python -m bench.pairwise 100000
	$(BIN)/python -m bench.remote --quick
	$(BIN)/python -m bench.measures && $(BIN)/python -m bench.map

bench-full: bench ## all of them: an hour and a half, ten gigabytes of memory, Virtuoso, wrk
	$(BIN)/python -m bench.load 100000 1000000
	$(BIN)/python -m bench.questions 1000000 10000000
	$(BIN)/python -m bench.peers 10000
	$(BIN)/python -m bench.peers 1000000 --no-rdflib
	$(BIN)/python -m bench.remote
	$(BIN)/python -m bench.browser
	$(BIN)/python -m bench.sparql
	$(BIN)/python -m bench.things
	$(BIN)/python -m bench.attack

clean:
	rm -rf $(VENV) build dist tests/vocabularies/node_modules web/node_modules src/samspil/maps/assets src/samspil/server/assets

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.developing: requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.installed

# Published vocabularies (ORG, PROV, SKOS, ...) against which our use of foreign terms is checked.
$(VOCABULARIES): tests/vocabularies/package-lock.json | $(VENV)/.developing
	$(BIN)/python tests/vocabularies/install.py
