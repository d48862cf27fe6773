using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Host.Status;

/// <summary>A guard rail that did not hold, or could not be checked, when it was last looked at.</summary>
/// <param name="Id">The guard rail.</param>
/// <param name="Database">The protected database that the answer is about; null: the accounts.</param>
/// <param name="State">The answer.</param>
/// <param name="LookedAt">When, by the store's clock.</param>
/// <param name="IsRed">Whether no copy can be relied on because of it.</param>
/// <param name="Found">The evidence; where it could not be checked, why.</param>
/// <param name="Sentence">What was found, what it lets happen, what to do.</param>
internal sealed record GuardRailTrouble(string Id, string? Database, GuardRailState State, DateTimeOffset LookedAt, bool IsRed, string Found, string Sentence)
{
    public static GuardRailTrouble Of(RecordedAnswer one, bool isRed) =>
        new(one.Answer.Rail, one.Answer.Database, one.Answer.State, one.At, isRed, one.Answer.Found, GuardRailWords.Of(one.Answer));
}
