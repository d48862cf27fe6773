namespace RestoreDrill.Host.Composition;

/// <summary>The schema of RestoreDrill's own store.</summary>
internal interface IStoreSchema
{
    /// <summary>The migrations that the store still lacks, oldest first; changes nothing.</summary>
    /// <exception cref="Core.Runs.StoreUnavailableException">The store cannot be reached.</exception>
    Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken);

    /// <summary>Applies the migrations that the store lacks. Safe when two programs do so at once.</summary>
    /// <returns>What this call applied, oldest first.</returns>
    /// <exception cref="Core.Runs.StoreUnavailableException">The store cannot be reached.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The SQL of every migration, for people who apply it by hand.</summary>
    string Script();
}
