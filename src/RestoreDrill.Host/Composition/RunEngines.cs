using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Composition;

/// <summary>The run engine with all its workflows: one and the same for the command line and the service.</summary>
internal static class RunEngines
{
    public static RunEngine Of(InstallationOptions options, Ports ports, Surroundings surroundings) => new(
        ports.Runs,
        [
            new CopyWorkflow(options, ports.Source, ports.Vault, ports.Readers, ports.Runs, surroundings.Time),
            new DrillWorkflow(options, ports.Scratch, ports.Readers, ports.Runs, surroundings.Time, surroundings.Random),
        ],
        options.Timing,
        surroundings.Time);
}
