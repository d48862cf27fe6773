#!/usr/bin/env bash
# Makes sure that PostgreSQL server binaries are on this machine; installs the distribution's packages when it may.
# Prints the directory that holds them.
set -euo pipefail

find_binaries() {
    local candidate
    for candidate in "${RESTOREDRILL_POSTGRES_BIN:-}" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) "$(dirname "$(command -v postgres || echo /nowhere/x)")"; do
        if [ -n "$candidate" ] && [ -x "$candidate/postgres" ] && [ -x "$candidate/initdb" ]; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

if find_binaries; then exit 0; fi

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo="sudo"; fi
fi
if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || [ -n "$sudo" ]; }; then
    echo "Installing the PostgreSQL server from the distribution's packages (once)..." >&2
    # The server binaries only: no cluster of the distribution's own is made or started.
    $sudo mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
    $sudo apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends postgresql >&2
    find_binaries && exit 0
fi
echo "PostgreSQL server binaries are missing: install your distribution's PostgreSQL server (Debian, Ubuntu: apt-get install postgresql), then run this again." >&2
exit 1
