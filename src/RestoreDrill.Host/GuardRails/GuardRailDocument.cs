using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Host.GuardRails;

/// <summary>How one guard rail stands, for machines.</summary>
/// <param name="Id">The guard rail.</param>
/// <param name="Database">The protected database that the answer is about; null: the accounts.</param>
/// <param name="State">The answer.</param>
/// <param name="Found">The evidence; where it cannot be checked, why.</param>
/// <param name="Says">What holds where it is not broken.</param>
/// <param name="ProtectsFrom">What can happen where it is broken.</param>
/// <param name="CheckedBy">What was asked.</param>
internal sealed record GuardRailDocument(string Id, string? Database, GuardRailState State, string Found, string Says, string ProtectsFrom, string CheckedBy)
{
    public static GuardRailDocument Of(GuardRailAnswer answer)
    {
        var rail = GuardRailCatalog.Of(answer.Rail);
        return new GuardRailDocument(answer.Rail, answer.Database, answer.State, answer.Found, rail.Says, rail.ProtectsFrom, rail.CheckedBy);
    }
}
