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
. eng/precompile.sh || exit 1
rm -rf artifacts/runbooks
dotnet tests/RestoreDrill.EndToEnd.Tests/bin/Debug/net10.0/RestoreDrill.EndToEnd.Tests.dll -namespace RestoreDrill.EndToEnd.Tests.Runbooks
status=$?
echo
# A runbook is followed in parts, each of which leaves a line.
cat artifacts/runbooks/*.tsv | awk -F '\t' '
    BEGIN { form = "%-28s %6s %8s %8s  %s\n"; printf form, "RUNBOOK", "RUN", "MATCHED", "NOT RUN", "WHY" }
    function tell(   reason, why) {
        for (reason in count) { why = why (why == "" ? "" : "; ") reason (count[reason] > 1 ? " (" count[reason] ")" : "") }
        printf form, name, run, matched, not_run, why
        all_run += run; all_matched += matched; all_not_run += not_run; runbooks++
        run = matched = not_run = 0; delete count
    }
    NR > 1 && $1 != name { tell() }
    { name = $1; run += $2; matched += $3; not_run += $4; parts = split($5, reasons, "; "); for (i = 1; i <= parts; i++) { count[reasons[i]]++ } }
    END { tell(); printf form, runbooks " runbooks", all_run, all_matched, all_not_run, "" }'
exit "$status"
