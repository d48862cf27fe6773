using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
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

    /// <summary>How its copies are compared with each other; null: they are not.</summary>
    public ChainOptions? Chain { get; init; }

    /// <summary>
    /// The share of a table's rows, 0 to 1, that it may have lost since the copy of earlier data that passed; more is a loss in the source. 0.5 unless set.
    /// 1: only tables that are gone or empty are one.
    /// </summary>
    public double MaximumLoss { get; init; } = 0.5;

    /// <summary>Tables that lose rows, or are dropped, on purpose: <c>database.schema.table</c>, or with <c>*</c> at the end all whose name begins so.</summary>
    public IReadOnlyList<string> MayShrink { get; init; } = [];

    /// <summary>How old the data of the newest copy may be, before a guard rail is broken; 26 hours unless set.</summary>
    public TimeSpan MaximumCopyAge { get; init; } = TimeSpan.FromHours(26);

    /// <summary>How long ago the last passing drill may be, before a guard rail is broken; 8 days unless set.</summary>
    public TimeSpan MaximumProofAge { get; init; } = TimeSpan.FromDays(8);

    public IReadOnlyList<UserCheck> Checks { get; init; } = [];

    /// <summary>When it is copied and drilled by itself; null: only when somebody asks.</summary>
    public DatabaseSchedule? Schedule { get; init; }

    /// <summary>Whether a table is listed in <see cref="MayShrink"/>.</summary>
    public bool AllowsShrinking(RelationName table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var name = table.ToString();
        return MayShrink.Any(listed => listed.EndsWith('*') ? name.StartsWith(listed[..^1], StringComparison.Ordinal) : name == listed);
    }
}
