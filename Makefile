# Two commands set everything up: `make run` and `make test`. Each installs what it finds missing,
# says so, and does nothing of the sort the second time.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test bench lint fmt web tools packages \
    rust-format rust-lint rust-docs rust-tests web-check web-lint web-tests browser-tests generated

# Arguments for the program: make run ARGS="--bind 127.0.0.1:9000"
ARGS ?=

# The tests drive Debian's browser; Playwright need not fetch its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = 1

step = @echo "== $(1)"

help: ## Say what there is
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 14

# The dev profile: ready in half the time of a release build, and `make test` shares what it compiled.
run: tools web ## Serve the built-in city on http://127.0.0.1:8080
	$(call step,miteinander)
	cargo run --locked -- serve $(ARGS)

# Cheap steps first. The web assets come before the Rust tests, which ask the router for them.
test: tools packages rust-format rust-lint rust-docs web-check web-lint web-tests web rust-tests browser-tests generated ## Run every check and test
	@echo "== all checks passed"

bench: tools web ## Measure the figures of the README
	cargo bench --locked

lint: tools rust-format rust-lint rust-docs web-check web-lint ## Check format, lints, documentation and types

fmt: tools ## Format the Rust code
	cargo fmt

# --- What must be here -------------------------------------------------------------------------

tools:
	@tests/setup/tools.sh
	@tests/setup/packages.sh compiler

packages:
	@tests/setup/packages.sh browser database

# --- Rust --------------------------------------------------------------------------------------

rust-format:
	$(call step,Rust: format)
	cargo fmt --check

rust-lint:
	$(call step,Rust: lints)
	cargo clippy --locked --all-targets -- -D warnings

rust-docs:
	$(call step,Rust: documentation)
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

rust-tests:
	$(call step,Rust: tests on SQLite and PostgreSQL)
	cargo test --locked

# --- Web ---------------------------------------------------------------------------------------

# npm writes this file last, so it is as old as the installed packages.
packages_installed := web/node_modules/.package-lock.json
# The build's own date. Kept out of web/dist, whose files all go into the binary.
assets_built := web/node_modules/.assets-built
# Folders stand here too: their date changes when a file goes.
web_sources := $(shell find web -mindepth 1 \
    \( -name node_modules -o -name dist -o -path web/e2e -o -name test-results -o -name playwright-report \) -prune -o -print)

# Someone who removed the assets wants them back.
ifeq ($(wildcard web/dist/*),)
.PHONY: $(assets_built)
endif

web: $(assets_built) ## Build the web assets into web/dist, if their sources changed

$(packages_installed): web/package.json web/package-lock.json
	$(call step,Web: install packages)
	cd web && npm ci --no-audit --no-fund
	@touch $@

$(assets_built): $(packages_installed) $(web_sources)
	$(call step,Web: build assets)
	cd web && npm run build
	@touch $@

web-check: $(packages_installed)
	$(call step,Web: types)
	cd web && npm run check

web-lint: $(packages_installed)
	$(call step,Web: lints)
	cd web && npm run lint

web-tests: $(packages_installed)
	$(call step,Web: unit tests)
	cd web && npm test

# The server under test is the dev build of this checkout.
browser-tests: web packages
	$(call step,Web: tests in Chromium)
	cargo build --locked
	cd web && npm run e2e

generated: $(packages_installed)
	$(call step,Generated files are up to date)
	cd web && npm run check:generated
