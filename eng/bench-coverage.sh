#!/usr/bin/env bash
# How much of a source that keeps changing a drill proves: pgbench, COVERAGE_SCALE (100: 10 million rows), COVERAGE_RATE (400) transactions a second with random
# updates over the whole table, while a copy is made and the source is read. Ends what it started. Fails below 99 % of the old rows proven.
set -uo pipefail
cd "$(dirname "$0")/.."
source eng/sandbox-functions.sh
scale=${COVERAGE_SCALE:-100}
rate=${COVERAGE_RATE:-400}
load=
trap '[ -z "$load" ] || kill "$load" 2>/dev/null; bash eng/sandbox-clean.sh >/dev/null' EXIT

start_sandbox
for limit in Copy Restore Verify Turn Trouble; do export "RestoreDrill__Timing__$limit=02:00:00"; done
export PGSSLMODE=verify-full PGSSLROOTCERT="$state/ca.crt" PGHOST=localhost
PGPASSWORD=$(part Password) PGPORT=$(part Port) PGUSER=$(part Username)
export PGPASSWORD PGPORT PGUSER
"$RESTOREDRILL_POSTGRES_BIN/psql" -X -q -d postgres -c "CREATE DATABASE load" || exit 1
"$RESTOREDRILL_POSTGRES_BIN/pgbench" -i -q -s "$scale" load 2>&1 | tail -1 || exit 1
restoredrill db migrate || exit 1

progress="$state/load.log"
"$RESTOREDRILL_POSTGRES_BIN/pgbench" -n -c 4 -j 2 -R "$rate" -T 7200 -P 5 load >"$progress" 2>&1 &
load=$!
sleep 10
began=$SECONDS
restoredrill copy courses || exit 1
kill "$load" || { echo "the load ended before the copy was made:" >&2; cat "$progress" >&2; exit 1; }
grep -q '^progress' "$progress" || { echo "the load did nothing" >&2; exit 1; }
echo "load while it was copied and read ($((SECONDS - began)) s): $(awk '/^progress/ { n++; sum += $4 } END { printf "%.0f transactions a second (mean of %d stretches of 5 s)", sum / n, n }' "$progress")"
load=
restoredrill drill courses --output json >"$state/drill.json"
status=$?
[ "$status" -eq 0 ] || echo "the drill's exit code: $status"
# The table of accounts alone: rows that others insert (the history) are young.
awk '
    /"table": "load.public.pgbench_accounts"/ { here = 1 }
    here && /"rows":/          { gsub(/[^0-9]/, ""); rows = $0 }
    here && /"rowsProven":/    { gsub(/[^0-9]/, ""); proven = $0 }
    here && /"rowsDiffering":/ { gsub(/[^0-9]/, ""); differing = $0 }
    here && /"rowsNotJudged":/ { gsub(/[^0-9]/, ""); unjudged = $0; here = 0 }
    END {
        if (!rows) { print "pgbench_accounts was not compared"; exit 1 }
        printf "pgbench_accounts: %d rows, %d proven (%.2f %%), %d not judged, %d differing (aim: at least 99 %% proven, none differing)\n", rows, proven, 100 * proven / rows, unjudged, differing
        exit !(proven >= 0.99 * rows && differing == 0)
    }' "$state/drill.json" && [ "$status" -eq 0 ]
