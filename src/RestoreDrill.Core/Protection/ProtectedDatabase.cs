using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Core.Protection;

/// <summary>An RDS PostgreSQL instance named in the configuration, with every database in it.</summary>
public sealed record ProtectedDatabase
{
    /// <summary>The name people use: 1 to 40 letters, digits, <c>-</c>, <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The DB instance identifier in the source account.</summary>
    public required string Instance { get; init; }

    /// <summary>Databases of the instance that must hold rows in every copy.</summary>
    public IReadOnlyList<string> ExpectRowsIn { get; init; } = [];

    /// <summary>The share of rows, 0 to 1, per database and per table, that must have been read for a pass. 0.95 unless set.</summary>
    public double MinimumReadShare { get; init; } = 0.95;

    /// <summary>Tables (<c>database.schema.table</c>) and whole databases (<c>database</c>) that may stay unread without lowering the verdict.</summary>
    public IReadOnlyList<string> MayStayUnread { get; init; } = [];

    /// <summary>How copy runs read the source, so that drills can compare their copy with it; null: nothing is read of it.</summary>
    public SourceReaderOptions? Reader { get; init; }

    /// <summary>
    /// Where old rows of the source are read: the share of rows, 0 to 1, per database, that must have been proven identical with the source's for a pass. 0.95 unless set.
    /// </summary>
    public double MinimumProvenShare { get; init; } = 0.95;

    public IReadOnlyList<UserCheck> Checks { get; init; } = [];

    /// <summary>When it is copied and drilled by itself; null: only when somebody asks.</summary>
    public DatabaseSchedule? Schedule { get; init; }
}
