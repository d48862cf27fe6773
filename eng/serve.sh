#!/usr/bin/env bash
# The service in the foreground, on a sandbox with a database that is being written to. What an earlier start left is gone on with.
set -uo pipefail
cd "$(dirname "$0")/.."
source eng/sandbox-functions.sh

# The demo's service recurs otherwise, and holds the port.
end_service
if [ -e "$state/prepared" ]; then
    resume_sandbox
else
    start_sandbox
fi
restoredrill db migrate || exit 1
cat <<END

The service copies every ten minutes and drills every three (appsettings.json). If there is no copy yet, the first is asked for as soon as it is ready.

  dashboard   http://127.0.0.1:5080/hangfire
  health      http://127.0.0.1:5080/healthz/ready
  in another terminal: ./restoredrill status, ./restoredrill runs, ./restoredrill drill courses --service

Ctrl-C ends the service; "make serve" starts it again where it was; "make clean" ends everything.

END
restoredrill runs --output json 2>/dev/null | grep -qi '"copied"' || (
    for _ in $(seq 300); do
        page /healthz/ready 2>/dev/null | grep -q "200 OK" && break
        sleep 0.2
    done
    exec setsid dotnet "$PWD/src/RestoreDrill.Host/bin/Debug/net10.0/restoredrill.dll" copy courses --service
) >"$state/first-copy.log" 2>&1 &
echo $$ >"$state/service.pid"
exec dotnet "$PWD/src/RestoreDrill.Host/bin/Debug/net10.0/restoredrill.dll" serve
