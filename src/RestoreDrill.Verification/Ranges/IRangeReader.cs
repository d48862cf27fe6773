using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Ranges;

/// <summary>Reads one range at a time. What the server says about a relation is a reading; what ends the session is thrown.</summary>
/// <typeparam name="TReading">What a range gives.</typeparam>
internal interface IRangeReader<TReading>
    where TReading : class
{
    /// <summary>Asks for a relation's shape: either that, or the reading that settles the relation.</summary>
    Task<(RelationShape? Shape, TReading? Settled)> BeginAsync(Session session, RelationName relation, CancellationToken ct);

    /// <summary>Reads a range; how long it took, or null: the reading settles the relation, and no more of it is read.</summary>
    Task<(TReading Reading, TimeSpan? Took)> ReadAsync(Session session, RelationWork work, BlockRange range, CancellationToken ct);
}
