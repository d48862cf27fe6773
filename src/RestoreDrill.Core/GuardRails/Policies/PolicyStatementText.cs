using System.Text.Json.Nodes;

namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>One statement of an AWS policy document, as written (IAM user guide, "Grammar of the IAM JSON policy language").</summary>
/// <param name="IsDeny">Whether its effect is Deny.</param>
/// <param name="Actions">The patterns of Action, or of NotAction.</param>
/// <param name="IsNotAction">Whether <paramref name="Actions"/> are those that it is <em>not</em> about.</param>
/// <param name="Resources">The patterns of Resource; empty where the statement has none, as in trust policies.</param>
/// <param name="IsNotResource">Whether <paramref name="Resources"/> are those that it is <em>not</em> about.</param>
/// <param name="Principals">Those of Principal, kind before value (<c>AWS arn:...</c>), <c>*</c> for everybody; empty where the statement has none.</param>
/// <param name="IsNotPrincipal">Whether <paramref name="Principals"/> are those that it is <em>not</em> about.</param>
/// <param name="Condition">The condition; null: none.</param>
internal sealed record PolicyStatementText(
    bool IsDeny,
    IReadOnlyList<string> Actions,
    bool IsNotAction,
    IReadOnlyList<string> Resources,
    bool IsNotResource,
    IReadOnlyList<string> Principals,
    bool IsNotPrincipal,
    JsonObject? Condition)
{
    public bool IsAbout(string action) => Actions.Any(pattern => PolicyPattern.Matches(pattern, action, ignoreCase: true)) != IsNotAction;

    public bool IsOn(string resource) => Resources.Count == 0 || Resources.Any(pattern => PolicyPattern.Matches(pattern, resource, ignoreCase: false)) != IsNotResource;
}
