using System.CommandLine;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Restoring;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill restore run</c>: carries a plan out. The same command goes on with what was interrupted, and tells again of what has ended.</summary>
internal static class RestoreRunCommand
{
    public static Command Create(Runner runner)
    {
        var file = new Argument<string>("plan") { Description = "The plan's file, as `restore plan` wrote it." };
        var command = new Command("run", "Carries a plan out: restores, verifies, hands over. Asks for the plan's phrase and a code of your device; goes on where it was interrupted.") { file };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(invocation, parsed.GetRequiredValue(file), token), RestoreCommand.Runbook);
    }

    private static async Task<int> RunAsync(Invocation invocation, string file, CancellationToken cancellationToken)
    {
        var options = invocation.RestoreConfigured.Options;
        var plan = PlanFiles.Read(file, options);
        var path = PlanFiles.JournalOf(file);
        try
        {
            var isBegun = RestoreJournal.IsBegun(path);
            if (isBegun && RequireOf(RestoreJournal.Read(path).Run, plan, path).FinishedAt is not null)
            {
                using var ended = Require(RestoreJournal.Open(path, new CopyRecord([], []), invocation.Surroundings.Time), plan, path);
                return await RunEnding.TellAsync(invocation, ended, ended.Run, opened: false, cancellationToken);
            }

            using var person = PersonAtTerminal.Require(invocation.Surroundings);
            IPasswordDestination destination = options.Restore!.PasswordFile is { } kept ? PasswordFile.Require(kept) : PasswordOnTerminal.Require(invocation.Surroundings);
            if (!isBegun)
            {
                PlanFiles.RequireWritable(path, "Nothing was begun. The journal lies beside the plan: copy the plan into a directory that can be written to, and name it there.");
                TellIfExpired(invocation, plan);
                await person.ConfirmAsync(plan, file, cancellationToken);
            }

            using var ports = invocation.OpenEmergency();
            var planner = new RestorePlanner(options, ports.Vault, ports.Other, ports.Facts, invocation.Surroundings.Time, invocation.Surroundings.Random);
            var target = planner.TargetOf(plan);
            using var journal = await OpenAsync(invocation, ports, planner, person, plan, path, isBegun, cancellationToken);
            var workflow = new RestoreWorkflow(options, ports.Vault, target, ports.Readers, journal, destination, invocation.Surroundings.Time);
            invocation.Presenter.Say(isBegun
                ? $"Going on with {Words.Kind(RunKind.Restore)} {plan.Run} of {plan.Database}, in phase {journal.Run.Phase}."
                : $"{Words.Kind(RunKind.Restore)} {plan.Run} of {plan.Database}; its journal is {path}");
            await DriveAsync(invocation, new RunEngine(journal, [workflow], options.Timing, invocation.Surroundings.Time), ports.Vault, person, journal, options.Timing, cancellationToken);
            return await RunEnding.TellAsync(invocation, journal, journal.Run, opened: !isBegun, cancellationToken);
        }
        catch (RefusedException e) when (e.Next?.EndsWith(PlanAgain(plan), StringComparison.Ordinal) == true)
        {
            throw new RefusedException(e.Problems, e.SafetyRule, e.Next[..^PlanAgain(plan).Length] + invocation.CommandOf("restore", "plan", plan.Database));
        }
        catch (Exception e) when (!RestoreBrokenOffException.IsRefusal(e))
        {
            throw RestoreBrokenOffException.OfRestore(e, invocation.CommandOf("restore", "run", file), File.Exists(path));
        }
    }

    /// <summary>What the planner says, which does not know of configuration files.</summary>
    private static string PlanAgain(RestorePlan plan) => $"restoredrill restore plan {plan.Database}";

    /// <summary>The journal to go on in, once all that has to be so is so.</summary>
    private static async Task<RestoreJournal> OpenAsync(
        Invocation invocation, EmergencyPorts ports, RestorePlanner planner, PersonAtTerminal person, RestorePlan plan, string path, bool isBegun, CancellationToken cancellationToken)
    {
        var (options, surroundings) = (invocation.RestoreConfigured.Options, invocation.Surroundings);
        await ports.Vault.SignInAsync(person, cancellationToken);
        if (!isBegun)
        {
            await planner.RequireStartableAsync(plan, cancellationToken);
        }

        var known = await planner.KnownAsync(plan, cancellationToken);
        var journal = Require(
            isBegun ? RestoreJournal.Open(path, known, surroundings.Time) : RestoreJournal.Create(path, RestoreRuns.Of(plan, RunRequest.ByPerson(surroundings.Trigger)), known, surroundings.Time),
            plan,
            path);
        try
        {
            // Its own hand-over may have been interrupted; before it has a verdict, somebody else's was.
            if (isBegun && CanonicalJson.Read<DrillState>(journal.Run.State).Verdict is null)
            {
                await planner.RequireNotHandedOverAsync(plan, cancellationToken);
            }

            await journal.ClaimAsync(options.Installation, cancellationToken);
            return journal;
        }
        catch (Exception)
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Drives the run to its end. A person is asked between two steps, and the password is shown while nothing else is drawn.</summary>
    private static async Task DriveAsync(
        Invocation invocation, RunEngine engine, IEmergencyAccount account, PersonAtTerminal person, RestoreJournal journal, TimingOptions timing, CancellationToken cancellationToken)
    {
        var driver = new RunDriver(engine, timing, invocation.Surroundings.Time);
        var progress = new RunProgress(invocation.Surroundings, invocation.Presenter);
        while (journal.Run is { FinishedAt: null } run)
        {
            await account.SignInAsync(person, cancellationToken);
            if (run.Phase == RestorePhases.DeliveringPassword)
            {
                await driver.DriveAsync(run.Id, progress: null, () => account.NeedsSignIn, cancellationToken);
            }
            else
            {
                await progress.ShowAsync(
                    run, reports => driver.DriveAsync(run.Id, reports, () => account.NeedsSignIn || journal.Run.Phase == RestorePhases.DeliveringPassword, cancellationToken));
            }
        }
    }

    /// <summary>An expired plan is good for one thing alone; whoever wants another one types nothing in vain.</summary>
    private static void TellIfExpired(Invocation invocation, RestorePlan plan)
    {
        if (invocation.Now >= plan.ExpiresAt)
        {
            invocation.Presenter.Say(
                $"This plan expired at {Words.Moment(plan.ExpiresAt)}: it begins nothing any more, and only goes on with an instance that it has made already and whose journal was lost. "
                + $"For anything else stop here (Ctrl-C), and make a new one: {invocation.CommandOf("restore", "plan", plan.Database)}");
        }
    }

    private static RestoreJournal Require(RestoreJournal journal, RestorePlan plan, string path)
    {
        try
        {
            RequireOf(journal.Run, plan, path);
            return journal;
        }
        catch (RefusedException)
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>A journal lies beside the plan that it was begun for, and beside no other.</summary>
    private static Run RequireOf(Run run, RestorePlan plan, string path) => CanonicalJson.Read<DrillState>(run.State).Plan?.Code() == plan.Code()
        ? run
        : throw new RefusedException(
            [$"{path} is the journal of run {run.Id}, which was begun by another plan than this one. Nothing was changed."],
            safetyRule: true,
            next: $"put the plan back that was begun, or make a new one: {PlanAgain(plan)}");
}
