#!/usr/bin/env bash
# Makes sure that libfaketime is on this machine (tests run services on hosts whose clocks are wrong); installs the distribution's package when it may.
set -euo pipefail

found() {
    local candidate
    for candidate in /usr/lib/*/faketime/libfaketimeMT.so.1 /usr/lib/faketime/libfaketimeMT.so.1 /usr/lib64/faketime/libfaketimeMT.so.1; do
        [ -e "$candidate" ] && return 0
    done
    return 1
}

if found; then exit 0; fi

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo="sudo"; fi
fi
if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || [ -n "$sudo" ]; }; then
    echo "Installing libfaketime from the distribution's packages (once)..." >&2
    $sudo apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends faketime >&2
    if found; then exit 0; fi
fi
echo "libfaketime is missing: install your distribution's package (Debian, Ubuntu: apt-get install faketime), then run this again." >&2
exit 1
