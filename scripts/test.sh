#!/usr/bin/env bash
# Runs the tests; make test calls it when all is set up. Arguments go to pytest; TEST_WORKERS caps its processes.
# Without a browser the tests in tests/e2e are left out, and said to be; in CI nothing may be left out or skipped.
# On PostgreSQL (PLASS_TEST_DATABASE_URL) only those run that touch a database; tests/conftest.py knows which.
# COVERAGE=1 (`make coverage`) also shows how much of each package was run through, lines and branches; it takes half as long again.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

report=.cache/tests.xml
options=(-n auto --maxprocesses "${TEST_WORKERS:-4}" --dist worksteal --junitxml "$report")
browser=$(cat .venv/.browser 2>/dev/null || true)
if [ -n "$browser" ]; then
    export PLASS_TEST_BROWSER=$browser
else
    in_ci && die "There is no browser, and CI may leave no test out."
    options+=(-m "not e2e")
fi

measured=${COVERAGE:+true}
if [ -n "$measured" ]; then options+=(--cov --cov-report=); fi

unset PYTHONDONTWRITEBYTECODE # images often set it; then every worker compiles every file again
mkdir -p .cache
status=0
.venv/bin/python -m pytest "${options[@]}" "$@" || status=$?

if [ -z "$browser" ]; then
    say "Left out: the browser tests in tests/e2e, since no Chromium is here and none could be installed."
fi
if in_ci && [ "$status" = 0 ] && ! grep -q '<testsuite [^>]*skipped="0"' "$report"; then
    die "Tests were skipped (see above), and CI may leave no test out."
fi
if [ -n "$measured" ] && [ "$status" = 0 ]; then .venv/bin/python scripts/show_coverage.py; fi
exit "$status"
