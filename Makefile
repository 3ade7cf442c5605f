# The front door. `make demo` and `make test` need nothing but Python 3.11+ and a network that reaches PyPI.
PYTHON ?= python3
BIN := .venv/bin
LOCKED := --quiet --require-hashes --no-deps
OURS := --quiet --no-deps --no-build-isolation --editable .
LOCK = .venv/supply/bin/uv pip compile --quiet $(UP) --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock'

.PHONY: demo test check eval bench fuzz kill docs lock sbom audit clean

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

# Every importer against spoiled files, then offsets, the search and review files, a minute each; what is found lies in fuzz-found/
fuzz: .venv/developing
	$(BIN)/python -m tests.fuzz.run --seconds 60

# A case whose writer is killed, or whose disk fills, fails or loses power, at every single file operation: half an hour
kill: .venv/developing
	$(BIN)/python -m tests.faults.run

docs: .venv/developing
	$(BIN)/python docs/pictures.py

# After a change of what pyproject.toml asks for. What is locked stays as it is; `make lock UP=--upgrade` takes the newest of all.
lock: .venv/supply/made .venv/made
	$(LOCK) pyproject.toml locks/build.in --extra dev --extra polars -o locks/dev.txt
	$(LOCK) pyproject.toml locks/build.in -c locks/dev.txt -o locks/run.txt
	$(LOCK) pyproject.toml locks/build.in -c locks/dev.txt --extra ftm --override locks/overrides.in -o locks/ftm.txt
	$(LOCK) locks/supply.in -o locks/supply.txt
	$(BIN)/python locks/licences.py

# Every package that runs with Rashomon, with its licence, as CycloneDX: build/sbom.json
sbom: .venv/supply/made
	.venv/supply/bin/uv venv --quiet --clear --python $(BIN)/python build/sbom
	.venv/supply/bin/uv pip install --quiet --python build/sbom --require-hashes --no-deps -r locks/run.txt
	.venv/supply/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --validate -o build/sbom.json build/sbom

# Known holes in what is locked: asks PyPI, and fails where it cannot ask
audit: .venv/supply/made
	.venv/supply/bin/pip-audit --strict --disable-pip --require-hashes -r locks/dev.txt

clean:
	rm -rf .venv build dist

# Nothing is resolved and nothing is fetched that the locks do not name with its hash.
.venv/made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"Python 3.11 or newer is needed, this is {sys.version}")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/made pyproject.toml locks/run.txt
	$(BIN)/python -m pip install $(LOCKED) -r locks/run.txt
	$(BIN)/python -m pip install $(OURS)
	touch $@

.venv/developing: .venv/installed pyproject.toml locks/dev.txt locks/ftm.txt
	$(BIN)/python -m pip install $(LOCKED) -r locks/dev.txt
	$(BIN)/python -m pip install $(LOCKED) -r locks/ftm.txt
	$(BIN)/python -m pip install $(OURS)
	touch $@

.venv/supply/made: .venv/made locks/supply.txt
	$(PYTHON) -m venv .venv/supply
	.venv/supply/bin/python -m pip install $(LOCKED) -r locks/supply.txt
	touch $@
