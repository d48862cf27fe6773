using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Checking;

/// <summary><c>config check</c> for people.</summary>
internal static class ConfigurationCheckReport
{
    public static Report Of(Configured configured, ConfigurationCheck check)
    {
        var options = configured.Installation;
        var report = new Report()
            .Facts(
                ("configuration", check.File),
                ("installation", options.Installation.Value),
                ("source account", $"{options.Source.AccountId} ({configured.Source.Region})"),
                ("vault account", $"{options.Vault.AccountId} ({configured.Vault.Region})"),
                ("store", configured.Store.ToString()),
                ("databases", string.Join(", ", options.Databases.Select(static database => database.Name))))
            .Table(["Check", "State", "Found"], check.Checks.Select(Row));
        foreach (var problem in check.Checks.Where(static one => one.Next is not null))
        {
            report.Line($"{problem.Name}: {problem.Next}");
        }

        return check switch
        {
            { Offline: true } => report.Line("The configuration can be read. Accounts and store were not asked (--offline).", Tone.Good),
            { Problems: 0 } => report.Line("The configuration can be used.", Tone.Good),
            _ => report.Line($"{Words.Of(check.Problems, "problem")}.", Tone.Bad),
        };
    }

    private static IReadOnlyList<Cell> Row(LiveCheck check) =>
    [
        check.Name,
        check.State switch
        {
            LiveState.Ok => new Cell("ok", Tone.Good),
            LiveState.Problem => new Cell(check.IsSafetyRule ? "refused" : "problem", Tone.Bad),
            LiveState.Warning => new Cell("warning", Tone.Warning),
            LiveState.NotAsked => "not asked",
            _ => new Cell("not checked", Tone.Warning),
        },
        check.Detail,
    ];
}
