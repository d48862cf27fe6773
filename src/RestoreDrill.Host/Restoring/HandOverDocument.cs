using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Restoring;

/// <summary>What an emergency restore hands over, for machines.</summary>
internal sealed record HandOverDocument
{
    private const string NotSoFar = "it did not come so far";

    public required string Instance { get; init; }

    /// <summary>The endpoint's address; null: the restore did not come so far.</summary>
    public required string? Host { get; init; }

    public required int Port { get; init; }

    public required string? MasterUser { get; init; }

    /// <summary>Where the master password is, in words; null: it was not delivered.</summary>
    public required string? PasswordIn { get; init; }

    /// <summary>The parameter group that keeps the instance from acting on the world.</summary>
    public required string QuietParameterGroup { get; init; }

    public required string FinalParameterGroup { get; init; }

    /// <summary>When the final parameter group was seen in force; null: it is not.</summary>
    public required DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Why the instance is not handed over; null: it is.</summary>
    public required string? Problem { get; init; }

    /// <summary>Why the master password is not delivered; null: it is.</summary>
    public required string? PasswordProblem { get; init; }

    /// <summary>The instance's parameter group as AWS showed it at the end; null: it was not looked at, or AWS did not say.</summary>
    public required string? ParameterGroup { get; init; }

    /// <summary>Whether the instance had vanished when the restore ended.</summary>
    public required bool IsGone { get; init; }

    /// <summary>RTO: from just before the restore was asked for, until every row that can be read had been read.</summary>
    public required double? FullyReadSeconds { get; init; }

    /// <summary>The same, until the final parameter group was in force.</summary>
    public required double? HandedOverSeconds { get; init; }

    public required double? RtoTargetSeconds { get; init; }

    public required IReadOnlyList<string> NotProven { get; init; }

    /// <summary>What takes back the rights that were earned in order to read, as SQL for the master user, in this order.</summary>
    public required IReadOnlyList<string> TakeBack { get; init; }

    /// <summary>What belonged to the old instance and is a person's to attach; nothing where the instance is not handed over.</summary>
    public required IReadOnlyList<string> AttachAgain { get; init; }

    /// <returns>Null: nothing was restored.</returns>
    public static HandOverDocument? Of(DrillState state) => state is not { Plan: { } plan, Order: { } order } ? null : new HandOverDocument
    {
        Instance = order.Name,
        Host = state.Host,
        Port = state.Port,
        MasterUser = state.MasterUser,
        PasswordIn = state.HandOver?.PasswordIn,
        QuietParameterGroup = order.ParameterGroup,
        FinalParameterGroup = plan.FinalParameterGroup,
        HandedOverAt = state.HandOver?.HandedOverAt,
        Problem = state.HandOver switch
        {
            { IsGone: true } => "the instance has vanished",
            { HandedOverAt: not null } => null,
            var stand => stand?.Problem ?? NotSoFar,
        },
        PasswordProblem = state.HandOver is { PasswordIn: not null } ? null : state.HandOver?.PasswordProblem ?? NotSoFar,
        ParameterGroup = state.HandOver?.ParameterGroup,
        IsGone = state.HandOver is { IsGone: true },
        FullyReadSeconds = state.Times.ToFullyRead?.TotalSeconds,
        HandedOverSeconds = (state.HandOver?.HandedOverAt - state.Times.AskedAt)?.TotalSeconds,
        RtoTargetSeconds = plan.RtoTarget?.TotalSeconds,
        NotProven = [.. NotProvenIn(state)],
        TakeBack = state.HandOver is { IsGone: true } ? [] : state.Inventory?.TakeBack ?? [],
        AttachAgain = state.HandOver is { HandedOverAt: not null, IsGone: false } ? [.. AttachAgainTo(plan, state.Inventory?.Hazards ?? [])] : [],
    };

    private static IEnumerable<string> NotProvenIn(DrillState state)
    {
        if (state.Verdict is not { } verdict)
        {
            yield return "anything";
            yield break;
        }

        if (verdict.Counts is { } counts)
        {
            if (counts.RelationsNotJudged > 0)
            {
                yield return $"{Words.Of(counts.RelationsNotJudged, "relation")} of about {Words.Count(counts.RowsNotJudged)} rows could not be judged";
            }

            if (counts.RelationsNotProtected > 0)
            {
                yield return $"{Words.Of(counts.RelationsNotProtected, "unlogged or foreign table")}: no snapshot holds their rows";
            }
        }

        foreach (var database in state.Inventory?.Databases.Where(static one => !one.Verified) ?? [])
        {
            yield return $"database {database.Name}, which was not read: {database.Reason}";
        }

        yield return "what was written after the copy was taken is not in it";
        yield return "whether the rows are the source's: an emergency restore compares with the copy's own proof, and asks no source";
    }

    private static IEnumerable<string> AttachAgainTo(RestorePlan plan, IReadOnlyList<Hazard> hazards)
    {
        foreach (var hazard in hazards)
        {
            yield return $"{hazard.Kind} {hazard.Name}{(hazard.Database.Length > 0 ? $" in {hazard.Database}" : string.Empty)}: {hazard.Detail}. Decide whether it is to act from here";
        }

        yield return "the applications: point them (DNS name, connection string, secret) to the endpoint above";
        yield return "read replicas and RDS Proxies of the old instance";
        yield return "subscriptions of other databases to this one, with new slots";
        yield return "roles for S3, Lambda and the like (aws rds add-role-to-db-instance), and an option group other than the default";
        yield return "alarms, enhanced monitoring, Performance Insights and event subscriptions";
        yield return "AWS Backup plans and their selections by tag or ARN";
        yield return $"RestoreDrill: it protects databases of the source account, and this one is in account {plan.Account}: until it has moved, its automated backups are all that there is";
    }
}
