#!/bin/sh
# Installs system packages that are missing: `packages.sh compiler browser database`.
# Asks for each program first, so a machine that has them all is left alone, in whatever way it got them.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

# A linker for Rust and a C compiler for the bundled SQLite.
has_compiler() { has cc; }

# The one browser whose pictures the browser tests compare.
has_browser() { [ -x "${CHROMIUM:-}" ] || has chromium-headless-shell; }

# Where tests/it/postgres/server.rs looks.
has_database() {
    [ -z "${TEST_POSTGRES_URL:-}" ] || return 0
    for folder in "${PG_BIN_DIR:-}" /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null || true)"; do
        [ ! -x "$folder/initdb" ] || return 0
    done
    return 1
}

debian_packages() {
    case $1 in
    compiler) echo gcc libc6-dev ;;
    browser) echo chromium-headless-shell ;;
    database) echo postgresql ;;
    esac
}

fail() {
    echo "$*" >&2
    exit 1
}

# Runs a command as root, by sudo where needed.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install() {
    has apt-get || fail "missing here: $*. There is no apt-get: install what these Debian packages hold, then run it again"
    [ "$(id -u)" -eq 0 ] || has sudo ||
        fail "missing here: $*. Neither root nor sudo is at hand: have someone run 'apt-get install $*', then run it again"
    echo "Installing system packages: $*"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@" ||
        fail "apt-get could not install: $*. Not every system like Debian has chromium-headless-shell, Ubuntu may not: there set CHROMIUM to the path of a Chromium, then run it again"
}

missing=
for need in "$@"; do
    case $need in
    compiler | browser | database) ;;
    *) fail "unknown need '$need': use compiler, browser or database" ;;
    esac
    "has_$need" || missing="$missing $(debian_packages "$need")"
done
# shellcheck disable=SC2086 # a list of words
[ -z "$missing" ] || install $missing

for need in "$@"; do
    "has_$need" || fail "$(debian_packages "$need") is installed, but the $need is still not found"
done
