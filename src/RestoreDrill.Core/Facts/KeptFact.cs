namespace RestoreDrill.Core.Facts;

/// <summary>A fact as it was read back: its digest agrees with its key.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="StoredAt">When it came into the store, by the store's clock.</param>
public sealed record KeptFact(FactObject Fact, DateTimeOffset StoredAt)
{
    public FactKey Key => Fact.Key;
}
