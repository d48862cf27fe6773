using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// Reads old rows, of a source or of a restored instance. Read only; each statement is a transaction of its own. A connection that breaks throws
/// <see cref="InstanceUnreachableException"/>; what the server says about a relation is part of the answer.
/// </summary>
public interface IOldRowReader
{
    /// <summary>Takes the limit: rows made before it are old.</summary>
    Task<OldRowLimit> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken);

    /// <summary>
    /// The relations of a database whose old rows can be read: tables, partitions, materialised views, large objects; not what is unlogged or foreign, nor what
    /// has no heap. Empty where the database does not let us in.
    /// </summary>
    Task<IReadOnlyList<RelationStance>> ListAsync(InstanceLogin login, string database, CancellationToken cancellationToken);

    /// <summary>Reads old rows by ranges of blocks, as <see cref="IInstanceReader.ReadAsync"/> does all rows.</summary>
    IAsyncEnumerable<BlockGroups> ReadAsync(InstanceLogin login, OldRowOrder order, CancellationToken cancellationToken);

    /// <summary>The image hash of each old row in a range of blocks, in no order.</summary>
    Task<IReadOnlyList<long>> ReadHashesAsync(
        InstanceLogin login, RelationName relation, BlockRange range, OldRowLimit limit, long seed, CancellationToken cancellationToken);
}
