#!/usr/bin/env bash
# Installs what Plass needs: scripts/setup.sh system|venv|runtime|dev|node|browser|old_engine|other_engines ... (make calls it, step by step).
# Each step looks first and does nothing where all is in place.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

readonly VENV=.venv
readonly OLDEST_NODE=22 # what the packages in frontend/package-lock.json ask for

# --- What comes from the system: Python with its venv module, and Pango, with which WeasyPrint sets text -------

# Prints the first Python >= 3.11 that really runs: version managers leave names behind that only complain.
find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
            "$name" -c 'import sys; print(sys.executable)' && return
    done
    return 1
}

venv_package() { # Debian splits the module off its own Python; other builds have it
    "$1" -c 'import ensurepip, venv' 2>/dev/null || "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

pango_packages() {
    "$1" - <<'PYTHON' 2>/dev/null || echo libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
import ctypes
for name in ("pango-1.0.so.0", "pangoft2-1.0.so.0", "harfbuzz.so.0", "harfbuzz-subset.so.0", "fontconfig.so.1"):
    ctypes.CDLL(f"lib{name}")
PYTHON
}

missing_packages() {
    local python
    python=$(find_python) || { echo python3 python3-venv; python=false; }
    [ "$python" = false ] || venv_package "$python"
    pango_packages "$python"
}

# All in one go, so that a person who must ask for them asks once.
step_system() {
    local missing
    read -ra missing < <(missing_packages | tr '\n' ' ') || true
    [ ${#missing[@]} = 0 ] && return
    require_packages "${missing[@]}"
    read -ra missing < <(missing_packages | tr '\n' ' ') || true
    [ ${#missing[@]} = 0 ] || die "Still missing after the installation: ${missing[*]}. Is python3 older than 3.11 here?"
}

# --- The virtual environment ------------------------------------------------------------------------------------

step_venv() {
    "$VENV/bin/python" -m pip --version >/dev/null 2>&1 && return
    local python
    python=$(find_python)
    say "Creating the virtual environment with $("$python" --version) ..."
    "$python" -m venv --clear "$VENV"
}

pip_install() {
    local what=$1 file=$2
    say "Installing $what ..."
    quietly "$VENV/bin/python" -m pip install --disable-pip-version-check --no-input --require-hashes -r "$file"
}

step_runtime() { pip_install "Python packages" requirements/runtime.txt; }
step_dev() { pip_install "Python packages for tests and checks" requirements/dev.txt; }

# --- Node, with which the front end is built ------------------------------------------------------------------

new_enough() {
    "$1/npm" --version >/dev/null 2>&1 &&
        "$1/node" -e "process.exit(parseInt(process.versions.node) < $OLDEST_NODE ? 1 : 0)" 2>/dev/null
}

# Writes down for scripts/assets.sh in which folder a `node` and its `npm` stand.
step_node() {
    local found
    found=$(dirname "$(command -v node || echo /none/node)")
    if ! new_enough "$found"; then
        found=$PWD/$VENV/bin
        new_enough "$found" || pip_install "Node" requirements/node.txt
        new_enough "$found" || die "Node from requirements/node.txt does not run here. Install Node $OLDEST_NODE or newer."
    fi
    printf '%s\n' "$found" >"$VENV/.node"
}

# --- A browser, for the tests in tests/e2e --------------------------------------------------------------------

# Prints the path of a Chromium that starts. On Ubuntu the command may be a stub that only asks for a snap.
find_browser() {
    local name
    for name in "${PLASS_TEST_BROWSER:-}" chromium google-chrome-stable google-chrome chromium-browser "$(playwright_browser)"; do
        [ -n "$name" ] && "$name" --version >/dev/null 2>&1 </dev/null && command -v "$name" && return
    done
    return 1
}

playwright_browser() {
    "$VENV/bin/python" - <<'PYTHON' 2>/dev/null || true
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
}

# Ubuntu ships Chromium as a snap only; Playwright's own build is the next best there.
is_ubuntu() { (. /etc/os-release && [[ " $ID ${ID_LIKE:-} " == *" ubuntu "* ]]); }

install_browser() {
    if is_ubuntu; then
        say "Installing Playwright's Chromium ..."
        can_be_root && "$VENV/bin/playwright" install --with-deps chromium >/dev/null 2>&1 </dev/null
    else
        apt_install chromium
    fi
}

# Playwright drives the browser with a Node of its own, which needs a library that a bare system lacks.
driver_starts() { "$VENV/bin/playwright" --version >/dev/null 2>&1 </dev/null; }

# Optional for people, who are told what is left out; required in CI.
step_browser() {
    local found
    driver_starts || apt_install libatomic1 || true
    if driver_starts && { found=$(find_browser) || { install_browser && found=$(find_browser); }; }; then
        printf '%s\n' "$found" >"$VENV/.browser"
        return
    fi
    rm -f "$VENV/.browser"
    in_ci && die "No Chromium could be installed, and CI may leave no test out."
    warn "No browser: Chromium is not here and could not be installed. To get it:"
    driver_starts || warn "    $(apt_command libatomic1)"
    if is_ubuntu; then warn "    sudo snap install chromium"; else warn "    $(apt_command chromium)"; fi
}

# --- A Chromium of 2022, for `make old-engine` alone; it comes inside Qt, in an environment of its own --------------

old_engine_starts() { .cache/old-engine/bin/python -c 'import PyQt6.QtWebEngineWidgets' 2>/dev/null; }

step_old_engine() {
    "$VENV/bin/python" -m venv --clear .cache/old-engine
    say "Installing Qt's web engine ..."
    quietly .cache/old-engine/bin/python -m pip install --disable-pip-version-check --no-input --require-hashes \
        -r requirements/old-engine.txt
    old_engine_starts || require_packages libasound2 libegl1 libgl1 libnss3 libxcomposite1 libxdamage1 libxkbcommon0 \
        libxkbfile1 libxrandr2 libxtst6
    old_engine_starts || die "Qt's web engine does not start here: .cache/old-engine/bin/python -c 'import PyQt6.QtWebEngineWidgets'"
}

# --- Firefox and WebKit, for `make other-engines` alone; WebKit needs a screen, which Xvfb keeps in memory ---------

other_engine_packages() {
    firefox_starts || echo firefox-esr
    command -v WebKitWebDriver >/dev/null || echo webkit2gtk-driver
    command -v Xvfb >/dev/null || echo xvfb
}

# On Ubuntu the command may be a stub that only asks for a snap.
firefox_starts() { firefox-esr --version >/dev/null 2>&1 </dev/null || firefox --version >/dev/null 2>&1 </dev/null; }

step_other_engines() {
    local missing
    mapfile -t missing < <(other_engine_packages)
    [ ${#missing[@]} = 0 ] || require_packages "${missing[@]}"
}

# Two `make` at once (one running, one testing) take turns.
mkdir -p .cache
exec 9>.cache/setup.lock
flock 9

for step in "$@"; do
    case $step in
        system | venv | runtime | dev | node | browser | old_engine | other_engines) "step_$step" ;;
        *) die "Unknown step: $step" ;;
    esac
done
