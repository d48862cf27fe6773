using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>One question about structure.</summary>
internal interface IStructureQuestion
{
    /// <summary>The session it needs.</summary>
    SessionPurpose Purpose { get; }

    /// <summary>
    /// Asks, object by object. What the server says about one object goes into the tally; what it says about the list of objects is thrown, as a
    /// <see cref="Npgsql.PostgresException"/> or an <see cref="OutOfTimeException"/>.
    /// </summary>
    Task AskAsync(Inquiry inquiry, CancellationToken ct);
}
