using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Fingerprints;

/// <summary>Why the rows of a relation cannot be read, or would prove nothing.</summary>
/// <param name="Outcome">What that makes of the relation.</param>
/// <param name="Reason">Why.</param>
internal sealed record Hindrance(ReadingOutcome Outcome, string Reason)
{
    public const string Unlogged = "unlogged: its rows are not in the write-ahead log, and a restore leaves it empty";

    /// <summary>What stands in the way; null: nothing.</summary>
    /// <param name="shape">The relation's shape; null: there is no such relation.</param>
    public static Hindrance? Of(RelationShape? shape) => shape switch
    {
        null => new(ReadingOutcome.NotJudged, "it was listed, and is not there any more"),
        { IsUnlogged: true } => new(ReadingOutcome.NotProtected, Unlogged),
        { IsPopulated: false } => new(ReadingOutcome.NotJudged, "the materialised view is not populated: it has no rows until it is refreshed"),
        { DamageHidingSetting: { } setting } => new(ReadingOutcome.NotJudged, $"{setting} is on: the server would skip or pass over damaged pages silently"),
        _ => null,
    };

    /// <summary>What an error that a statement met makes of the relation.</summary>
    public static ReadingOutcome OutcomeOf(PostgresException error) => ServerWords.SaysDamaged(error) ? ReadingOutcome.Damaged : ReadingOutcome.NotJudged;
}
