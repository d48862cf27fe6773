using System.Runtime.CompilerServices;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Structures;

/// <summary>
/// Asks about the structure of a restored instance. It may change the scratch instance (create an extension, vacuum, rebuild an index), so it comes after
/// everything that is read. A connection that breaks throws <see cref="InstanceUnreachableException"/>; what the server says about a question is its answer.
/// </summary>
public interface IStructureReader
{
    /// <summary>Puts one question to one database.</summary>
    /// <param name="login">How to reach the instance.</param>
    /// <param name="database">The database.</param>
    /// <param name="kind">The question.</param>
    /// <param name="limit">How long the answer may take, over all its statements.</param>
    /// <param name="cancellationToken">Ends the statement under way on the server.</param>
    Task<StructureAnswer> AskAsync(InstanceLogin login, string database, StructureKind kind, TimeSpan limit, CancellationToken cancellationToken);

    /// <summary>Puts questions one after the other. What one does to its session is no matter to the next.</summary>
    /// <param name="login">How to reach the instance.</param>
    /// <param name="questions">The questions, those to one database together.</param>
    /// <param name="limit">How long each answer may take.</param>
    /// <param name="cancellationToken">Ends the statement under way on the server.</param>
    async IAsyncEnumerable<StructureAnswer> AskAllAsync(
        InstanceLogin login, IReadOnlyList<(string Database, StructureKind Kind)> questions, TimeSpan limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        foreach (var (database, kind) in questions)
        {
            yield return await AskAsync(login, database, kind, limit, cancellationToken).ConfigureAwait(false);
        }
    }
}
