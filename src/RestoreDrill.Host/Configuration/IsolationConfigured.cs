using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Configuration;

/// <summary>What <c>isolation</c> needs of the configuration. No store.</summary>
internal sealed record IsolationConfigured
{
    /// <summary>Full path of the configuration file.</summary>
    public required string File { get; init; }

    public required IsolationOptions Options { get; init; }
}
