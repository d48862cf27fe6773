namespace RestoreDrill.Core.Terraform;

/// <summary>What a document says of itself.</summary>
public sealed record TerraformSubject
{
    public TerraformDocumentKind Kind { get; init; }

    /// <summary><c>format_version</c>, or <c>version</c> of a state file.</summary>
    public string? FormatVersion { get; init; }

    public string? TerraformVersion { get; init; }

    /// <summary>Of a state file: how often it was written.</summary>
    public long? Serial { get; init; }

    /// <summary>Of a state file: which history it belongs to.</summary>
    public string? Lineage { get; init; }

    /// <summary>Of a plan: whether making it failed.</summary>
    public bool Errored { get; init; }

    /// <summary>Of a plan: whether it is all that is to be done; null where the version does not say (before Terraform 1.8, OpenTofu).</summary>
    public bool? Complete { get; init; }
}
