# make demo    install, read the documents of corpus/ and show what they say
# make test    install, check style and types, run the tests
# make browser the explorer in a real browser (needs Chromium)
# make site    the documentation as pages, in site/ (the tests build it, too)
# make notebooks  run them and keep their output
# make ontology  the ontology, the reference data in Turtle and the page of documentation, from their sources
# make bench   the benchmarks of docs/benchmarks.md
# make lock    pin the newest versions of everything (needs uv)
# make clean   remove what the others made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .

.PHONY: demo test browser lint lock bench images site notebooks ontology clean

demo: $(VENV)/installed
	@$(BIN)/python scripts/demo.py

test: lint
	$(BIN)/python -m pytest

browser: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m browser tests/browser

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "protocolgraph needs Python 3.11 or later and $(PYTHON) is not; name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "Making $(VENV) and installing the pinned packages; this takes a minute or two, once."
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/python
	$(PIP) install --require-hashes --requirement requirements.txt
	$(INSTALL_SELF)
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt pyproject.toml | $(VENV)/python
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	$(INSTALL_SELF)
	@touch $@ $(VENV)/installed

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --upgrade --group build pyproject.toml

lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) --extra dev --extra bench --constraint requirements-dev.txt --output-file requirements-bench.txt

bench: $(VENV)/installed-dev
	$(PIP) install --require-hashes --requirement requirements-bench.txt
	$(BIN)/python -m benchmarks

images: $(VENV)/installed-dev
	$(BIN)/python scripts/make_images.py
	$(BIN)/python scripts/make_screenshots.py

site: $(VENV)/installed-dev
	$(BIN)/mkdocs build --strict --quiet

notebooks: $(VENV)/installed-dev
	$(BIN)/python scripts/run_notebooks.py

ontology: $(VENV)/installed-dev
	$(BIN)/python -m protocolgraph.graph.ontology ontologies/protocolgraph.ttl
	$(BIN)/python -m protocolgraph.graph.reference_rdf ontologies/reference
	$(BIN)/python scripts/make_ontology_page.py

clean:
	rm -rf $(VENV) .protocolgraph .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist site
