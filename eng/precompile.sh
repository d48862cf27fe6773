# Sourced from the repository's root by what starts restoredrill some hundred times: the same program, compiled ahead of time, and how such short processes run best.
# Ends as publishing does.

# Most processes that tests start live for seconds: compiling their methods a second time, for speed, costs more than it gains.
export DOTNET_TC_CallCountingDelayMs=60000
# Mapping every compiled page twice, against intruders, costs short processes a tenth of their time.
export DOTNET_EnableWriteXorExecute=0
export RESTOREDRILL_PRECOMPILED=$PWD/artifacts/precompiled
rm -rf "$RESTOREDRILL_PRECOMPILED"
# The projects below it are built already, by the build before: only the program itself is compiled again, and its style has been judged there.
dotnet publish src/RestoreDrill.Host -c Debug -r "$(dotnet msbuild src/RestoreDrill.Host -getProperty:NETCoreSdkPortableRuntimeIdentifier)" --self-contained false -p:PublishReadyToRun=true \
    -p:BuildProjectReferences=false -p:RunAnalyzers=false -o "$RESTOREDRILL_PRECOMPILED" -v quiet
