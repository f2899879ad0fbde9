# All set-up there is: `make demo` and `make test` on a machine with Python 3.11+, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow soak check format schemas benchmark quality clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

$(READY): .ci/constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY)  ## build a workspace from the press world, run the main job, open the review room
	@$(BIN)/python -m seeds.demo

test: $(READY)  ## the quick suite
	$(BIN)/python -m pytest -q -n 3 -m "not slow and not soak"  # one more than cores: some tests wait

test-slow: $(READY)  ## tests that take longer
	$(BIN)/python -m pytest -q -n 2 -m slow

soak: $(READY)  ## tests that take minutes
	$(BIN)/python -m pytest -q -m soak

check: $(READY)  ## formatting, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: $(READY)  ## write schemas/ anew from the records
	$(BIN)/python -m provenance.store.schemas schemas

quality: $(READY)  ## precision and recall on the newsroom and five fresh press worlds
	$(BIN)/python -m seeds.measure

benchmark: $(READY)  ## speed: start-up, ingest, write path, verify
	$(BIN)/python -m benchmarks

clean:  ## remove the environment, the demo and caches
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
