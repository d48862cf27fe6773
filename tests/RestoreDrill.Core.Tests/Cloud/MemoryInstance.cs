using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>A restored instance and what it goes through.</summary>
internal sealed class MemoryInstance(CloudInstance instance, DateTimeOffset availableAt)
{
    public CloudInstance Instance { get; set; } = instance;

    public DateTimeOffset AvailableAt { get; } = availableAt;

    public DateTimeOffset? GoneAt { get; set; }

    public DateTimeOffset PasswordInForceAt { get; set; }

    public string? Password { get; set; }

    public int PasswordsSet { get; set; }
}
