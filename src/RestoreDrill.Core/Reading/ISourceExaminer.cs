using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Reading;

/// <summary>
/// Asks a source, with its read-only login, what can be known before the first drill. It runs nothing of the user's: a query is analysed by the server and described.
/// Every call opens its own sessions; statements and waits for locks have the limits of the login's options.
/// </summary>
public interface ISourceExaminer
{
    /// <summary>Which databases the login may enter, and, where rows are to be read, which relations it may not read.</summary>
    /// <param name="login">The login.</param>
    /// <param name="reader">How gently it reads.</param>
    /// <param name="tables">Tables whose being there is looked for, as <c>database.schema.name</c>.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <exception cref="InstanceUnreachableException">No connection, wrong certificate or password, or the server answered something else than was asked for.</exception>
    Task<SourceAccess> LookAsync(InstanceLogin login, SourceReaderOptions reader, IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>What a user's check would be judged by. Never throws for what the server says about the query or its database.</summary>
    /// <exception cref="InstanceUnreachableException">The connection broke, or the server takes none.</exception>
    Task<CheckForm> DescribeAsync(InstanceLogin login, SourceReaderOptions reader, UserCheck check, CancellationToken cancellationToken);
}
