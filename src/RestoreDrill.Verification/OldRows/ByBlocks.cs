using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.OldRows;

/// <summary>Whether a relation can be read block by block.</summary>
internal static class ByBlocks
{
    /// <summary>Why not; null: it can.</summary>
    public static Hindrance? Hindrance(RelationShape? shape, Session session) => Fingerprints.Hindrance.Of(shape)
        ?? (shape!.CanBeDivided ? null : new Hindrance(
            ReadingOutcome.NotJudged,
            $"PostgreSQL {session.MajorVersion} cannot read it by blocks: that needs version 14 or later and a heap"));
}
