namespace RestoreDrill.Sandbox.Policies;

/// <summary>A policy as AWS reads it (IAM user guide, "IAM JSON policy reference").</summary>
internal sealed record PolicyDocument(IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>A policy that says nothing: it allows nothing, and denies nothing.</summary>
    public static readonly PolicyDocument Empty = new([]);

    /// <summary>What an account's own keys have.</summary>
    public static readonly PolicyDocument Administrator = PolicyParser.Parse(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", PolicyKind.Identity);
}
