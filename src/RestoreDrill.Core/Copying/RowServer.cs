using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// Which server old rows are read from: the source, or its read replica. A lagging replica shows rows that the source has deleted, and lacks others, so it is
/// read only once it has replayed a position that the source had when the reading could begin.
/// </summary>
internal sealed class RowServer(DatabaseReaders readers)
{
    /// <summary>The server to read rows from.</summary>
    /// <param name="reader">Names the replica, if there is one.</param>
    /// <param name="source">The login to the source.</param>
    /// <param name="identity">The source's cluster.</param>
    /// <param name="position">The source's position in its log when the reading could begin.</param>
    /// <param name="cancellationToken">Cancels asking.</param>
    /// <returns>The login; null while the replica has not come as far.</returns>
    /// <exception cref="InstanceUnreachableException">The replica does not answer, or is no replica of this source.</exception>
    public async Task<InstanceLogin?> FindAsync(
        SourceReaderOptions reader, InstanceLogin source, InstanceIdentity identity, string position, CancellationToken cancellationToken)
    {
        if (reader.ReplicaHost is not { } host)
        {
            return source;
        }

        var replica = readers.Logins.LoginOf(reader, host, reader.ReplicaPort);
        var stand = await readers.OldRows.TakeLimitAsync(replica, cancellationToken).ConfigureAwait(false);
        var found = await readers.Instance.IdentifyAsync(replica, cancellationToken).ConfigureAwait(false);
        if (!stand.InRecovery || found.SystemIdentifier is null || found.SystemIdentifier != identity.SystemIdentifier)
        {
            var why = stand.InRecovery ? $"it is of cluster {found.SystemIdentifier ?? "unknown"}, the source is of {identity.SystemIdentifier ?? "unknown"}" : "it is no standby: it was promoted, or never was one";
            throw new InstanceUnreachableException($"{host}:{reader.ReplicaPort} is not read as a replica of the source: {why}. Correct Reader:ReplicaHost.", null, new InvalidDataException(why));
        }

        return stand.HasReached(position) ? replica : null;
    }
}
