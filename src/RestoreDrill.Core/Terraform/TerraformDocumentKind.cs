namespace RestoreDrill.Core.Terraform;

/// <summary>What a document is, as it says itself.</summary>
public enum TerraformDocumentKind
{
    /// <summary>What could not be told.</summary>
    Unknown,

    /// <summary>A plan: <c>terraform show -json</c> of a plan file.</summary>
    Plan,

    /// <summary>A state file, as Terraform keeps it (<c>terraform state pull</c>).</summary>
    StateFile,

    /// <summary>A state: <c>terraform show -json</c> without a plan file.</summary>
    ShownState,
}
