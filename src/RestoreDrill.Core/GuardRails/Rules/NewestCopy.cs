using RestoreDrill.Core.Copying;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>The newest copy of our records, or why none counts.</summary>
/// <param name="Copy">It; null: none counts.</param>
/// <param name="WhyNone">Why, where <paramref name="Copy"/> is null.</param>
internal sealed record NewestCopy(CloudSnapshot? Copy, string WhyNone);
