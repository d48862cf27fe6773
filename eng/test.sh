#!/usr/bin/env bash
# Builds everything and runs every test, two modules at a time: one alone leaves half of two cores idle. Prints "N passed, N failed" last.
set -uo pipefail
cd "$(dirname "$0")/.."
export TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Tests kill processes, which would leave their diagnostic sockets in /tmp.
export DOTNET_EnableDiagnostics=0
. eng/test-directory.sh

bash eng/postgresql.sh >/dev/null && bash eng/faketime.sh || { echo "0 passed, 1 failed"; exit 1; }
mkdir -p artifacts
dotnet build RestoreDrill.sln -v quiet || { echo "0 passed, 1 failed"; exit 1; }
. eng/precompile.sh || { echo "0 passed, 1 failed"; exit 1; }
dotnet test --solution RestoreDrill.sln --no-build --max-parallel-test-modules 2 --no-progress --no-ansi "$@" | tee artifacts/test.log
status=${PIPESTATUS[0]}
# Once more at the end, with their reasons, where a log that is cut still has them.
awk '/^failed [A-Z]/ { left = 7; print; next } /^ / && left > 0 { left--; print substr($0, 1, 400); next } { left = 0 }' artifacts/test.log | head -60
# A module that crashed or ran no test counts as "error:", not as "failed:".
awk '/^Test run summary/ { seen = 1 }
     seen && $1 == "succeeded:" { passed = $2 }
     seen && $1 == "failed:"    { failed = $2 }
     seen && $1 == "error:"     { crashed = $2 }
     END { if (!seen) { print "0 passed, 1 failed"; exit }
           printf "%d passed, %d failed\n", passed, failed + crashed }' artifacts/test.log
exit "$status"
