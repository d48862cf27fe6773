using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Structures;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Structures;

internal static class Structure
{
    private static readonly PostgresStructureReader Reader = new(TimeProvider.System);

    /// <summary>Puts a question, with all the time in the world.</summary>
    public static Task<StructureAnswer> AskAsync(this RestoredInstance instance, string database, StructureKind kind, TimeSpan? limit = null) =>
        Reader.AskAsync(instance.Login, database, kind, limit ?? TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

    /// <summary>Puts questions one after the other.</summary>
    public static async Task<IReadOnlyList<StructureAnswer>> AskAllAsync(RestoredInstance instance, IReadOnlyList<(string Database, StructureKind Kind)> questions)
    {
        var answers = new List<StructureAnswer>();
        await foreach (var answer in Reader.AskAllAsync(instance.Login, questions, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken))
        {
            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>Has the master refused amcheck in one database.</summary>
    public static Task WithholdAmcheckAsync(this RestoredInstance instance, string database) =>
        instance.AsAdminAsync("postgres", $"ALTER DATABASE {database} SET extwlist.extensions = 'plpgsql'");

    public static Task AllowAmcheckAsync(this RestoredInstance instance, string database) =>
        instance.AsAdminAsync("postgres", $"ALTER DATABASE {database} RESET extwlist.extensions");

    public static void Passed(StructureAnswer answer) =>
        Assert.True(answer is { Outcome: CheckOutcome.Passed, FindingCount: 0, Findings.Count: 0 }, $"{answer.Outcome}: {answer.Summary} {string.Join("; ", answer.Findings)}");

    /// <summary>The one finding.</summary>
    public static StructureFinding Found(StructureAnswer answer, string name)
    {
        Assert.True(answer.Outcome == CheckOutcome.Failed, $"{answer.Outcome}: {answer.Summary}");
        var finding = Assert.Single(answer.Findings);
        Assert.Equal((name, 1), (finding.Name, answer.FindingCount));
        return finding;
    }
}
