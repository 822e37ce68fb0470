#!/usr/bin/env bash
# Pins the newest versions that pyproject.toml allows into requirements/*.txt, with the hash of every file.
# One list serves Python 3.11 and newer on x86_64 and aarch64. The lists name packages, never where they come from.
set -euo pipefail
cd "$(dirname "$0")/.."

pin() {
    .venv/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
        --no-header --no-annotate --generate-hashes pyproject.toml "$@"
}

pin --output-file requirements/runtime.txt
pin --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
.venv/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
    --no-header --no-annotate --generate-hashes --group node --output-file requirements/node.txt
# A Chromium of 2022 is what it is for: never a newer one.
.venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --no-header --no-annotate --generate-hashes \
    --group old-engine --output-file requirements/old-engine.txt

scripts/check-locks.sh
