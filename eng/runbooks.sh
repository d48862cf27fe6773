#!/usr/bin/env bash
# Follows every runbook on sandboxes, block by block, and prints which blocks were run, how many ended as their runbook says, and why the others are not run.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
# Servers are killed: nothing of theirs may stay in /tmp.
export DOTNET_EnableDiagnostics=0

RESTOREDRILL_POSTGRES_BIN="$(bash eng/postgresql.sh)" || exit 1
export RESTOREDRILL_POSTGRES_BIN
. eng/test-directory.sh
dotnet build tests/RestoreDrill.EndToEnd.Tests -v quiet --nologo || exit 1
rm -rf artifacts/runbooks
dotnet tests/RestoreDrill.EndToEnd.Tests/bin/Debug/net10.0/RestoreDrill.EndToEnd.Tests.dll -namespace RestoreDrill.EndToEnd.Tests.Runbooks -explicit on
status=$?
echo
cat artifacts/runbooks/*.tsv | awk -F '\t' '
    BEGIN { form = "%-28s %6s %8s %8s  %s\n"; printf form, "RUNBOOK", "RUN", "MATCHED", "NOT RUN", "WHY" }
    { printf form, $1, $2, $3, $4, $5; run += $2; matched += $3; not_run += $4 }
    END { printf form, NR " runbooks", run, matched, not_run, "" }'
exit "$status"
