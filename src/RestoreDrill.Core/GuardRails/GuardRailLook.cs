using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails;

/// <summary>Asks the guard rails' questions one after the other.</summary>
/// <param name="options">The configuration.</param>
/// <param name="roles">RestoreDrill's roles in the vault account.</param>
/// <param name="ports">Whom the questions are put to.</param>
/// <param name="time">The clock.</param>
public sealed class GuardRailLook(
    InstallationOptions options,
    VaultRoles roles,
    GuardRailPorts ports,
    TimeProvider time) : IGuardRails
{
    public async Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken)
    {
        var answers = new List<GuardRailAnswer>(await LookAtAsync(GuardRailCatalog.All, cancellationToken).ConfigureAwait(false));
        foreach (var database in options.Databases.Where(database => databases.Contains(database.Name)))
        {
            foreach (var rule in Of(database))
            {
                answers.Add(await AskAsync(rule, cancellationToken).ConfigureAwait(false) with { Database = database.Name });
            }
        }

        return answers;
    }

    public async Task<IReadOnlyList<GuardRailAnswer>> LookAtAsync(IReadOnlyCollection<GuardRail> rails, CancellationToken cancellationToken)
    {
        var answers = new List<GuardRailAnswer>();
        foreach (var rule in OfAccounts().Where(rule => rails.Contains(rule.Rail)))
        {
            answers.Add(await AskAsync(rule, cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }

    private static async Task<GuardRailAnswer> AskAsync(IGuardRailRule rule, CancellationToken cancellationToken)
    {
        try
        {
            return await rule.AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CloudException or StoreUnavailableException or StoreSchemaException or InvalidDataException)
        {
            return GuardRailAnswer.NotCheckable(rule.Rail, e.Message);
        }
        catch (FormatException e)
        {
            return GuardRailAnswer.NotCheckable(rule.Rail, $"a policy cannot be read: {e.Message}");
        }
    }

    private IEnumerable<IGuardRailRule> OfAccounts()
    {
        var isolation = new AskedOnce(ports.Isolation);
        var key = new BackupVaultKey(options, ports.Vault);
        yield return new AccountsApartRule(options, ports.Source, ports.Vault, isolation);
        yield return new OrganisationRule(options, isolation);
        yield return new ServiceControlRule(options, roles.All, isolation);
        yield return new TrustRule(options, roles, isolation);
        yield return new RolePoliciesRule(roles.All, isolation);
        yield return new VaultLockRule(options, ports.Vault, time);
        yield return new VaultPolicyRule(options, isolation);
        yield return new VaultKeyRule(options, ports.Vault, key);
        yield return new KeyPolicyRule(options, roles.All, ports.Vault, key, isolation);
        yield return new CopiesPrivateRule(options, ports.Vault, isolation);
        yield return new FactStoreRule(options, ports.Facts);
        if (options.Guard is { Terraform.States.Count: > 0 } guard)
        {
            yield return new TerraformStatesRule(guard, ports.StateFiles, time);
        }

        if (options.Guard?.Terraform.StateBucket is { } bucket)
        {
            yield return new StateBucketRule(bucket, ports.StateBucket);
        }
    }

    private IGuardRailRule[] Of(ProtectedDatabase database)
    {
        var copies = new RecordedCopies(options, database, ports.Vault, ports.Store);
        return
        [
            new CopiesOutliveDrillsRule(options, database, ports.Vault, copies, time),
            new SourceProtectedRule(database, ports.Source),
            new NewestCopyRule(database, copies, time),
            new NewestProofRule(database, ports.Store, time),
        ];
    }
}
