using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Terraform;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Protection;

/// <summary>The configuration as the domain knows it, checked.</summary>
public sealed record InstallationOptions
{
    public required InstallationId Installation { get; init; }

    public required SourceOptions Source { get; init; }

    public required VaultOptions Vault { get; init; }

    /// <summary>The way of copy runs that are opened from now on.</summary>
    public required CopyRoute Route { get; init; }

    /// <summary>The backup vaults of route <c>aws-backup</c>; null: there are none, and no such route can be gone.</summary>
    public BackupOptions? Backup { get; init; }

    /// <summary>The bucket that what is known of copies is put into, beside our own records; null: there is none, and it lies in our records alone.</summary>
    public FactStoreOptions? Facts { get; init; }

    /// <summary>What Terraform's documents are judged by; null: by nothing.</summary>
    public GuardOptions? Guard { get; init; }

    public required ScratchOptions Scratch { get; init; }

    /// <summary>What an emergency restore makes; null: none is configured.</summary>
    public RestoreOptions? Restore { get; init; }

    public TimingOptions Timing { get; init; } = new();

    public ReadingOptions Reading { get; init; } = new();

    public SelfTestOptions SelfTest { get; init; } = new();

    public BudgetOptions Budgets { get; init; } = new();

    public required IReadOnlyList<ProtectedDatabase> Databases { get; init; }

    /// <summary>The protected database of this name, or null.</summary>
    public ProtectedDatabase? Find(string name) => Databases.SingleOrDefault(database => database.Name == name);

    /// <summary>The protected database of this name.</summary>
    /// <exception cref="RefusedException">The configuration has none of this name.</exception>
    public ProtectedDatabase Require(string name) => Find(name) ?? throw new RefusedException(
        [$"The configuration has no database '{name}'. It has: {string.Join(", ", Databases.Select(static database => database.Name))}."]);
}
