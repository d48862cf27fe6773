using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// The source account, in the role <c>restoredrill-source</c>. Every member throws <see cref="CloudException"/> when AWS refuses or does not
/// answer. The only thing that can be deleted through it is a staging snapshot of this installation.
/// </summary>
public interface ISourceAccount : ISourceBackups
{
    Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>The instance, or null if the account has none of this name.</summary>
    Task<SourceInstance?> FindInstanceAsync(string instance, CancellationToken cancellationToken);

    /// <summary>Values of the named parameters in a DB parameter group; a parameter without a value is absent.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadParametersAsync(string parameterGroup, IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken);

    /// <summary>The snapshot with its tags, or null.</summary>
    Task<CloudSnapshot?> FindSnapshotAsync(string snapshot, CancellationToken cancellationToken);

    /// <summary>Asks for a snapshot (CreateDBSnapshot). <see cref="CloudFault.AlreadyExists"/> if the name is taken.</summary>
    Task<CloudSnapshot> CreateSnapshotAsync(string instance, string snapshot, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Asks for a copy of a snapshot inside the source account under another key (CopyDBSnapshot).</summary>
    Task<CloudSnapshot> ReencryptSnapshotAsync(
        string snapshot, string target, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Accounts that may restore or copy the snapshot; <c>all</c> means public.</summary>
    Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken);

    Task ShareAsync(string snapshot, string accountId, CancellationToken cancellationToken);

    Task UnshareAsync(string snapshot, string accountId, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a staging snapshot after a fresh look at it: name prefix, role tag, installation tag and run tag must all be this run's.
    /// A snapshot that is gone already is success.
    /// </summary>
    /// <exception cref="NotOursException">One of them does not match; nothing was deleted.</exception>
    Task RemoveStagingSnapshotAsync(string snapshot, InstallationId installation, RunId run, CancellationToken cancellationToken);

    /// <summary>
    /// A password for one connection by IAM database authentication: signed here (<c>rds-db:connect</c>), accepted by the instance for 15 minutes. Whether the role may
    /// connect shows only there.
    /// </summary>
    /// <param name="host">The instance's own endpoint, as AWS names it.</param>
    /// <param name="port">Its port.</param>
    /// <param name="user">The login, a member of <c>rds_iam</c>.</param>
    /// <param name="cancellationToken">Cancels the fetching of credentials.</param>
    Task<MasterPassword> MakeLoginTokenAsync(string host, int port, string user, CancellationToken cancellationToken);
}
