# Plass. `make help` lists what can be done; every target installs what it needs first.
# Files named .something in made folders are stamps: they tell make what is up to date.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON := .venv/bin/python
FLASK := $(PYTHON) -m flask --app wsgi
BABEL := .venv/bin/pybabel

RUNTIME := .venv/.runtime
DEV := .venv/.dev
SYSTEM := .cache/.system
PACKAGES := frontend/node_modules/.installed
LIGHTHOUSE := scripts/lighthouse/node_modules/.installed
OLD_ENGINE := .cache/old-engine/.installed
ASSETS := app/static/dist/.built
ASSET_SOURCES := $(shell find frontend \( -name node_modules -o -name .build \) -prune -o -type f -print 2>/dev/null)
CATALOGUES := $(patsubst %.po,%.mo,$(shell find app/translations -name '*.po' 2>/dev/null))
READY := $(RUNTIME) $(ASSETS) $(CATALOGUES)

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^##@/ { print "\n" substr($$0, 5) } \
	    /^[a-z-]+:.*## / { printf "  make %-18s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##@ Every day
.PHONY: run test test-fast coverage check mutants bench lighthouse old-engine other-engines by-ear fuzz faults fmt
run: $(READY) ## Set up what is missing and start Plass (PORT=8000, DATABASE_URL=the embedded SQLite)
	@exec $(PYTHON) scripts/run.py

test: $(READY) $(DEV) .venv/.browser ## Run all tests (ARGS="-k word" goes to pytest)
	@exec scripts/test.sh $(ARGS)

test-fast: $(READY) $(DEV) ## Run the tests that need no browser and are not slow, in a minute or so
	@exec scripts/test.sh -m "not e2e and not slow" $(ARGS)

coverage: $(READY) $(DEV) .venv/.browser ## Run all tests and show how much of each package they run through; no number is a gate
	@COVERAGE=1 exec scripts/test.sh $(ARGS)

check: $(DEV) ## Lint, formatting, types, import contracts, templates, locks
	@scripts/check.sh

mutants: $(READY) $(DEV) ## Change the rules in small ways and see what no test notices (OF=services SEED=1 MUTANTS=3000)
	@exec $(PYTHON) -m scripts.mutants

bench: $(READY) $(DEV) ## Measure the pages on a demo of one, ten and a hundred times the size (SIZES=1,10,100 QUICK=1 ONLY=figures)
	@exec $(PYTHON) -m scripts.bench

lighthouse: $(LIGHTHOUSE) .venv/.browser ## Let Lighthouse judge the public pages of the Plass that `make run` runs (PORT as there)
	@exec scripts/assets.sh lighthouse

old-engine: $(OLD_ENGINE) ## Open pages in a Chromium of 2022, of the Plass that `make run` runs (PORT as there, PICTURES=folder)
	@exec .cache/old-engine/bin/python -m scripts.engines.old

other-engines: $(READY) $(DEV) ## Walk through a Plass of its own in Firefox and in WebKit (ONLY=firefox, PICTURES=folder)
	@scripts/setup.sh other_engines
	@exec $(PYTHON) -m scripts.engines

by-ear: $(READY) $(DEV) .venv/.browser ## Walk three tasks and print what a screen reader would say after each act
	@PLASS_TEST_BROWSER=$$(cat .venv/.browser) .venv/bin/python -m pytest -q -s tests/e2e/test_by_ear.py | grep -E ': (page|focus|told)|passed|failed'

fuzz: $(READY) $(DEV) ## Send hostile input to every form and address and judge the answers (SEED=1 INPUTS=10000)
	@exec $(PYTHON) -m tests.fuzz

faults: $(READY) $(DEV) ## Kill, hang and lie to a running Plass under sixteen writers, on both databases (SEED=1 FOR=60 seconds)
	@$(PYTHON) -m tests.faults
	@exec scripts/with-postgres.sh $(PYTHON) -m tests.faults

fmt: $(DEV) ## Format Python and mend what can be mended by itself
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format .

##@ When something changed
.PHONY: assets messages compile-messages migrate migration lock pictures
assets: $(ASSETS) ## Build the front end (frontend/ to app/static/dist)

messages: $(DEV) ## Collect the texts to translate into app/translations/*/LC_MESSAGES/messages.po
	@scripts/messages.sh

compile-messages: $(CATALOGUES) ## Compile the translations

migrate: $(RUNTIME) ## Bring the database to the newest migration
	@$(FLASK) db upgrade

migration: $(DEV) ## Write and number a migration for what changed in the tables (M="what changed")
	@$(FLASK) db upgrade
	@$(FLASK) db migrate -m "$(or $(M),$(error Say what changed: make migration M="..."))"
	@.venv/bin/ruff format --quiet migrations/versions

lock: $(DEV) ## Pin the newest versions that pyproject.toml allows, with hashes
	@scripts/lock.sh

pictures: $(READY) $(DEV) .venv/.browser ## Take the pictures for README and docs
	@exec $(PYTHON) scripts/pictures.py

##@ The house itself
.PHONY: setup hooks clean
setup: $(READY) $(DEV) .venv/.browser ## Install and build all that the other targets need

hooks: $(DEV) ## Let git run the quick part of `make check` before each commit
	@.venv/bin/pre-commit install

clean: ## Remove all that was made, but not the data in instance/
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf frontend/node_modules frontend/.build scripts/lighthouse/node_modules app/static/dist
	find app/translations -name '*.mo' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- How each thing is made ---

$(SYSTEM):
	@scripts/setup.sh system
	@touch $@

$(PYTHON): | $(SYSTEM)
	@scripts/setup.sh venv

$(RUNTIME): requirements/runtime.txt $(PYTHON)
	@scripts/setup.sh runtime
	@touch $@

$(DEV): requirements/dev.txt $(PYTHON)
	@scripts/setup.sh dev
	@touch $@

# Without a browser this stays unmade, and scripts/test.sh says what it leaves out.
.venv/.browser: $(DEV)
	@scripts/setup.sh browser

$(PACKAGES): frontend/package-lock.json $(PYTHON)
	@scripts/assets.sh ci
	@mkdir -p $(@D) && touch $@

$(LIGHTHOUSE): scripts/lighthouse/package-lock.json $(PYTHON)
	@scripts/assets.sh ci-lighthouse
	@touch $@

$(OLD_ENGINE): requirements/old-engine.txt $(PYTHON)
	@scripts/setup.sh old_engine
	@touch $@

$(ASSETS): $(PACKAGES) $(ASSET_SOURCES)
	@scripts/assets.sh build
	@touch $@

%.mo: %.po $(RUNTIME)
	@$(BABEL) --quiet compile --input-file=$< --output-file=$@
