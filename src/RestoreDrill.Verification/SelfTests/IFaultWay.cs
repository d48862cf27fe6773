using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>How one fault is done.</summary>
internal interface IFaultWay
{
    /// <summary>Objects that look as if it could be done to them, the best first.</summary>
    Task<IReadOnlyList<FaultTarget>> ListAsync(Session session, IReadOnlyList<RelationName> tables, CancellationToken ct);

    /// <summary>Tries whether it can be done, in a transaction that is rolled back.</summary>
    /// <returns>The object, with what the try has told of it; null: it cannot be done to this one.</returns>
    Task<FaultTarget?> TryAsync(FaultSite site, FaultTarget target, CancellationToken ct);

    /// <summary>Does it.</summary>
    /// <returns>Why it was not done; null: it was.</returns>
    Task<string?> DoAsync(FaultSite site, FaultTarget target, CancellationToken ct);
}
