using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails;

/// <summary>Asks the guard rails' questions one after the other.</summary>
/// <param name="options">The configuration.</param>
/// <param name="roles">The ARNs of RestoreDrill's roles in the vault account.</param>
/// <param name="source">The source account.</param>
/// <param name="vault">The vault account.</param>
/// <param name="isolation">What the vault account can be asked about its own isolation.</param>
/// <param name="store">Our records.</param>
/// <param name="time">The clock.</param>
public sealed class GuardRailLook(
    InstallationOptions options, IReadOnlyList<string> roles, ISourceAccount source, IVaultAccount vault, IIsolation isolation, IRunStore store, TimeProvider time) : IGuardRails
{
    public async Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken)
    {
        var answers = new List<GuardRailAnswer>();
        foreach (var rule in OfAccounts())
        {
            answers.Add(await AskAsync(rule, cancellationToken).ConfigureAwait(false));
        }

        foreach (var database in options.Databases.Where(database => databases.Contains(database.Name)))
        {
            foreach (var rule in Of(database))
            {
                answers.Add(await AskAsync(rule, cancellationToken).ConfigureAwait(false) with { Database = database.Name });
            }
        }

        return answers;
    }

    private static async Task<GuardRailAnswer> AskAsync(IGuardRailRule rule, CancellationToken cancellationToken)
    {
        try
        {
            return await rule.AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CloudException or StoreUnavailableException or InvalidDataException)
        {
            return GuardRailAnswer.NotCheckable(rule.Rail, e.Message);
        }
        catch (FormatException e)
        {
            return GuardRailAnswer.NotCheckable(rule.Rail, $"a policy cannot be read: {e.Message}");
        }
    }

    private IGuardRailRule[] OfAccounts() =>
    [
        new AccountsApartRule(options, source, vault, isolation),
        new OrganisationRule(options, isolation),
        new ServiceControlRule(options, roles, isolation),
        new TrustRule(options, roles, isolation),
        new RolePoliciesRule(roles, isolation),
        new VaultLockRule(options, vault, time),
        new VaultPolicyRule(options, isolation),
        new VaultKeyRule(options, vault),
        new CopiesPrivateRule(options, vault, isolation),
    ];

    private IGuardRailRule[] Of(ProtectedDatabase database)
    {
        var copies = new RecordedCopies(options, database, vault, store);
        return
        [
            new CopiesOutliveDrillsRule(options, database, vault, copies, time),
            new SourceProtectedRule(database, source),
            new NewestCopyRule(database, copies, time),
            new NewestProofRule(database, store, time),
        ];
    }
}
