using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Checks;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification;

/// <summary>Examines a source over PostgreSQL's protocol, in read-only sessions that are not pooled.</summary>
public sealed class PostgresSourceExaminer(TimeProvider time, ReaderOptions? options = null) : ISourceExaminer
{
    private const int LimitOfStatement = 10;

    private readonly ReaderOptions limits = options ?? new ReaderOptions();

    /// <inheritdoc/>
    public Task<SourceAccess> LookAsync(InstanceLogin login, SourceReaderOptions reader, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new AccessQuestion(Opener(reader), login, reader.Reads, tables).AskAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CheckForm> DescribeAsync(InstanceLogin login, SourceReaderOptions reader, UserCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(check);
        return new FormQuestion(Opener(reader), login).AskAsync(check, cancellationToken);
    }

    private SessionOpener Opener(SourceReaderOptions reader) =>
        new(limits with { CatalogLimit = reader.Statement * LimitOfStatement, LockLimit = reader.LockWait }, time);
}
