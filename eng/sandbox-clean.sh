#!/usr/bin/env bash
# Ends the processes that .sandbox/*.pid name, if they are ours, and removes .sandbox and everything that was built.
# With --keep-build what was built stays.
set -euo pipefail
cd "$(dirname "$0")/.."
state="$PWD/.sandbox"

command_of() { tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true; }

alive() { [ -e "/proc/$1/status" ] && ! grep -q '^State:[[:space:]]*[ZX]' "/proc/$1/status" 2>/dev/null; }

# A pid may have been given to somebody else since: ours is a RestoreDrill process of this directory.
ours() {
    case "$(command_of "$1")" in
        *restoredrill*"$state"*) return 0 ;;
        *restoredrill*) [ "$(readlink "/proc/$1/cwd" 2>/dev/null)" = "$PWD" ] ;;
        *) return 1 ;;
    esac
}

# The service first: it says goodbye to its store.
for file in "$state/service.pid" "$state"/*.pid; do
    [ -e "$file" ] || continue
    read -r pid <"$file" || true
    [[ "${pid:-}" =~ ^[0-9]+$ ]] && alive "$pid" && ours "$pid" || continue
    # It may have ended meanwhile.
    kill -TERM "$pid" 2>/dev/null || continue
    for _ in $(seq 150); do alive "$pid" || break; sleep 0.1; done
    if alive "$pid"; then kill -KILL "$pid"; fi
done

# The database servers of a process that was killed end by themselves.
servers() {
    local file
    # The pattern comes by a pipe: as an argument it would find grep itself.
    for file in $(printf '%s/' "$state" | grep -lasF -f - /proc/[0-9]*/cmdline 2>/dev/null); do
        if grep -aqs postgres "$file"; then echo "$file"; fi
    done
}
for _ in $(seq 150); do [ -z "$(servers)" ] && break; sleep 0.1; done
if [ -n "$(servers)" ]; then
    echo "Processes still work in $state, so it stays: $(servers | tr '\n' ' ')" >&2
    exit 1
fi

rm -rf -- "$state"
if [ "${1:-}" = "--keep-build" ]; then exit 0; fi
rm -rf -- artifacts
find src tests -type d \( -name bin -o -name obj \) -not -path '*/node_modules/*' -prune -exec rm -rf -- {} +
