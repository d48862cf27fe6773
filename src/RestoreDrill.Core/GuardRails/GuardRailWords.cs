using System.Text.RegularExpressions;

namespace RestoreDrill.Core.GuardRails;

/// <summary>Answers in words, the same wherever they are told.</summary>
public static partial class GuardRailWords
{
    /// <summary>How many hold and how many do not, for example <c>12 guard rails hold, 1 is BROKEN (vault-lock)</c>.</summary>
    public static string Of(GuardRailFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return Of(findings.Answers);
    }

    /// <summary>How many hold and how many do not.</summary>
    public static string Of(IReadOnlyCollection<GuardRailAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var broken = Names(answers, GuardRailState.Broken);
        var notCheckable = Names(answers, GuardRailState.NotCheckable);
        return $"{answers.Count - broken.Count - notCheckable.Count} of {answers.Count} guard rails hold"
            + (broken.Count == 0 ? "" : $", BROKEN: {string.Join(", ", broken)}")
            + (notCheckable.Count == 0 ? "" : $", not checkable: {string.Join(", ", notCheckable)}");
    }

    /// <summary>What is said of a guard rail that does not hold, or cannot be checked.</summary>
    public static string Of(GuardRailAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var name = Name(answer.Rail, answer.Database);
        return answer.State switch
        {
            GuardRailState.Holds => $"Guard rail {name} holds: {answer.Found}.",
            GuardRailState.Broken => $"Guard rail {name} is broken: {answer.Found}. It protects from: {GuardRailCatalog.Of(answer.Rail).ProtectsFrom}. Next: runbooks/guard-rail-broken.md.",
            _ => $"Guard rail {name} is not checkable from here: {answer.Found}. Next: runbooks/guard-rail-broken.md.",
        };
    }

    /// <summary>A guard rail's id, and whose it is, for example <c>newest-copy of courses</c>.</summary>
    public static string Name(string rail, string? database) => database is null ? rail : $"{rail} of {database}";

    /// <summary>What was found but for AWS's request ids: guard rails that one refusal keeps from being checked differ in nothing else.</summary>
    public static string Cause(string found) => RequestIds().Replace(found, "");

    [GeneratedRegex(@" \(request id [^()]*\)")]
    private static partial Regex RequestIds();

    private static List<string> Names(IEnumerable<GuardRailAnswer> answers, GuardRailState state) =>
        [.. answers.Where(answer => answer.State == state).Select(static answer => Name(answer.Rail, answer.Database))];
}
