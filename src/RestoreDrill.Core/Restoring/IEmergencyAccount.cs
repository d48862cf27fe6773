using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Restoring;

/// <summary>
/// The vault account of an emergency restore, in the role <c>restoredrill-restore</c>, which a person takes on with a second factor. It has no way to delete, stop or rename anything; what it
/// copies, it copies out of the vault.
/// </summary>
public interface IEmergencyAccount : IRestoringAccount, ICopyJobs
{
    /// <summary>Whether the role's session has ended, or is about to: until somebody signs in, each call is refused as one without credentials.</summary>
    bool NeedsSignIn { get; }

    /// <summary>Takes the role on with a code of the person's device, unless its session has time left. Never part of a call: a person may take as long as they need.</summary>
    /// <exception cref="CloudException">AWS did not take it; nothing else was asked.</exception>
    Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken);
}
