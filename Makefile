# The same commands people and machines use. Python 3.11, git, make; apt where it is there.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PORT ?= 8000
DEMO ?= demo-site
# Two more than there are processors: many tests wait for a lease, a server or a browser.
JOBS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 2)
APERTIUM := apertium apertium-rus-ukr apertium-bel-rus apertium-eng-spa
SERVERS := nginx libnginx-mod-http-brotli-static caddy varnish varnish-modules

.PHONY: help install dev packages demo test check fix words bench lighthouse lock clean

help:
	@echo "make demo     the invented newsroom on http://127.0.0.1:$(PORT)"
	@echo "make test     every test"
	@echo "make check    lint, types, import rules"
	@echo "make fix      mend what can be mended by machine"
	@echo "make words    catalogs of interface words: LANGUAGES=\"de kk\" begins new ones"
	@echo "make bench    the numbers we promise"
	@echo "make lighthouse  Lighthouse on an article and a front page; needs npm"
	@echo "make install  .venv with .venv/bin/lingotype, nothing else"

install: $(BIN)/lingotype

$(BIN)/lingotype: requirements.txt pyproject.toml
	@echo "Setting up .venv from requirements.txt …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

dev: .venv/dev-is-ready

.venv/dev-is-ready: $(BIN)/lingotype requirements-dev.txt
	@echo "Adding the tools for tests and checks …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

demo: install
	@tools/apt-install "Apertium translates the demo's articles on this machine; without it they wait for an engine." $(APERTIUM)
	@$(BIN)/lingotype demo $(DEMO) --port $(PORT)

packages:
	@tools/apt-install "Tests translate with the real Apertium and read pages in the real Chromium." $(APERTIUM) chromium
	@tools/apt-install "Tests read stored pages through the web servers of deploy/." $(SERVERS)

# Tests start hundreds of commands: whatever the shell says, none compiles the same modules again.
test: export PYTHONDONTWRITEBYTECODE :=
test: dev packages
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

check: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pip check

fix: dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

words: dev
	@$(BIN)/python -m tools.catalogs $(LANGUAGES)

bench: dev
	@tools/apt-install "The benchmarks translate with the real Apertium." $(APERTIUM)
	@$(BIN)/python -m benchmarks

lighthouse: dev
	@tools/apt-install "Lighthouse looks at pages in the real Chromium." $(APERTIUM) chromium
	@$(BIN)/python -m benchmarks lighthouse

lock: dev
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --universal --python-version 3.11 \
		--group build -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --universal --python-version 3.11 \
		--group build --group dev -o requirements-dev.txt pyproject.toml

clean:
	rm -rf .venv build dist $(DEMO)
