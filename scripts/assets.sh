#!/usr/bin/env bash
# Runs npm for the front end, with the system's Node or the one from requirements/node.txt:
# scripts/assets.sh ci|build|ci-lighthouse|lighthouse
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/setup.sh node
PATH="$(cat .venv/.node):$PATH"
case ${1:-} in
    *lighthouse) cd scripts/lighthouse ;;
    *) cd frontend ;;
esac
case ${1:-} in
    ci | ci-lighthouse)
        say "Installing packages for $(basename "$PWD") ..."
        quietly npm ci --ignore-scripts --no-audit --no-fund
        ;;
    build)
        say "Building the front end ..."
        quietly npm run build
        ;;
    lighthouse) exec node run.mjs ;;
    *) die "Say ci, build, ci-lighthouse or lighthouse." ;;
esac
