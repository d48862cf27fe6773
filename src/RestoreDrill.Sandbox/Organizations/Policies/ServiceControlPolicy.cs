namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>A service control policy.</summary>
internal sealed class ServiceControlPolicy
{
    public const string FullAccessId = "p-FullAWSAccess";

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    /// <summary>Exactly as it was sent.</summary>
    public required string Content { get; set; }

    public bool IsAwsManaged => Id == FullAccessId;

    /// <summary>The policy that AWS makes for every organisation, and nobody can change.</summary>
    public static ServiceControlPolicy FullAccess() => new()
    {
        Id = FullAccessId,
        Name = "FullAWSAccess",
        Description = "Allows access to every operation",
        Content = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
    };
}
