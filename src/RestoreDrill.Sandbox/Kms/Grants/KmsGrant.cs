namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>A grant on a key, as kept on disk.</summary>
internal sealed class KmsGrant
{
    public const string Retire = "RetireGrant";

    /// <summary>64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required string Token { get; init; }

    /// <summary>By which a repeated request is told from another one; empty for none.</summary>
    public string Name { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>An ARN, or the name of an AWS service.</summary>
    public required string GranteePrincipal { get; init; }

    public string? RetiringPrincipal { get; init; }

    /// <summary>The root of the account that made it.</summary>
    public required string IssuingAccount { get; init; }

    public required List<string> Operations { get; init; }

    /// <summary>The pairs that an encryption context must have, among others.</summary>
    public Dictionary<string, string>? ContextSubset { get; init; }

    /// <summary>The pairs that an encryption context must have, and no others.</summary>
    public Dictionary<string, string>? ContextEquals { get; init; }

    /// <summary>Of a grant that RDS made: the DbiResourceId of the instance, or the storage id of the snapshot that is being made. It goes with it.</summary>
    public string? Subject { get; init; }
}
