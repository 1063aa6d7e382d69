#!/bin/sh
# Checks that Rust and Node are here and new enough; says in one sentence what is not.
set -eu

# What Vite asks for.
node_versions="20.19 or a later 20, or 22.12 or newer"

fail() {
    echo "$*" >&2
    exit 1
}

command -v cargo >/dev/null 2>&1 ||
    fail "cargo is missing: install Rust from https://rustup.rs or your system's packages, then run it again"
command -v npm >/dev/null 2>&1 ||
    fail "npm is missing: install Node.js ($node_versions) with npm, then run it again"

node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23 ? 0 : 1);
' || fail "Node.js $(node --version) does not fit: $node_versions is needed"
