# Sourced from the repository's root by what starts restoredrill some hundred times: the same program, compiled ahead of time, and how such short processes run best.
# Ends as publishing does.

# Most processes that tests start live for seconds: compiling their methods a second time, for speed, costs more than it gains.
export DOTNET_TC_CallCountingDelayMs=60000
# Mapping every compiled page twice, against intruders, costs short processes a tenth of their time.
export DOTNET_EnableWriteXorExecute=0
export RESTOREDRILL_PRECOMPILED=$PWD/artifacts/precompiled
rm -rf "$RESTOREDRILL_PRECOMPILED"
dotnet publish src/RestoreDrill.Host -c Debug --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o "$RESTOREDRILL_PRECOMPILED" -v quiet
