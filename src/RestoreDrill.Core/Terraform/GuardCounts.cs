namespace RestoreDrill.Core.Terraform;

/// <summary>How much of what a document holds. Only managed resources count, an instance each.</summary>
public sealed record GuardCounts
{
    /// <summary>Those that exist before: what the state holds.</summary>
    public int Existing { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    /// <summary>Destroyed and not made anew.</summary>
    public int Deleted { get; init; }

    public int Replaced { get; init; }

    public int Forgotten { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Deleted and replaced ones.</summary>
    public int Destroyed => Deleted + Replaced;

    /// <summary>The share of what exists that is destroyed, 0 to 1; 0 where nothing is.</summary>
    public double DestroyedShare => Destroyed == 0 ? 0 : Existing == 0 ? 1 : Math.Min(1, (double)Destroyed / Existing);
}
