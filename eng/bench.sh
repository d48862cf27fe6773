#!/usr/bin/env bash
# Builds, then measures the fingerprint against other ways to read every row, on generated tables. BENCH_ROUNDS=5
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)"
export RESTOREDRILL_POSTGRES_BIN
dotnet build tests/RestoreDrill.Benchmarks -c Release -v quiet --nologo
exec dotnet tests/RestoreDrill.Benchmarks/bin/Release/net10.0/RestoreDrill.Benchmarks.dll
