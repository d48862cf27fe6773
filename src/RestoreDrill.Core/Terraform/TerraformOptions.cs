namespace RestoreDrill.Core.Terraform;

/// <summary>What is known of Terraform: what <c>terraform-guard</c> lets through, and where states are.</summary>
public sealed record TerraformOptions
{
    /// <summary>The share, 0 to 1, of the managed resources that exist which a plan may destroy or replace; 0.25 unless set.</summary>
    public double MostDestroyed { get; init; } = 0.25;

    /// <summary>So many resources may be destroyed or replaced whatever their share; 3 unless set.</summary>
    public int FewDestroyed { get; init; } = 3;

    /// <summary>Addresses that are protected whatever they are; see <see cref="AddressPattern"/>.</summary>
    public IReadOnlyList<string> Protect { get; init; } = [];

    /// <summary>Full paths of states that the guard rail <c>terraform-states</c> reads.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The bucket of the source account that holds Terraform's state; null: none is named.</summary>
    public string? StateBucket { get; init; }

    /// <summary>Addresses that are let through though their type, or an account id, would protect them. Never a configured database or its replica.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];
}
