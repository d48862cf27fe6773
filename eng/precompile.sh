# To be sourced, from the repository's root. The same program, compiled ahead of time: end-to-end tests start it some hundred times, and half of a short life is compiling.
# Fails where that fails.

# Most processes that tests start live for seconds: compiling their methods a second time, for speed, costs more than it gains.
export DOTNET_TC_CallCountingDelayMs=60000
# Tests kill processes, which would leave their diagnostic sockets in /tmp.
export DOTNET_EnableDiagnostics=0
# Mapping every compiled page twice, against intruders, costs short processes a tenth of their time.
export DOTNET_EnableWriteXorExecute=0
export RESTOREDRILL_PRECOMPILED=$PWD/artifacts/precompiled
rm -rf "$RESTOREDRILL_PRECOMPILED"
dotnet publish src/RestoreDrill.Host -c Debug --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o "$RESTOREDRILL_PRECOMPILED" -v quiet
