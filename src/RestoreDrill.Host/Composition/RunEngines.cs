using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Composition;

/// <summary>The run engine with all its workflows: one and the same for the command line and the service.</summary>
internal static class RunEngines
{
    public static RunEngine Of(InstallationOptions options, Ports ports, Surroundings surroundings)
    {
        var copies = new CopyWorkflow(options, ports.Source, ports.Vault, ports.Readers, ports.Runs, surroundings.Time);
        var rails = new GuardRailWatch(ports.GuardRails, ports.GuardRailLog, ports.Incidents, surroundings.Time);
        var drills = new DrillWorkflow(options, ports.Scratch, rails, ports.Readers, ports.Runs, () => ports.FactsOfDrills, surroundings.Time, surroundings.Random);
        return new RunEngine(
            ports.Runs,
            [
                new DepositingWorkflow(copies, options, () => ports.FactsOfCopies, ports.Runs, surroundings.Time),
                new DepositingWorkflow(drills, options, () => ports.FactsOfDrills, ports.Runs, surroundings.Time),
            ],
            options.Timing,
            surroundings.Time);
    }
}
