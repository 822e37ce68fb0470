#!/usr/bin/env bash
# Runs every check on the code and names those that failed, so that one run shows all there is to mend.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
. scripts/lib.sh
PATH=$PWD/.venv/bin:$PATH

failed=()
check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        say "ok      $name"
    else
        say "FAILED  $name" "$output"
        failed+=("$name")
    fi
}

check "lint" ruff check --quiet .
check "formatting" ruff format --check --quiet .
check "types" mypy
check "import contracts" lint-imports --no-cache
check "templates" djlint --quiet --lint app
check "locks" scripts/check-locks.sh

[ ${#failed[@]} = 0 ] || die "Failed: ${failed[*]}"
