using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Facts;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The vault account as an emergency restore sees it.</summary>
public sealed class EmergencyAccount : RestoringAccount, IEmergencyAccount
{
    internal EmergencyAccount(AccountSession session)
        : base(session)
    {
    }

    public bool NeedsSignIn => Session.NeedsSignIn;

    public Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Session.SignInAsync(person, cancellationToken);
    }

    /// <summary>The bucket of facts over the same session: one code is for both.</summary>
    public FactBucket OpenFacts(FactStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FactBucket(Session, options);
    }
}
