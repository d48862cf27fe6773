using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Structures;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether what was restored holds together.</summary>
internal static class StructureChecks
{
    /// <summary>One check for each question, over all databases.</summary>
    public static IEnumerable<CheckResult> Of(Findings findings)
    {
        var exempt = findings.Database.MayStayUnread;
        foreach (var answers in findings.Structure.Where(answer => !exempt.Contains(answer.Database)).GroupBy(static answer => answer.Kind).OrderBy(static kind => kind.Key))
        {
            var all = answers.ToList();
            var found = all.SelectMany(static answer => answer.Findings.Select(finding => $"{answer.Database}.{finding.Name} {finding.Found}")).ToList();
            var level = LevelOf(answers.Key);
            var worst = all.OrderBy(answer => Rank(answer.Outcome, level)).First();
            yield return new CheckResult
            {
                Id = IdOf(answers.Key),
                Question = QuestionOf(answers.Key),
                Outcome = worst.Outcome,
                Expected = all.SelectMany(static answer => answer.Findings).Select(static finding => finding.Expected).FirstOrDefault("nothing of the kind"),
                Found = worst.Outcome == CheckOutcome.Failed
                    ? SourceChecks.List(found) + (all.Sum(static answer => answer.FindingCount) > found.Count ? " and others" : string.Empty)
                    : SourceChecks.List([.. all.Where(answer => answer.Outcome == worst.Outcome).Select(static answer => $"{answer.Database}: {answer.Summary}")]),
                Level = level,
                MayBeUnavailable = level == CheckLevel.Warn,
                Took = all.Aggregate(TimeSpan.Zero, static (sum, answer) => sum + answer.Took),
            };
        }
    }

    /// <summary>What can be so in a sound source too, and is a difference of the catalogs where it is not: a warning.</summary>
    private static CheckLevel LevelOf(StructureKind kind) => kind
        is StructureKind.InvalidIndexes or StructureKind.UnvalidatedConstraints or StructureKind.UnpopulatedViews or StructureKind.CollationVersions
        ? CheckLevel.Warn
        : CheckLevel.Fail;

    /// <summary>The worst comes first. A finding that only warns must not hide that another database gave no answer.</summary>
    private static int Rank(CheckOutcome outcome, CheckLevel level) => outcome switch
    {
        CheckOutcome.Failed => level == CheckLevel.Warn ? 3 : 0,
        CheckOutcome.Errored => 1,
        CheckOutcome.TimedOut => 2,
        CheckOutcome.NotAvailable => 4,
        _ => 5,
    };

    /// <summary>The id of a question's check.</summary>
    public static string IdOf(StructureKind kind) => Json.CanonicalJson.Write(kind).Trim('"');

    private static string QuestionOf(StructureKind kind) => kind switch
    {
        StructureKind.SystemCatalogs => "Are PostgreSQL's own catalogs sound?",
        StructureKind.Indexes => "Does every index hold what its table holds?",
        StructureKind.InvalidIndexes => "Is every index valid?",
        StructureKind.DuplicateKeys => "Is every key there only once?",
        StructureKind.Orphans => "Does every foreign key find its row?",
        StructureKind.UnvalidatedConstraints => "Is every constraint validated?",
        StructureKind.SequencesBehind => "Would every sequence give out a value that is free?",
        StructureKind.CollationVersions => "Does text sort as it did when the indexes were built?",
        StructureKind.UnpopulatedViews => "Is every materialised view filled?",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no question for this kind."),
    };
}
