using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Isolation;

/// <summary>A part of the isolation, for machines.</summary>
/// <param name="Id">The part.</param>
/// <param name="Account"><c>management</c>, <c>vault</c> or <c>source</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="Found">What is there.</param>
/// <param name="Changes">What <c>apply</c> does, or a person has to.</param>
/// <param name="Says">What is so when it is done.</param>
/// <param name="Irreversible">What cannot be undone about it; null: everything can.</param>
internal sealed record IsolationItemDocument(string Id, string Account, ItemState State, string Found, IReadOnlyList<string> Changes, string Says, string? Irreversible)
{
    public static IsolationItemDocument Of(IsolationItem item) =>
        new(item.Id, item.Account, item.Look.State, item.Look.Found, item.Look.Changes, item.Says, item.Irreversible);
}
