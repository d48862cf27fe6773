#!/usr/bin/env bash
# Builds, then drills while services and store are killed; prints what came of it. SOAK_DRILLS=200 SOAK_SEED=... SOAK_MINUTES=60
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Processes are killed, which would leave their diagnostic sockets in /tmp.
export DOTNET_EnableDiagnostics=0

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)"
export RESTOREDRILL_POSTGRES_BIN
dotnet build tests/RestoreDrill.Soak -v quiet --nologo
exec dotnet tests/RestoreDrill.Soak/bin/Debug/net10.0/RestoreDrill.Soak.dll
