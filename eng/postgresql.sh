#!/usr/bin/env bash
# Makes sure that PostgreSQL server binaries are on this machine, and with them pgextwlist, which the sandbox uses to allow its master users the
# extensions that RDS allows them; installs the distribution's packages when it may. Prints the directory that holds the binaries.
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

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo="sudo"; fi
fi
may_install() { command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || [ -n "$sudo" ]; }; }
install_package() {
    [ -n "${updated:-}" ] || $sudo apt-get update -qq >&2
    updated=1
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$1" >&2
}

if ! find_binaries >/dev/null && may_install; then
    echo "Installing the PostgreSQL server from the distribution's packages (once)..." >&2
    # The server binaries only: no cluster of the distribution's own is made or started.
    $sudo mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
    install_package postgresql
fi
if ! binaries=$(find_binaries); then
    echo "PostgreSQL server binaries are missing: install your distribution's PostgreSQL server (Debian, Ubuntu: apt-get install postgresql), then run this again." >&2
    exit 1
fi

# Only for the distribution's own PostgreSQL, whose directory names its major version.
major=$(basename "$(dirname "$binaries")")
if [ "$binaries" = "/usr/lib/postgresql/$major/bin" ] && [ ! -e "/usr/lib/postgresql/$major/lib/pgextwlist.so" ]; then
    if may_install; then
        echo "Installing pgextwlist from the distribution's packages (once)..." >&2
        install_package "postgresql-$major-pgextwlist" || true
    fi
    [ -e "/usr/lib/postgresql/$major/lib/pgextwlist.so" ] ||
        echo "pgextwlist is missing (Debian, Ubuntu: apt-get install postgresql-$major-pgextwlist): the sandbox refuses its master users amcheck, and tests of that fail." >&2
fi
echo "$binaries"
