using System.Globalization;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Restoring;

/// <summary>A plan of an emergency restore, for a person who decides by it.</summary>
internal static class RestorePlanReport
{
    public static Report Of(RestoreProposal proposal, RestorePlan plan, RestoreWish wish, string file, Func<IEnumerable<string>, string> command)
    {
        var report = new Report();
        if (!proposal.Choice.HasProven)
        {
            report.Line($"NO PROVEN COPY of {plan.Database}. Below is the best there is: believe nothing of it before it was read.", Tone.Bad);
        }

        return report.Copy(plan, wish).Newer(plan, command(["restore", "plan", plan.Database, "--copy", "NAME"])).Target(plan).Missing(proposal).Next(plan, file, command(["restore", "run", file]), proposal.Missing.Count > 0);
    }

    private static Report Copy(this Report report, RestorePlan plan, RestoreWish wish)
    {
        var copy = plan.Copy;
        report.Heading("What is restored").Facts(
            ("database", plan.Database),
            ("copy", $"{copy.Name}{(copy.IsNamed ? ", as named" : copy.Standing == CopyStanding.Proven ? ", the newest that is proven" : string.Empty)}"),
            ("taken from", $"{copy.Facts.SourceArn}, PostgreSQL {copy.Facts.EngineVersion}"),
            ("asked for", wish.Before is { } before ? new Cell($"data from before {Words.Moment(before)} (--before)") : (Cell?)null),
            ("data of", Words.Moment(copy.Facts.DataTime)),
            ("RPO", new Cell($"data of {Words.Moment(copy.Facts.DataTime)}, {Words.Span(plan.MadeAt - copy.Facts.DataTime)} old now: what was written after that is lost", Tone.Warning)),
            ("standing", Words.Standing(copy.Standing)),
            ("why", copy.Reason),
            ("proof", copy.Drill is { } drill ? new Cell($"drill {drill}, {(copy.DrilledAt is { } at ? Words.Moment(at) : "at a time that is not known")}, level: {Words.Level(copy.Level is { } level ? CanonicalJson.Write(level).Trim('"') : null)}") : (Cell?)null),
            ("it read", copy.Counts is { } counts ? new Cell($"{Words.Count(counts.RowsRead)} rows of {Words.Of(counts.RelationsRead, "relation")} in {Words.Of(counts.DatabasesVerified, "database")}") : (Cell?)null),
            ("not judged", copy.Counts is { } some ? NotJudged(some) : (Cell?)null),
            ("against the source", copy.AgainstSource is { } against ? new Cell(against) : (Cell?)null),
            ("expected times", Expected(plan)));
        foreach (var problem in copy.Problems)
        {
            report.Line($"not as it should be: {problem}", Tone.Bad);
        }

        return report;
    }

    private static Report Newer(this Report report, RestorePlan plan, string take)
    {
        if (plan.Newer.Count == 0)
        {
            return report;
        }

        return report.Heading("Newer copies, which are not taken").Table(
            ["Copy", "Data of", "Standing", "Taking it would mean"],
            plan.Newer.Select(newer => (IReadOnlyList<Cell>)
            [
                newer.Name,
                newer.DataTime is { } time ? $"{Words.Moment(time)}, newer by {Words.Span(time - plan.Copy.Facts.DataTime)}" : "not known",
                Words.Standing(newer.Standing),
                $"{Meaning(newer.Standing)} {newer.Reason}",
            ]),
            below: 1)
            .Line($"To take one of them all the same, plan again and name it: {take}");
    }

    private static Report Target(this Report report, RestorePlan plan)
    {
        var order = plan.Order;
        return report.Heading("What comes to be").Facts(
            ("instance", $"{order.Name}, new: nothing is overwritten or renamed"),
            ("account", Account(plan)),
            ("copied there", plan.CopyBack is { } back ? new Cell(CopiedBack(plan, back)) : (Cell?)null),
            ("class", order.InstanceClass),
            ("storage", $"{plan.Copy.AllocatedStorage} GiB{Key(plan)}"),
            ("network", $"subnet group {order.SubnetGroup}, security groups {string.Join(", ", order.SecurityGroups)}, not public"),
            ("parameter group", $"{order.ParameterGroup}, which keeps it from acting on the world, until it is proven; then {plan.FinalParameterGroup}, with a restart"),
            ("protection", string.Create(CultureInfo.InvariantCulture, $"deletion protection {OnOff(order.DeletionProtection)}, Multi-AZ {OnOff(order.MultiAz)}, automated backups of {order.BackupRetentionDays} days, IAM authentication {OnOff(order.IamAuthentication)}")));
    }

    private static string Account(RestorePlan plan) => $"{plan.Account}, {plan.Region}" + (plan switch
    {
        { CopyBack: not null } => ", which is not the vault's",
        { Copy.Name: var copy } when !RecoveryPointNames.IsPoint(copy) => ", the vault account: a copy of route rds-snapshot is restored in no other",
        _ => ", the vault account",
    });

    private static string CopiedBack(RestorePlan plan, PlannedCopyBack back) => string.Create(
        CultureInfo.InvariantCulture,
        $"first, by AWS Backup in role {back.RoleArn}, out of {back.FromVault} into {back.VaultArn}; reading the copy takes its key {plan.Copy.KeyArn}. What comes there is removed after {back.RetentionDays} days. No drill tells how long that takes");

    private static string Key(RestorePlan plan) => plan switch
    {
        { CopyBack: { } back } => $", under key {back.KeyArn ?? "of that backup vault"}",
        { Copy.KeyArn: { } key } => $", under key {key}",
        _ => ", not encrypted",
    };

    private static Report Missing(this Report report, RestoreProposal proposal)
    {
        if (proposal.Missing.Count == 0)
        {
            return report.Line("Nothing that can be seen is missing. Whether the security groups are there shows when it is restored.", Tone.Faint);
        }

        report.Heading("What is missing");
        foreach (var problem in proposal.Missing)
        {
            report.Line($"{problem.Words}", Tone.Bad);
            if (problem.Command is { } command)
            {
                report.Line($"    {command}");
            }
        }

        return report;
    }

    private static Report Next(this Report report, RestorePlan plan, string file, string run, bool isMissing)
    {
        report.Heading("Next").Facts(
            ("plan", $"{file}, to be begun before {Words.Moment(plan.ExpiresAt)}"),
            ("run", run),
            ("it asks for", new Cell(plan.Phrase(), Tone.Warning)));
        return isMissing ? report.Line("Make what is missing first; the plan stays good.", Tone.Bad) : report;
    }

    private static string Meaning(CopyStanding standing) => standing switch
    {
        CopyStanding.Proven => "It is proven, too, and was not chosen.",
        CopyStanding.Unproven => "Nobody has looked: it may be whole, damaged or empty.",
        CopyStanding.NotKnown => "What may speak against it cannot be read.",
        CopyStanding.Failed => "A drill found that it is not right.",
        _ => "What proved it does not count any more.",
    };

    private static Cell NotJudged(Core.Verdicts.VerdictCounts counts)
    {
        List<string> parts = [];
        if (counts.RelationsNotJudged > 0)
        {
            parts.Add($"{Words.Of(counts.RelationsNotJudged, "relation")} of about {Words.Count(counts.RowsNotJudged)} rows");
        }

        if (counts.DatabasesNotVerified > 0)
        {
            parts.Add($"{Words.Of(counts.DatabasesNotVerified, "database")} that nobody may enter (see `restoredrill explain` of the drill)");
        }

        if (counts.RelationsNotProtected > 0)
        {
            parts.Add($"{Words.Of(counts.RelationsNotProtected, "unlogged or foreign table")}, which no snapshot holds");
        }

        return parts.Count == 0 ? new Cell("nothing") : new Cell(string.Join(", ", parts), Tone.Warning);
    }

    private static Cell Expected(RestorePlan plan)
    {
        var target = plan.RtoTarget is { } rto ? $"; the target is {Words.Span(rto)}" : string.Empty;
        return plan.Copy.Times is { ToFullyRead: { } read } times
            ? new Cell($"as in that drill: {(times.ToAvailable is { } available ? $"available after {Words.Span(available)}, " : string.Empty)}{(times.ToFirstAnswer is { } first ? $"first answer after {Words.Span(first)}, " : string.Empty)}read after {Words.Span(read)}{target}")
            : new Cell($"not known: no drill of this copy says{target}", Tone.Warning);
    }

    private static string OnOff(bool isOn) => isOn ? "on" : "off";
}
