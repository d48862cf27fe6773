namespace RestoreDrill.Isolation;

/// <summary>A part of the isolation as a plan shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Account"><c>management</c>, <c>vault</c> or <c>source</c>.</param>
/// <param name="Says">What is so when it is done.</param>
/// <param name="Irreversible">What cannot be undone about it; null: everything can.</param>
/// <param name="Look">How it stands.</param>
public sealed record IsolationItem(string Id, string Account, string Says, string? Irreversible, ItemLook Look);
