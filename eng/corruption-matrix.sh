#!/usr/bin/env bash
# Builds, then does every fault to copies behind real drills, and drills clean copies of a source under load; prints the table and writes it to docs/verification.md
# when nothing was left out. What was interrupted is gone on with by the next run. MATRIX_FAULTS=stale,heap MATRIX_MODES=plain,checksums+amcheck MATRIX_CLEAN=20 MATRIX_LATER=1 MATRIX_SEED=1
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Servers are killed, and drills that hang: nothing of theirs may stay in /tmp.
export DOTNET_EnableDiagnostics=0
# Each drill is a process that lives for seconds: compiling its methods a second time, for speed, costs more than it gains.
export DOTNET_TC_CallCountingDelayMs=60000

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)"
export RESTOREDRILL_POSTGRES_BIN
. eng/test-directory.sh
# An interrupted run is gone on with where neither the sources nor the tests have changed since.
if [ -z "$(git status --porcelain -- src tests 2>/dev/null)" ]; then
    MATRIX_SOURCES="$(git rev-parse HEAD:src HEAD:tests/RestoreDrill.CorruptionMatrix HEAD:tests/RestoreDrill.EndToEnd.Tests 2>/dev/null | sha256sum | cut -c1-16)"
    export MATRIX_SOURCES
fi
dotnet build tests/RestoreDrill.CorruptionMatrix -v quiet --nologo
# The same program, compiled ahead of time: it is started some five hundred times.
export RESTOREDRILL_PRECOMPILED=$PWD/artifacts/precompiled
rm -rf "$RESTOREDRILL_PRECOMPILED"
dotnet publish src/RestoreDrill.Host -c Debug --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o "$RESTOREDRILL_PRECOMPILED" -v quiet
dotnet tests/RestoreDrill.CorruptionMatrix/bin/Debug/net10.0/RestoreDrill.CorruptionMatrix.dll
