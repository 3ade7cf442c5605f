# The front door. `make demo` and `make test` need nothing but Python 3.11+ and a network that reaches PyPI.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check eval bench fuzz docs clean

demo: .venv/installed
	$(BIN)/rashomon demo

test: .venv/developing
	$(BIN)/python tests/chromium.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python resources/generate.py --check
	$(BIN)/pytest -n 2

check: .venv/developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python resources/generate.py

eval: .venv/developing
	$(BIN)/python eval/check.py

bench: .venv/developing
	$(BIN)/python bench/run.py

# Every importer against spoiled files, a minute each; what is found lies in fuzz-found/
fuzz: .venv/developing
	$(BIN)/python -m tests.fuzz.run --seconds 60

docs: .venv/developing
	$(BIN)/python docs/pictures.py

clean:
	rm -rf .venv build dist

# Old pips crash while they resolve lxml[html-clean], so pip itself comes first.
.venv/pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"Python 3.11 or newer is needed, this is {sys.version}")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	touch $@

.venv/installed: .venv/pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/developing: .venv/installed pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	if pkg-config --exists icu-i18n; then $(BIN)/python -m pip install --quiet --editable '.[ftm]'; fi
	touch $@
