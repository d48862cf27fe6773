namespace RestoreDrill.Core.Terraform;

/// <summary>What became of the question whether a document is older than reality.</summary>
public sealed record StaleReport
{
    public required StaleState State { get; init; }

    /// <summary>Why not all was checked; null where all was.</summary>
    public string? Reason { get; init; }

    /// <summary>How many ids AWS was asked about.</summary>
    public int Checked { get; init; }

    /// <summary>How many it was not, for any reason.</summary>
    public int NotChecked { get; init; }

    /// <summary>How many of those are of another account or region than the databases'.</summary>
    public int Elsewhere { get; init; }

    public IReadOnlyList<GuardRefusal> Refusals { get; init; } = [];
}
