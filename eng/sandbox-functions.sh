# Functions of the scripts that run a sandbox in the background. Source it from the top of the checkout.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A process that is killed would leave its diagnostic sockets in /tmp.
export DOTNET_EnableDiagnostics=0
state="$PWD/.sandbox"

sandbox() { dotnet "$PWD/src/RestoreDrill.Sandbox/bin/Debug/net10.0/restoredrill-sandbox.dll" "$@"; }

restoredrill() { dotnet "$PWD/src/RestoreDrill.Host/bin/Debug/net10.0/restoredrill.dll" "$@"; }

# in_background NAME READY COMMAND...: starts a command that outlives this script, and waits until its log says READY; its process id is left in "background_pid".
in_background() {
    local name=$1 ready=$2 log="$state/$1.log"
    shift 2
    : >"$log"
    setsid "$@" >"$log" 2>&1 </dev/null &
    background_pid=$!
    for _ in $(seq 600); do
        grep -q -- "$ready" "$log" && return 0
        kill -0 "$background_pid" 2>/dev/null || break
        sleep 0.1
    done
    echo "$name did not start:" >&2
    cat "$log" >&2
    return 1
}

# sandbox_in_background NAME READY VERB...
sandbox_in_background() {
    local name=$1 ready=$2
    shift 2
    in_background "$name" "$ready" dotnet "$PWD/src/RestoreDrill.Sandbox/bin/Debug/net10.0/restoredrill-sandbox.dll" "$@" --state "$state"
}

# The service, in the background.
start_service() {
    in_background service '"Ready:' dotnet "$PWD/src/RestoreDrill.Host/bin/Debug/net10.0/restoredrill.dll" serve || return 1
    echo "$background_pid" >"$state/service.pid"
}

# Ends the service of an earlier start, which says goodbye to its store, and forgets what it was started with.
end_service() {
    local pid
    rm -f "$state/environment"
    # The pid may be another process's by now, even another checkout's service.
    { read -r pid <"$state/service.pid"; } 2>/dev/null && grep -qsF "$PWD/src/RestoreDrill.Host/bin/" "/proc/$pid/cmdline" || return 0
    kill -TERM "$pid"
    for _ in $(seq 300); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    echo "The service of an earlier start (process $pid) does not end; nothing was started." >&2
    exit 1
}

# page PATH: what the service answers to a browser that asks for PATH.
page() {
    exec 3<>/dev/tcp/127.0.0.1/5080 || return 1
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:5080\r\n\r\n' "$1" >&3
    cat <&3
    exec 3<&-
}

# Builds, starts sandbox and store, makes and fills the sample, starts its writer. Starts from nothing: what an earlier run left is ended first.
start_sandbox() {
    RESTOREDRILL_POSTGRES_BIN=$(bash eng/postgresql.sh) || exit 1
    export RESTOREDRILL_POSTGRES_BIN
    if [ -e "$state" ]; then
        bash eng/sandbox-clean.sh --keep-build || exit 1
    fi
    dotnet build src/RestoreDrill.Host -v quiet --nologo && dotnet build src/RestoreDrill.Sandbox -v quiet --nologo || exit 1
    mkdir -p "$state"
    sandbox_in_background sandbox "listens on" serve --pace "${SANDBOX_PACE:-fast}" || exit 1
    sandbox_in_background store "listens on" store || exit 1
    sandbox prepare --state "$state" || exit 1
    sandbox_in_background writer "changes the sample" sample write || exit 1
    touch "$state/prepared"
}

# Starts again what of an earlier start does not run any more; copies, store and sample stay as they are.
resume_sandbox() {
    RESTOREDRILL_POSTGRES_BIN=$(bash eng/postgresql.sh) || exit 1
    export RESTOREDRILL_POSTGRES_BIN
    dotnet build src/RestoreDrill.Host -v quiet --nologo || exit 1
    runs sandbox || sandbox_in_background sandbox "listens on" serve --pace "${SANDBOX_PACE:-fast}" || exit 1
    runs store || sandbox_in_background store "listens on" store || exit 1
    runs writer || sandbox_in_background writer "changes the sample" sample write || exit 1
}

# The name of the newest copy, from the run that made it.
newest_copy() { restoredrill explain latest --output json | grep -o '"copyName": *"[^"]*"' | head -1 | cut -d'"' -f4; }

# part WORD: that word of the sample instance's connection string, Port for one.
part() { grep -o "$1=[^;]*" "$state/courses-prod.connection" | cut -d= -f2-; }

# runs NAME: whether that process of an earlier start is at work.
runs() {
    local pid
    { read -r pid <"$state/$1.pid"; } 2>/dev/null && grep -qs "restoredrill-sandbox.dll" "/proc/$pid/cmdline"
}
