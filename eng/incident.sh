#!/usr/bin/env bash
# Builds, then replays the incident: production is destroyed, everybody tries the same on its copies, and the newest copy is restored, proven and handed over by a person who has nothing but the vault account.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Servers are killed: nothing of theirs may stay in /tmp.
export DOTNET_EnableDiagnostics=0

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)"
export RESTOREDRILL_POSTGRES_BIN
. eng/test-directory.sh
dotnet build tests/RestoreDrill.Incident -v quiet --nologo
dotnet tests/RestoreDrill.Incident/bin/Debug/net10.0/RestoreDrill.Incident.dll
