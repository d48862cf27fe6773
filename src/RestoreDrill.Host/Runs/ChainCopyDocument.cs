using RestoreDrill.Core.Chain;

namespace RestoreDrill.Host.Runs;

/// <summary>A copy that another was compared with, for machines.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Drill">The drill that had read it.</param>
/// <param name="DataTime">The moment of its data.</param>
internal sealed record ChainCopyDocument(string Copy, string Drill, DateTimeOffset DataTime)
{
    public static ChainCopyDocument? Of(ChainLink? link) => link is null ? null : new ChainCopyDocument(link.CopyName, link.Drill.Value, link.DataTime);
}
