#!/usr/bin/env bash
# The main job on the sandbox, done by the service: copy, drill (pinned), drill (unchanged), damage the copy, drill (must fail and say where).
# Exits 0 only if exactly that happened. What it started stays up, until "make clean".
set -uo pipefail
cd "$(dirname "$0")/.."
source eng/sandbox-functions.sh

failures=0
# expect EXIT_CODE WORDS COMMAND...: runs the command, shows it, and holds it to its exit code and to what it must say.
expect() {
    local code=$1 words=$2 said status
    shift 2
    printf '\n\033[1m$ restoredrill %s\033[0m\n' "$*"
    said=$(mktemp)
    restoredrill "$@" 2>&1 | tee "$said"
    status=${PIPESTATUS[0]}
    if [ "$status" -ne "$code" ]; then
        echo "UNEXPECTED: exit code $status, not $code"
        failures=$((failures + 1))
    elif ! grep -qF -- "$words" "$said"; then
        echo "UNEXPECTED: it does not say '$words'"
        failures=$((failures + 1))
    fi
    rm -f "$said"
}

started=$SECONDS
start_sandbox
echo "The sandbox is up, filled, and being written to (${SECONDS} s)."

expect 0 "" db migrate
expect 0 "" config check

# It recurs at night, half a day from now: nothing but what is asked for here happens meanwhile.
night="0 $(((10#$(date -u +%H) + 12) % 24)) * * *"
export RestoreDrill__Databases__0__Schedule__Copy__Cron=$night RestoreDrill__Databases__0__Schedule__Drill__Cron=$night
# ./restoredrill looks with what the service was started with; nothing else of the environment is written down.
declare -p RestoreDrill__Databases__0__Schedule__Copy__Cron RestoreDrill__Databases__0__Schedule__Drill__Cron >"$state/environment"
start_service || exit 1
printf '\n\033[1m$ restoredrill serve\033[0m   (in the background; dashboard: http://127.0.0.1:5080/hangfire)\n'

expect 0 "Copied" copy courses --service
expect 0 "birth certificate is pinned" drill courses --service
expect 0 "unchanged since its first drill" drill courses --service

copy=$(newest_copy)
printf '\n\033[1mNow two students of the copy %s exchange their credit: every count, every sum stays as it was.\033[0m\n' "$copy"
sandbox damage --snapshot "$copy" --fault SwapValues --database courses --table students --column credit || failures=$((failures + 1))
expect 3 "courses.public.students" drill courses --service
expect 0 "Fail" runs

printf '\n\033[1mWhat somebody sees who has nothing but the vault account:\033[0m\n'
expect 1 "FAILED" copies

# The page of the job that carried the last drill.
last=$(restoredrill explain latest --output json)
run=$(grep -om1 '"id": *"[^"]*"' <<<"$last" | cut -d'"' -f4)
job=$(grep -om1 '"job": *"[^"]*"' <<<"$last" | cut -d'"' -f4)
if ! page "/hangfire/jobs/details/$job" | grep -qF "$run"; then
    echo "UNEXPECTED: the dashboard does not show drill $run on the page of its job '$job'"
    failures=$((failures + 1))
fi

if [ "$failures" -ne 0 ]; then
    printf '\nThe demo did NOT go as it must: %s of its steps came out otherwise. See above.\n' "$failures"
    exit 1
fi
cat <<END

It went as it must, in $((SECONDS - started)) s: the copy was proven, found unchanged, and found out when it was damaged.
The service, the sandbox, its writer and the store are still up. The same drill in the dashboard, with every step it took:

  http://127.0.0.1:5080/hangfire/jobs/details/$job

Look around:

  ./restoredrill status
  ./restoredrill runs
  ./restoredrill explain latest
  ./restoredrill explain latest --output json
  aws --endpoint-url http://127.0.0.1:4599 --profile vault --region eu-west-1 rds describe-db-snapshots   (AWS_SHARED_CREDENTIALS_FILE=.sandbox/credentials)

and end everything with:

  make clean
END
