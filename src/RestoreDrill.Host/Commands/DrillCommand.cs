using System.CommandLine;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill drill</c>: restore a copy into a scratch instance, verify it, remove it.</summary>
internal static class DrillCommand
{
    public static Command Create(Runner runner)
    {
        var database = new Argument<string>("database") { Description = "The protected database's name in the configuration." };
        var copy = new Option<string?>("--copy") { Description = "The copy to restore, by name or ARN; the latest unless given.", HelpName = "name" };
        var random = new Option<bool>("--random") { Description = "Any copy but the latest, by chance; the choice is recorded." };
        var emergency = new Option<bool>("--as-emergency") { Description = "As an emergency restore: with the parameters of Restore, handed over before it is removed; measures the RTO." };
        var service = new Option<bool>(ServedRun.Option) { Description = ServedRun.Description };
        var command = new Command("drill", "Restores a copy into a scratch instance, verifies it and removes the instance; goes on with a drill that is open.")
        {
            database,
            copy,
            random,
            emergency,
            service,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(copy) is not null && result.GetValue(random))
            {
                result.AddError("--copy and --random exclude each other.");
            }

            if (result.GetValue(service) && (result.GetResult(copy) is not null || result.GetValue(random) || result.GetValue(emergency)))
            {
                result.AddError("The service drills the latest copy: --service excludes --copy, --random and --as-emergency.");
            }
        });
        return runner.Does(
            command,
            (invocation, parsed, token) => parsed.GetValue(service)
                ? ServedRun.FinishAsync(invocation, RunKind.Drill, parsed.GetRequiredValue(database), token)
                : RunAsync(invocation, parsed.GetRequiredValue(database), parsed.GetValue(copy), parsed.GetValue(random), parsed.GetValue(emergency), token));
    }

    private static async Task<int> RunAsync(Invocation invocation, string database, string? copy, bool random, bool asEmergency, CancellationToken cancellationToken)
    {
        var (options, ports, surroundings) = (invocation.Configured.Installation, invocation.Ports, invocation.Surroundings);
        options.Require(database);
        var selection = random ? CopySelection.RandomOlder : copy is not null ? CopySelection.Named : CopySelection.Latest;
        var drills = new Drills(options, ports.Scratch, ports.Runs, surroundings.Time, surroundings.Random);
        var (run, opened) = await drills.OpenAsync(database, selection, copy, asEmergency, RunRequest.ByPerson(surroundings.Trigger), cancellationToken);
        if (!opened)
        {
            RequireSameChoice(run, selection, copy, asEmergency);
        }

        return await DrivenRun.FinishAsync(invocation, run, opened, cancellationToken);
    }

    /// <summary>An open drill keeps its copy: whoever asked for another one must not take its verdict for that one's.</summary>
    private static void RequireSameChoice(Run run, CopySelection selection, string? copy, bool asEmergency)
    {
        var state = CanonicalJson.Read<DrillState>(run.State);
        if (asEmergency && state.Rehearsal is null)
        {
            throw new UsageException($"Drill {run.Id} of {run.Database} is open, and is none of an emergency; there is never more than one.", $"Finish it first with `restoredrill drill {run.Database}`, then ask again.");
        }

        var same = selection == CopySelection.Latest || (selection == CopySelection.Named ? copy == state.CopyName || copy == state.CopyArn || copy == state.NamedCopy : state.Selection == selection);
        if (!same)
        {
            throw new UsageException(
                $"Drill {run.Id} of {run.Database} is open, with {(state.CopyName is { } name ? $"copy {name}" : $"the choice '{state.Selection}'")}; there is never more than one.",
                $"Finish it first with `restoredrill drill {run.Database}`, then ask again.");
        }
    }
}
