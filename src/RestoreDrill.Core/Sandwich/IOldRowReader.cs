using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// Reads old rows, of a source or of a restored instance. Read only; each statement is a transaction of its own. A connection that breaks throws
/// <see cref="InstanceUnreachableException"/>, and so does a question about the instance or a database that the server refuses; what the server says about a
/// relation is part of the answer.
/// </summary>
public interface IOldRowReader
{
    /// <summary>
    /// Takes the limit: rows made before it are old. On a primary, what these transactions wrote is on storage when this returns, so a snapshot that is asked
    /// for from then on holds it. In recovery see <see cref="OldRowLimit.InRecovery"/>.
    /// </summary>
    Task<OldRowLimit> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken);

    /// <summary>
    /// The relations of a database whose old rows can be read: tables, partitions, materialised views, large objects; not what is unlogged or foreign, nor what
    /// has no heap. One that is locked is listed with a <see cref="RelationStance.Reason"/>. Empty where the database does not let us in.
    /// </summary>
    Task<IReadOnlyList<RelationStance>> ListAsync(InstanceLogin login, string database, CancellationToken cancellationToken);

    /// <summary>
    /// Reads old rows by ranges of blocks, as <see cref="IInstanceReader.ReadAsync"/> does all rows. Whoever compares them lists the relations again afterwards:
    /// what was rewritten or altered meanwhile shows only there.
    /// </summary>
    IAsyncEnumerable<BlockGroups> ReadAsync(InstanceLogin login, OldRowOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// The image hashes of the old rows in some groups of one relation, over one connection. Gives the groups in the order asked for; one that could not be
    /// read is the last one given.
    /// </summary>
    /// <param name="login">How to reach the instance.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="grain">How many blocks a group has.</param>
    /// <param name="groups">Numbers of groups: group n begins at block n times <paramref name="grain"/>.</param>
    /// <param name="limit">Which rows are old.</param>
    /// <param name="seed">See <see cref="FingerprintSeed"/>.</param>
    /// <param name="cancellationToken">Cancels the statement under way.</param>
    IAsyncEnumerable<GroupHashes> ReadHashesAsync(
        InstanceLogin login, RelationName relation, int grain, IReadOnlyList<long> groups, OldRowLimit limit, long seed, CancellationToken cancellationToken);
}
