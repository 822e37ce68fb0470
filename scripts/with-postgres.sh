#!/usr/bin/env bash
# Runs a command with a private PostgreSQL >= 15 beside it: scripts/with-postgres.sh make test
# The server listens on a free port of this machine only, lives in a temporary folder, and is gone afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

readonly OLDEST=15

scripts/setup.sh system venv # Python finds the free port

# Prints the folder of the newest server that is new enough.
find_server() {
    local bin
    for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t/ -k5 -Vr); do
        [ -x "$bin/initdb" ] && [ "$(basename "$(dirname "$bin")")" -ge $OLDEST ] && echo "$bin" && return
    done
    return 1
}

bin=$(find_server) || {
    require_packages postgresql
    bin=$(find_server) || die "This system's PostgreSQL is older than $OLDEST; install the package of a newer one."
}

# The server refuses to run as root.
as_server() { "$@"; }
owner=$(id -un)
if [ "$(id -u)" = 0 ]; then
    owner=postgres
    id -u postgres >/dev/null 2>&1 || owner=nobody
    as_server() { setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups -- "$@"; }
fi

home=$(mktemp -d /tmp/plass-postgres.XXXXXX) # a short path: a socket's may not exceed 107 characters
chown "$owner" "$home"

finish() {
    local status=$?
    trap - EXIT INT TERM HUP
    (cd / && as_server "$bin/pg_ctl" -D "$home/data" -m immediate stop) >/dev/null 2>&1 || true
    rm -rf "$home"
    exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
settings=(
    "listen_addresses=127.0.0.1" "port=$port" "unix_socket_directories=$home" "max_connections=200"
    "fsync=off" "synchronous_commit=off" "full_page_writes=off" # nothing here outlives the run
)

start_server() {
    (umask 077 && printf '%s\n' "$password" >"$home/password") && chown "$owner" "$home/password"
    cd / # the server's user need not be allowed into this folder
    as_server "$bin/initdb" -D "$home/data" -U plass --pwfile="$home/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync
    as_server "$bin/pg_ctl" -D "$home/data" -l "$home/server.log" -w -t 60 -o "${settings[*]/#/-c }" start
    PGPASSWORD=$password as_server "$bin/createdb" -h "$home" -p "$port" -U plass plass_test
}
(set -e; start_server) >"$home/start.log" 2>&1 || {
    cat "$home/start.log" "$home/server.log" >&2 2>/dev/null || true
    die "PostgreSQL did not start."
}

say "PostgreSQL $("$bin/postgres" --version | grep -oE '[0-9]+(\.[0-9]+)?' | head -1) runs on port $port for: $*"
export PLASS_TEST_DATABASE_URL="postgresql+psycopg://plass:$password@127.0.0.1:$port/plass_test"
"$@"
