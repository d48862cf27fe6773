using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Chain;

/// <summary>What drills have saved for the chain (see <see cref="RunChange"/>). Every member throws <see cref="StoreUnavailableException"/> when the store cannot be reached.</summary>
public interface IChainStore
{
    /// <summary>The ranges that a drill has read for the chain, in order of relation and block.</summary>
    Task<IReadOnlyList<ChainEntry>> ChainAsync(RunId drill, CancellationToken cancellationToken);

    /// <summary>The row versions of one relation that a drill has read.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="relation">The relation, with at least one range that was read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <exception cref="InvalidDataException">Groups do not give the digest that they were stored with.</exception>
    Task<LinkGroups> ChainGroupsAsync(RunId drill, RelationName relation, CancellationToken cancellationToken);

    /// <summary>The revocations of a protected database's copies, oldest first.</summary>
    Task<IReadOnlyList<Revocation>> RevocationsAsync(string database, CancellationToken cancellationToken);
}
