using RestoreDrill.Core.GuardRails.Policies;

namespace RestoreDrill.Isolation.Documents;

/// <summary>Whom a policy lets in, and what it keeps everybody from.</summary>
internal static class PolicyReading
{
    /// <summary>Whether it denies everybody an action, without a condition.</summary>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public static bool DeniesEverybody(string? policy, string action) => policy is not null && new RequiredDeny(action).IsIn(PolicyText.Parse(policy).Statements);

    /// <summary>The principals of its Allow statements, kind before value (<c>AWS arn:...</c>, <c>Service ...</c>).</summary>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public static IReadOnlyList<string> LetIn(string policy) =>
    [
        .. PolicyText.Parse(policy).Statements.Where(static statement => !statement.IsDeny)
            .SelectMany(static statement => statement.IsNotPrincipal ? ["everybody but some"] : statement.Principals)
            .Select(static principal => principal == "*" ? "everybody" : principal)
            .Distinct(StringComparer.Ordinal),
    ];
}
