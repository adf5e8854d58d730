# The words of this house; CI runs the same ones. Everything is set up on first use, inside .venv.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup system run dev check unit test bench docs pins

BIN := .venv/bin
EXAMPLE := examples/churn_prediction
REPORT := report.html
# `make test` starts a Docker engine where none answers, and stops it at its end.
ENGINE := .venv/engine
BASE_PYTHON := 3.11
BASE_IMAGE := python:$(BASE_PYTHON)-slim
# Repositories for `make bench`: paths or URLs, e.g. make bench REPOSITORIES="https://github.com/psf/requests"
REPOSITORIES ?= .

help: ## list these words
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 10

setup: .venv/ready ## create .venv and install everything, pinned

.venv/ready: pyproject.toml constraints.txt
	@echo "Setting up .venv (a few minutes the first time) …"
	@for python in python3.11 python3.12 python3.13 python3 none; do \
	  if [ $$python = none ]; then \
	    echo "error: no Python 3.11 or newer with venv was found; install one (Debian: apt-get install python3 python3-venv) and try again." >&2; exit 1; fi; \
	  if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
	done; \
	[ -x $(BIN)/python ] || $$python -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv
	@PIP_CONSTRAINT=constraints.txt; export PIP_CONSTRAINT; \
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[dev]' \
	|| { echo "uv could not install; trying pip, which reads pip's own configuration …" >&2; \
	     $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'; }
	@touch $@

system: # what `test` needs beyond Python: git, a Chromium, PostgreSQL, and a Docker engine with a base image
	@missing=(); \
	command -v git >/dev/null || missing+=(git); \
	command -v chromium >/dev/null || missing+=(chromium); \
	command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql); \
	if ! docker version >/dev/null 2>&1; then \
	  command -v dockerd >/dev/null || missing+=(docker.io); \
	fi; \
	docker image inspect $(BASE_IMAGE) >/dev/null 2>&1 || command -v debootstrap >/dev/null || missing+=(debootstrap); \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "Installing $${missing[*]} …"; \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo -n"; fi; \
	  { command -v apt-get >/dev/null && $$root apt-get update -qq </dev/null \
	    && { command -v docker >/dev/null || ! apt-cache show docker-cli >/dev/null 2>&1 || missing+=(docker-cli); } \
	    && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends "$${missing[@]}" </dev/null >/dev/null; } \
	  || { echo "error: the tests need $${missing[*]}, which could not be installed from here; install it (Debian: apt-get install $${missing[*]}) and try again." >&2; exit 1; }; \
	fi

run: setup ## analyse the example and say where its report is
	@$(BIN)/mlops-platform analyze $(EXAMPLE) --format html --output $(REPORT)
	@$(BIN)/mlops-platform report $(EXAMPLE)
	@echo
	@echo "The whole report: file://$(CURDIR)/$(REPORT)"

dev: setup ## Dagster's UI and MLflow's UI on loopback, until Ctrl-C
	@$(BIN)/mlops-platform dev

check: setup ## format, lint, types, import contracts, house rules
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest mlops_platform_tests/test_house.py

unit: setup ## the tests that need no server, browser or network
	@$(BIN)/pytest -n 2 -m 'not integration'

test: setup system check ## everything: checks, unit and integration tests
	@trap 'docker/engine.sh stop $(ENGINE)' EXIT; \
	docker/engine.sh start $(ENGINE); \
	docker/base-image.sh $(BASE_PYTHON); \
	$(BIN)/pytest -n 3 --dist loadfile

bench: setup ## time and memory of an analysis against clone and bare parse
	@$(BIN)/python benchmarks/analyze_repository.py $(REPOSITORIES)

docs: setup ## write the generated pages again
	@$(BIN)/python -m mlops_platform.core.pages.rules > docs/rules.md
	@$(BIN)/python -m mlops_platform.core.pages.settings > docs/settings.md
	@$(BIN)/python -m mlops_platform.core.pages.retraining > docs/retraining.md
	@$(BIN)/python -m mlops_platform.core.pages.report_schema > docs/report.schema.json

pins: setup # write constraints.txt again from what is installed, and what the extras would add to it
	@$(BIN)/uv pip freeze --quiet --python $(BIN)/python --exclude-editable | grep -E '^[A-Za-z0-9._-]+==[^ ]+$$' > .venv/installed.txt
	@$(BIN)/uv pip compile --quiet --no-annotate --no-header --python $(BIN)/python --all-extras -c .venv/installed.txt pyproject.toml > .venv/wanted.txt
	@LC_ALL=C sort -t= -k1,1 -u .venv/installed.txt .venv/wanted.txt > constraints.txt
