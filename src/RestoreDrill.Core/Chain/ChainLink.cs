using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Chain;

/// <summary>A copy of the chain, as one drill has read it.</summary>
/// <param name="CopyName">The copy.</param>
/// <param name="CopyArn">Its ARN.</param>
/// <param name="Drill">The drill.</param>
/// <param name="DataTime">The moment of the copy's data.</param>
/// <param name="Limit">Every transaction whose rows the copy can hold is before this one, see <see cref="IChainReader.TakeLimitAsync"/>.</param>
/// <param name="Sha256">Digest of all that the drill read for the chain, see <see cref="ChainStand.Sha256"/>.</param>
public sealed record ChainLink(string CopyName, string CopyArn, RunId Drill, DateTimeOffset DataTime, ulong Limit, string Sha256);
