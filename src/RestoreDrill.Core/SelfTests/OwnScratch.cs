using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.SelfTests;

/// <summary>
/// The scratch instance of one drill, as the only thing that may be damaged. There is no way to make one from a host's name: the endpoint is the one that the vault
/// account gave for the instance of this drill's name and tags, just now, and the password one that this process set on that instance and nowhere else.
/// </summary>
public sealed class OwnScratch
{
    private OwnScratch(InstanceLogin login, string? systemIdentifier) => (Login, SystemIdentifier) = (login, systemIdentifier);

    /// <summary>How it is reached.</summary>
    public InstanceLogin Login { get; }

    /// <summary>The cluster that has to answer; null where this user may not ask.</summary>
    public string? SystemIdentifier { get; }

    /// <summary>The scratch instance of a drill.</summary>
    /// <param name="instance">What a fresh Describe in the vault account gave.</param>
    /// <param name="options">The installation.</param>
    /// <param name="drill">The drill.</param>
    /// <param name="restored">The instance that the drill has restored and read: its ARN and endpoint.</param>
    /// <param name="password">The password that this process set on it.</param>
    /// <param name="identity">The cluster that the drill has read.</param>
    /// <exception cref="NotOursException">It is not this drill's, or not the one that was read; nothing was done to it.</exception>
    public static OwnScratch Of(
        CloudInstance instance, InstallationOptions options, RunId drill, (string? Arn, string? Host, int Port) restored, MasterPassword password, InstanceIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(identity);
        ScratchOwnership.Require(instance, options.Installation, drill);

        // arn:aws:rds:region:account:db:name
        var account = instance.Arn.Split(':') is [_, _, _, _, var id, ..] ? id : string.Empty;
        if (account != options.Vault.AccountId)
        {
            throw new NotOursException($"Instance {instance.Arn} is not in the vault account {options.Vault.AccountId}. Nothing was done to it.");
        }

        if (instance.Host is not { Length: > 0 } host || (instance.Arn, host, instance.Port) != restored)
        {
            throw new NotOursException(
                $"Instance {instance.Name} is {instance.Arn} at {instance.Host}:{instance.Port} now; this drill restored and read {restored.Arn} at {restored.Host}:{restored.Port}. Nothing was done to it.");
        }

        return new OwnScratch(new InstanceLogin(host, instance.Port, instance.MasterUser, password, options.Scratch.RootCertificate), identity.SystemIdentifier);
    }
}
