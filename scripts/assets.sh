#!/usr/bin/env bash
# Runs npm for the front end, with the system's Node or the one from requirements/node.txt: scripts/assets.sh ci|build
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/setup.sh node
PATH="$(cat .venv/.node):$PATH"
cd frontend
case ${1:-} in
    ci)
        say "Installing front-end packages ..."
        quietly npm ci --ignore-scripts --no-audit --no-fund
        ;;
    build)
        say "Building the front end ..."
        quietly npm run build
        ;;
    *) die "Say ci or build." ;;
esac
