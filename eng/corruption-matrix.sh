#!/usr/bin/env bash
# Builds, then does every fault to copies behind real drills, and drills clean copies of a source under load; prints the table and writes it to docs/verification.md
# when nothing was left out. MATRIX_FAULTS=stale,heap MATRIX_MODES=plain,checksums+amcheck MATRIX_CLEAN=20 MATRIX_LATER=1 MATRIX_SEED=1
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Servers are killed, and drills that hang: nothing of theirs may stay in /tmp.
export DOTNET_EnableDiagnostics=0
# Each drill is a process that lives for seconds: compiling its methods a second time, for speed, costs more than it gains.
export DOTNET_TC_CallCountingDelayMs=60000

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)"
export RESTOREDRILL_POSTGRES_BIN
dotnet build tests/RestoreDrill.CorruptionMatrix -v quiet --nologo
exec dotnet tests/RestoreDrill.CorruptionMatrix/bin/Debug/net10.0/RestoreDrill.CorruptionMatrix.dll
