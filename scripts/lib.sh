# shellcheck shell=bash
# Helpers shared by the setup scripts: speaking, and installing system packages. Sourced by bash, never run.

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

# Runs a command without its chatter; when it fails, what it said is shown.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    [ "$status" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# CI must never leave anything out.
in_ci() { [ "${CI:-}" = true ]; }

can_be_root() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [ -t 0 ] # without a terminal, sudo could not ask for a password
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@" </dev/null; }

# The command a person can type to get these packages.
apt_command() { printf 'sudo apt-get update && sudo apt-get install --no-install-recommends %s' "$*"; }

# Installs Debian packages; false where that is not possible here. Package lists are refreshed only when
# apt does not know a package, or when the first try failed: lists that are too old name files that are gone.
apt_install() {
    command -v apt-get >/dev/null && can_be_root || return 1
    say "Installing $* ..."
    apt-cache show "$@" >/dev/null 2>&1 || quietly apt_get update || true
    apt_get install --no-install-recommends "$@" >/dev/null 2>&1 ||
        { quietly apt_get update || true; quietly apt_get install --no-install-recommends "$@"; }
}

# For what Plass cannot do without: install it, or stop and say which command would.
require_packages() {
    apt_install "$@" || die "Plass needs packages that could not be installed from here. Run this, then try again:

    $(apt_command "$@")"
}
