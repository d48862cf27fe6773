using RestoreDrill.Sandbox.Kms.Aliases;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>What one account has in KMS, over all regions, as it is written to disk.</summary>
internal sealed class KmsState
{
    /// <summary>The regions that have got the keys they begin with: what is deleted afterwards does not come back.</summary>
    public List<string> Regions { get; init; } = [];

    public List<KmsKey> Keys { get; init; } = [];

    public List<KmsAlias> Aliases { get; init; } = [];
}
