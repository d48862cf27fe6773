#!/usr/bin/env bash
# Builds the sandbox if need be and runs it in the foreground on 127.0.0.1, with its state in .sandbox/.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A process that is killed would leave its diagnostic sockets in /tmp.
export DOTNET_EnableDiagnostics=0

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)"
export RESTOREDRILL_POSTGRES_BIN
dotnet build src/RestoreDrill.Sandbox -v quiet --nologo
exec dotnet "$PWD/src/RestoreDrill.Sandbox/bin/Debug/net10.0/restoredrill-sandbox.dll" serve --state "$PWD/.sandbox" --port "${SANDBOX_PORT:-4599}" "$@"
