#!/usr/bin/env bash
# Peak memory of the processes that copy and drill a database with a table of MEMORY_ROWS rows (10 million): on the sandbox, with old rows read twice and the chain.
# Ends what it started. Fails when a process needed more than 200 MB.
set -uo pipefail
cd "$(dirname "$0")/.."
source eng/sandbox-functions.sh
rows=${MEMORY_ROWS:-10000000}
most=200
trap 'bash eng/sandbox-clean.sh >/dev/null' EXIT

start_sandbox
export RestoreDrill__Databases__0__Reader__Reads=OldRowsTwice
# Present at all, it has drills keep what they read for the next one of the chain.
export RestoreDrill__Databases__0__Chain__Groups=4000000
for limit in Copy Restore Verify Turn Trouble; do export "RestoreDrill__Timing__$limit=02:00:00"; done
export PGPASSWORD PGSSLMODE=verify-full PGSSLROOTCERT="$state/ca.crt"
PGPASSWORD=$(part Password)
"$RESTOREDRILL_POSTGRES_BIN/psql" -X -q -h localhost -p "$(part Port)" -U "$(part Username)" -d courses -c "
    CREATE TABLE large AS SELECT n AS id, md5(n::text) AS word, n % 1000 AS part, now() - n * interval '1 second' AS at FROM generate_series(1, $rows) n;
    ALTER TABLE large ADD PRIMARY KEY (id);
    CREATE INDEX ON large (word);" || exit 1
restoredrill db migrate || exit 1

worst=0
# peak COMMAND...: runs it, and says the most memory that its process had resident.
peak() {
    local pid kib=0 read started=$SECONDS status
    dotnet "$PWD/src/RestoreDrill.Host/bin/Debug/net10.0/restoredrill.dll" "$@" &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        read=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && kib=${read:-$kib}
        sleep 0.2
    done
    wait "$pid"
    status=$?
    echo "peak memory of restoredrill $*: $((kib / 1024)) MB ($((SECONDS - started)) s, exit code $status)"
    [ "$status" -eq 0 ] || exit 1
    [ "$kib" -gt 0 ] || { echo "its memory could not be read" >&2; exit 1; }
    [ $((kib / 1024)) -le "$worst" ] || worst=$((kib / 1024))
}
peak copy courses
peak drill courses
echo "at most $worst MB with $rows rows in one table (aim: under $most MB)"
[ "$worst" -lt "$most" ]
