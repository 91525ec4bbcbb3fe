# Two commands: `make run` serves the registry, `make test` checks everything.
# Needs make and Python 3.11 or later with venv; `make run PYTHON=/path/to/python3.11` picks another one.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
PYTEST ?= --numprocesses auto --dist loadfile --quiet
ENGLISH := .venv* tests docs benchmarks templates/admin templates/followup/api.html followup/admin followup/api followup/management
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.PHONY: install install-dev run test lint messages lock clean

install: $(VENV)/.run
install-dev: $(VENV)/.dev

# A virtual environment made by another Python is made anew: PYTHON=… is never silently ignored.
$(VENV)/.python: FORCE
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info[:2] >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11")'
	@wanted=$$($(PYTHON) -c 'import os, sys; print(sys.version.split()[0], os.path.realpath(sys.base_prefix))'); \
	if [ "$$wanted" != "$$(cat $@ 2>/dev/null)" ]; then \
	  $(PYTHON) -m venv --clear $(VENV) || { echo "The venv module is missing: apt-get install python3-venv"; exit 1; }; \
	  echo "$$wanted" > $@; \
	fi

FORCE:

$(VENV)/.run: requirements/run.txt $(VENV)/.python
	$(PIP) -r requirements/run.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) -r requirements/dev.txt
	@touch $@

run: $(VENV)/.run
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_reference
	@$(PY) manage.py demo --once
	@$(PY) manage.py runserver $(PORT)

lint: $(VENV)/.dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache
	$(PY) manage.py makemigrations --check --dry-run

# First everything on SQLite, then what asks the database, but for the browser's journeys and the permission matrix, once more on PostgreSQL (POSTGRES_TEST_URL names it;
# without one that run counts what it skips).
test: lint
	DATABASE_URL= $(PY) -m pytest $(PYTEST)
	DATABASE_URL="$$POSTGRES_TEST_URL" $(PY) -m pytest $(PYTEST) --postgres --ignore=tests/letters --ignore=tests/documents --ignore=tests/browser --ignore=tests/permissions

# The words of the public pages for translation: marks what is new in followup/locale/*/LC_MESSAGES/django.po, and
# compiles the catalogs. Both files are kept in the repository, as only this needs GNU gettext. Staff pages and the
# API are in English.
messages: $(VENV)/.dev
	$(PY) manage.py makemessages --locale fr --locale es --add-location file --no-wrap --no-obsolete $(foreach path,$(ENGLISH),--ignore '$(path)')
	$(PY) manage.py compilemessages --locale fr --locale es --ignore '.venv*'

# The locks hold hashes and no address. uv resolves for every platform and Python ≥ 3.11 at once.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv
	UV_PYTHON_DOWNLOADS=never $(VENV)-lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements/run.txt
	UV_PYTHON_DOWNLOADS=never $(VENV)-lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev pyproject.toml -c requirements/run.txt -o requirements/dev.txt
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis
