namespace RestoreDrill.Core.Restoring;

/// <summary>What a person wants restored.</summary>
/// <param name="Database">The protected database's name.</param>
public sealed record RestoreWish(string Database)
{
    /// <summary>The copy, by name or ARN; null: the newest that is proven.</summary>
    public string? Copy { get; init; }

    /// <summary>Only data older than this; null: as new as there is. Of no account where <see cref="Copy"/> names one.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The new instance's name; null: one that follows from the run.</summary>
    public string? InstanceName { get; init; }
}
