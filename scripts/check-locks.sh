#!/usr/bin/env bash
# Says which lock files name an address: they say what is installed, never where it comes from (decision 2).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

# Everything that is committed and locks packages, also kinds that we do not use.
locks() {
    git ls-files -- 'requirements/*.txt' '*.lock' '*package-lock.json' '*npm-shrinkwrap.json' '*pnpm-lock.yaml' 2>/dev/null ||
        printf '%s\n' requirements/*.txt frontend/package-lock.json # not a clone
}

mapfile -t files < <(locks)
# npm writes where an author takes gifts ("url"); nothing is fetched from there.
if grep -HnE '://|^ *--(extra-)?(index|find)' "${files[@]}" | grep -vE '^[^:]+:[0-9]+: *"url": '; then
    die "A lock file names an address. Unset the index options of this machine and lock again."
fi
