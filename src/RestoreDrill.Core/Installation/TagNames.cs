namespace RestoreDrill.Core.Installation;

/// <summary>The keys of the tags RestoreDrill sets. A copy carries its own facts in them, so that it can be used when all else is lost.</summary>
public static class TagNames
{
    /// <summary>The installation that made the resource.</summary>
    public const string Installation = "restoredrill:installation";

    /// <summary>What the resource is: <see cref="ScratchRole"/>, <see cref="StagingRole"/>, <see cref="CopyRole"/> or <see cref="RestoredRole"/>.</summary>
    public const string Role = "restoredrill:role";

    /// <summary>The run that made the resource.</summary>
    public const string Run = "restoredrill:run";

    /// <summary>The protected database, as the configuration names it.</summary>
    public const string Database = "restoredrill:database";

    public const string SourceArn = "restoredrill:source-arn";
    public const string SourceResourceId = "restoredrill:source-resource-id";
    public const string EngineVersion = "restoredrill:engine-version";

    /// <summary>OriginalSnapshotCreateTime, ISO 8601, UTC.</summary>
    public const string SnapshotTime = "restoredrill:snapshot-time";

    /// <summary>SnapshotDatabaseTime, ISO 8601, UTC; absent where AWS gave none.</summary>
    public const string DatabaseTime = "restoredrill:database-time";

    /// <summary><c>rds.logical_replication</c> of the source's parameter group.</summary>
    public const string LogicalReplication = "restoredrill:logical-replication";

    /// <summary><c>max_prepared_transactions</c> of the source's parameter group.</summary>
    public const string MaxPreparedTransactions = "restoredrill:max-prepared-transactions";

    /// <summary>SHA-256 of the other facts, see <see cref="Copying.CopyFacts.Digest"/>.</summary>
    public const string FactsDigest = "restoredrill:facts-sha256";

    /// <summary>The seed of the fingerprints, which anybody can compute from the source's DbiResourceId. Copies of earlier versions carry none.</summary>
    public const string Seed = "restoredrill:seed";

    /// <summary>SHA-256 of the source's manifest; only where the source was read, and only once it was.</summary>
    public const string ManifestDigest = "restoredrill:manifest-sha256";

    public const string ScratchRole = "scratch";
    public const string StagingRole = "staging";
    public const string CopyRole = "copy";
    public const string RestoredRole = "restored";
}
