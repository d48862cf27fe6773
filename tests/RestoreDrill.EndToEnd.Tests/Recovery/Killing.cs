using RestoreDrill.Core.Drilling;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Recovery;

internal static class Killing
{
    /// <summary>The phases, some to a run: a run of its own for each would cost minutes. Those of one run do not follow one another.</summary>
    public static TheoryData<string> PerRun(IReadOnlyList<string> phases, int runs) =>
        [.. Enumerable.Range(0, runs).Select(run => string.Join(' ', phases.Where((_, i) => i % runs == run)))];

    /// <summary>Kills the command twice in each of some phases (see <see cref="TwiceAsync"/>), in their order.</summary>
    public static async Task InEachAsync(Workbench workbench, string phases, string finished, params string[] command)
    {
        workbench.TakeTime();
        foreach (var phase in phases.Split(' '))
        {
            await TwiceAsync(workbench, phase, finished, command);
        }
    }

    /// <summary>
    /// Kills the command twice: when the step into the phase is done but not saved, and again when the phase is saved but nothing of it done.
    /// A finished run is in no phase any more: the second kill is left out there.
    /// </summary>
    private static async Task TwiceAsync(Workbench workbench, string phase, string finished, params string[] command)
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
