using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Chain;

/// <summary>
/// Reads the row versions of a restored copy, so that copies can be compared with each other. Read only; each statement is a transaction of its own. A
/// connection that breaks throws <see cref="InstanceUnreachableException"/>; what the server says about a relation is part of the answer.
/// </summary>
public interface IChainReader
{
    /// <summary>
    /// The copy's limit: the next transaction of its latest checkpoint (<c>pg_control_checkpoint()</c>). A checkpoint ends recovery, so every row that came
    /// with the copy is older; what is made in the restored instance after the checkpoint is not.
    /// </summary>
    /// <returns>The limit, a full id (<c>xid8</c>); or null and why the server does not tell it.</returns>
    Task<(ulong? Limit, string? Problem)> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken);

    /// <summary>
    /// Reads row versions by ranges of blocks, as <see cref="IInstanceReader.ReadAsync"/> does rows. The hash of a version is over the row's image and the
    /// transaction that made it: no other version of any row, also one of the same content, is taken for it.
    /// </summary>
    IAsyncEnumerable<ChainGroups> ReadAsync(InstanceLogin login, ChainOrder order, CancellationToken cancellationToken);
}
