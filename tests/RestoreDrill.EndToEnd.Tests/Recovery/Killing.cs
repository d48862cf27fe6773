using RestoreDrill.Core.Drilling;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Recovery;

internal static class Killing
{
    /// <summary>
    /// Kills the command twice: when the step into the phase is done but not saved, and again when the phase is saved but nothing of it done.
    /// A finished run is in no phase any more: the second kill is left out there.
    /// </summary>
    public static async Task TwiceAsync(Workbench workbench, string phase, string finished, params string[] command)
    {
        await OnceAsync(await PhaseGateOrNullAsync(phase), workbench, command);
        if (phase != finished)
        {
            await OnceAsync(await PhaseGate.InsideAsync(workbench, phase), workbench, command);
        }

        // The first phase is entered when the run is opened: there is no save to stop.
        async Task<PhaseGate> PhaseGateOrNullAsync(string entered) => entered == DrillPhases.WaitingForTurn
            ? await PhaseGate.InsideAsync(workbench, entered)
            : await PhaseGate.BeforeEnteringIsSavedAsync(workbench, entered);
    }

    private static async Task OnceAsync(PhaseGate gate, Workbench workbench, string[] command)
    {
        await using (gate)
        {
            await using var process = workbench.Start(command);
            await gate.WaitForArrivalAsync();
            await process.KillAsync();
        }
    }
}
