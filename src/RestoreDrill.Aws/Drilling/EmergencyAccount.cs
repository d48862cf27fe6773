using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Backups;
using RestoreDrill.Aws.Facts;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The vault account as an emergency restore sees it.</summary>
public sealed class EmergencyAccount : RestoringAccount, IEmergencyAccount
{
    private readonly TimeProvider _time;

    internal EmergencyAccount(AccountSession session, TimeProvider time)
        : base(session) => _time = time;

    public bool NeedsSignIn => Session.NeedsSignIn;

    public Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Session.SignInAsync(person, cancellationToken);
    }

    public Task<string> StartCopyAsync(CopyOrder order, CancellationToken cancellationToken) => BackupJobs.StartCopyAsync(Session, order, cancellationToken);

    public Task<CopyJob?> FindCopyJobAsync(string job, CancellationToken cancellationToken) => BackupJobs.FindCopyAsync(Session, job, cancellationToken);

    /// <summary>The bucket of facts over the same session: one code is for both.</summary>
    public FactBucket OpenFacts(FactStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FactBucket(Session, options);
    }

    /// <summary>
    /// Another account that is restored in, whose role this account's session takes on: no second code is asked for, since that role's trust policy names <c>restoredrill-restore</c> alone, which
    /// cannot be had without one. Such a session lasts an hour at most (AssumeRole, DurationSeconds: role chaining).
    /// </summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public RestoreTargetAccount OpenTarget(AccountAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access is { NeedsSecondFactor: false, RoleArn: not null, Profile: null }
            ? new RestoreTargetAccount(new AccountSession(access, _time, Session))
            : throw new ArgumentException("The role of another account is taken on by the session of the vault account: by no profile, and without a second factor.", nameof(access));
    }
}
