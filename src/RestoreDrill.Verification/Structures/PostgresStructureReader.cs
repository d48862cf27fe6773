using System.Runtime.CompilerServices;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Asks about structure over PostgreSQL's protocol. Questions that follow each other share a session where they need the same kind of one, and find it as if it were new. Whatever has to be written for an answer (an extension, a rebuilt index, a
/// role that is granted) is written in one transaction that is rolled back: nothing of it stays on the instance. PostgreSQL 13 to 18 differ in catalog columns and
/// functions, which are chosen by version.
/// </summary>
public sealed class PostgresStructureReader(TimeProvider time, ReaderOptions? options = null) : IStructureReader
{
    private static readonly Dictionary<StructureKind, IStructureQuestion> Questions = new()
    {
        [StructureKind.SystemCatalogs] = new SystemCatalogsQuestion(),
        [StructureKind.Indexes] = new IndexesQuestion(),
        [StructureKind.InvalidIndexes] = CatalogQuestion.InvalidIndexes,
        [StructureKind.DuplicateKeys] = new DuplicateKeysQuestion(),
        [StructureKind.Orphans] = new OrphansQuestion(),
        [StructureKind.UnvalidatedConstraints] = CatalogQuestion.UnvalidatedConstraints,
        [StructureKind.SequencesBehind] = new SequencesBehindQuestion(),
        [StructureKind.CollationVersions] = new CollationVersionsQuestion(),
        [StructureKind.UnpopulatedViews] = CatalogQuestion.UnpopulatedViews,
    };

    private readonly SessionOpener opener = new(options ?? new ReaderOptions(), time);

    /// <inheritdoc/>
    public async Task<StructureAnswer> AskAsync(
        InstanceLogin login, string database, StructureKind kind, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        await using var sessions = new SharedSessions(opener, login, database, limit);
        return await AskAsync(sessions, kind, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StructureAnswer> AskAllAsync(
        InstanceLogin login, IReadOnlyList<(string Database, StructureKind Kind)> questions, TimeSpan limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        foreach (var ofDatabase in questions.GroupBy(static question => question.Database, StringComparer.Ordinal))
        {
            await using var sessions = new SharedSessions(opener, login, ofDatabase.Key, limit);
            foreach (var (_, kind) in ofDatabase)
            {
                yield return await AskAsync(sessions, kind, limit, cancellationToken);
            }
        }
    }

    private async Task<StructureAnswer> AskAsync(SharedSessions sessions, StructureKind kind, TimeSpan limit, CancellationToken cancellationToken)
    {
        var question = Questions[kind];
        var database = sessions.Database;
        var started = time.GetTimestamp();
        var tally = new Tally();
        try
        {
            await using var inquiry = new Inquiry(() => sessions.TakeAsync(question.Purpose, cancellationToken), sessions.GiveBackAsync, tally, time, limit);
            await inquiry.OpenAsync();
            await question.AskAsync(inquiry, cancellationToken);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            tally.NotLooked($"database \"{database}\"", CheckOutcome.Errored, e.Message);
        }
        catch (PostgresException e)
        {
            tally.NotLooked("the catalogs of the question", e);
        }
        catch (InvalidCastException e)
        {
            // Every column that a question reads is there in sound catalogs.
            tally.NotLooked("the catalogs of the question", CheckOutcome.Errored, $"PostgreSQL's own catalogs contradict themselves: {e.Message}");
        }
        catch (OutOfTimeException e)
        {
            tally.NotLooked("the catalogs of the question", CheckOutcome.TimedOut, e.Message);
        }
        return tally.ToAnswer(kind, database, time.GetElapsedTime(started));
    }
}
