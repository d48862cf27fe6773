using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Copying;
using RestoreDrill.Aws.Drilling;
using RestoreDrill.Aws.Facts;
using RestoreDrill.Aws.Isolation;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Aws;

/// <summary>
/// Opens the accounts. Opening sends nothing: what is wrong with credentials, role or endpoint shows at the first call, as a
/// <see cref="Core.Cloud.CloudException"/>.
/// </summary>
public static class AwsAccounts
{
    /// <summary>The source account, in the role <c>restoredrill-source</c>.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static SourceAccount OpenSource(AccountAccess access, TimeProvider? time = null) => new(Session(access, time));

    /// <summary>The vault account, in the role <c>restoredrill-vault</c>.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static VaultAccount OpenVault(AccountAccess access, TimeProvider? time = null) => new(Session(access, time));

    /// <summary>The vault account, in the role <c>restoredrill-drill</c>.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static ScratchAccount OpenScratch(AccountAccess access, TimeProvider? time = null) => new(Session(access, time));

    /// <summary>The vault account, in the role <c>restoredrill-restore</c>, which a person takes on: <see cref="EmergencyAccount.SignInAsync"/>.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static EmergencyAccount OpenEmergency(AccountAccess access, TimeProvider? time = null) => new(Session(access, time), time ?? TimeProvider.System);

    /// <summary>What the vault account can be asked about its own isolation, in the role <c>restoredrill-vault</c>.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static VaultIsolation OpenIsolation(AccountAccess access, TimeProvider? time = null) => new(Session(access, time));

    /// <summary>The source account's bucket of Terraform's state, in the role <c>restoredrill-source</c>.</summary>
    /// <param name="access">The role.</param>
    /// <param name="owner">The account that the bucket must belong to.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static StateBucket OpenStateBucket(AccountAccess access, string owner, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return new StateBucket(Session(access, time), owner);
    }

    /// <summary>The vault account's bucket of facts.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static FactBucket OpenFacts(AccountAccess access, FactStoreOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FactBucket(Session(access, time), options);
    }

    private static AccountSession Session(AccountAccess access, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(access);
        return new AccountSession(access, time ?? TimeProvider.System);
    }
}
