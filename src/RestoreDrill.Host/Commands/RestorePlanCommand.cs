using System.CommandLine;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Restoring;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill restore plan</c>: what would be restored, into what, and what is missing for it. Changes nothing in AWS, and writes a plan.</summary>
internal static class RestorePlanCommand
{
    public static Command Create(Runner runner)
    {
        var database = new Argument<string>("database") { Description = "The protected database's name in the configuration." };
        var copy = new Option<string?>("--copy") { Description = "The copy to restore, by name or ARN; the newest that is proven unless given.", HelpName = "name" };
        var before = new Option<DateTimeOffset?>("--before")
        {
            Description = $"Only data older than this moment, ISO 8601 with its zone, for example {AskedMoment.Example}.",
            HelpName = "time",
            CustomParser = static result => AskedMoment.Of(result.Tokens is [var token] ? token.Value : string.Empty) ?? Mistaken(result),
        };
        var name = new Option<string?>("--name") { Description = "The new instance's name; one that follows from the run unless given.", HelpName = "instance" };
        var file = new Option<string?>("--file") { Description = "The file that the plan is written into; <database>-<run>.plan.json unless given.", HelpName = "file" };
        var command = new Command("plan", "Shows which copy would be restored, what is known of it, into what, and what is missing; writes a plan. Changes nothing in AWS.") { database, copy, before, name, file };
        command.Validators.Add(result =>
        {
            if (result.GetResult(copy) is not null && result.GetResult(before) is not null)
            {
                result.AddError("--copy and --before exclude each other.");
            }
        });
        return runner.Does(command, (invocation, parsed, token) => RunAsync(
            invocation,
            new RestoreWish(parsed.GetRequiredValue(database)) { Copy = parsed.GetValue(copy), Before = parsed.GetValue(before), InstanceName = parsed.GetValue(name) },
            parsed.GetValue(file),
            token), RestoreCommand.Runbook);
    }

    private static async Task<int> RunAsync(Invocation invocation, RestoreWish wish, string? file, CancellationToken cancellationToken)
    {
        var configured = invocation.RestoreConfigured;
        configured.Options.Require(wish.Database);
        if (file is not null)
        {
            PlanFiles.RequireNew(file);
        }
        else
        {
            PlanFiles.RequireWritable(wish.Database);
        }

        using var person = PersonAtTerminal.Require(invocation.Surroundings);
        using var ports = invocation.OpenEmergency();
        var planner = new RestorePlanner(configured.Options, ports.Vault, ports.Other, ports.Facts, invocation.Surroundings.Time, invocation.Surroundings.Random);
        planner.RequireName(wish.InstanceName);
        RestoreProposal proposal;
        try
        {
            await ports.Vault.SignInAsync(person, cancellationToken);
            proposal = await planner.PlanAsync(wish, invocation.Surroundings.Trigger, cancellationToken);
        }
        catch (Exception e) when (!RestoreBrokenOffException.IsRefusal(e))
        {
            throw RestoreBrokenOffException.OfPlanning(e, invocation.CommandOf(Again(wish, file)));
        }

        var plan = proposal.Plan ?? throw NothingToTake(invocation, wish.Database, proposal.Choice);
        var written = file ?? $"{plan.Database}-{plan.Run}.plan.json";
        PlanFiles.RequireNew(written);
        PlanFiles.Write(written, plan);
        invocation.Presenter.Show(RestorePlanReport.Of(proposal, plan, wish, written, invocation.CommandOf), RestorePlanDocument.Of(proposal, plan, wish, written));
        return plan.Copy.Standing == CopyStanding.Proven && proposal.Missing.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Copies that speak against themselves are taken by name only, so that nobody takes one in haste.</summary>
    private static RefusedException NothingToTake(Invocation invocation, string database, RestoreChoice choice) => new(
        [
            $"NO PROVEN COPY of {database}, and none that may be taken without being named. Nothing was changed.",
            .. choice.Newer.Select(static copy =>
                $"{copy.Snapshot.Name}, data of {(copy.DataTime is { } time ? Words.Moment(time) : "a time that is not known")}, is {Words.Standing(copy.Report.Standing).Text}: {copy.Report.Reason}"),
        ],
        safetyRule: true,
        next: $"runbooks/drill-failed.md says what a verdict means; whoever takes one all the same names it: {invocation.CommandOf("restore", "plan", database, "--copy", choice.Newer is [var newest, ..] ? newest.Snapshot.Name : "<copy>")}");

    private static IEnumerable<string> Again(RestoreWish wish, string? file) =>
    [
        "restore", "plan", wish.Database,
        .. wish.Copy is { } copy ? ["--copy", copy] : Array.Empty<string>(),
        .. wish.Before is { } before ? ["--before", Words.Moment(before).Replace(' ', 'T')] : Array.Empty<string>(),
        .. wish.InstanceName is { } name ? ["--name", name] : Array.Empty<string>(),
        .. file is not null ? ["--file", file] : Array.Empty<string>(),
    ];

    private static DateTimeOffset? Mistaken(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--before takes a moment as year-month-day, time and zone, for example {AskedMoment.Example}, 2026-02-26T22:00:00+01:00 or '2026-02-26 21:00 UTC'. What leaves out the zone, or may be read in two ways, is not taken.");
        return null;
    }
}
