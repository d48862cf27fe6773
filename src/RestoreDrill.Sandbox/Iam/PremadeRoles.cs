using System.Security.Cryptography;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Iam.InlinePolicies;
using RestoreDrill.Sandbox.Iam.ManagedPolicies;
using RestoreDrill.Sandbox.Iam.Mfa;
using RestoreDrill.Sandbox.Iam.Roles;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>
/// What an account has at its first start: the roles that RestoreDrill works in, with the policies that it ships, a role for AWS Backup to work in, AWS Backup's
/// own, the one that lets the management account in, and its administrator's MFA device. Several installations share the roles, so that each has the shipped policy once for each installation.
/// </summary>
/// <param name="shipped">The policies.</param>
/// <param name="clock">The time of what is made.</param>
/// <param name="restoreInto">The account that has a role for emergency restores of the vault account's copies; null: none has.</param>
/// <param name="areWanted">Whether there are roles beside AWS Backup's own and the organisation's, which come to an account without anybody's doing.</param>
internal sealed class PremadeRoles(ShippedPolicies shipped, SandboxClock clock, Account? restoreInto, bool areWanted)
{
    public const string Restore = "restoredrill-restore";

    /// <summary>What the role of emergency restores takes on in another account.</summary>
    public const string RestoreTarget = "restoredrill-restore-target";

    private const int SecretLength = 20;

    private readonly (string Name, Account Account)[] premade =
    [
        ("restoredrill-source", Account.Source), ("restoredrill-vault", Account.Vault), ("restoredrill-drill", Account.Vault), (Restore, Account.Vault),
        .. restoreInto is null ? Array.Empty<(string, Account)>() : [(RestoreTarget, restoreInto)],
    ];

    /// <summary>
    /// Gives an account what it has at its first start. Later ones bring the policies of its pre-made roles up to what is shipped now, unless a call has changed
    /// them since.
    /// </summary>
    public void Furnish(AccountState state)
    {
        if (state.Iam.IsFurnished)
        {
            Renew(state.Iam);
            return;
        }

        var account = Account.Named(state.AccountId);
        state.Iam.IsFurnished = true;
        state.Iam.Roles.Add(BackupsOwn(account));
        if (account != Account.Management)
        {
            state.Iam.Roles.Add(OrganisationsOwn(account));
        }

        state.Iam.MfaDevices.Add(new MfaDevice
        {
            AccountId = account.Id, UserArn = CredentialStore.AdministratorOf(account), Secret = RandomNumberGenerator.GetBytes(SecretLength),
        });
        if (areWanted)
        {
            state.Iam.Roles.Add(Role(account, BackupServiceRole.Name, new TrustPolicy(BackupServiceRole.Trust), BackupServiceRole.Policies));
            state.Iam.Roles.AddRange(premade.Where(role => role.Account == account).Select(role => Role(account, role.Name, TrustOf(role.Name))));
        }
    }

    /// <summary>Gives an account's pre-made roles what the shipped policies give an installation, once.</summary>
    public void Install(AccountState state, string installation)
    {
        if (state.Iam.Installations.Contains(installation))
        {
            return;
        }

        state.Iam.Installations.Add(installation);
        foreach (var role in OfInstallations(state.Iam))
        {
            role.InlinePolicies.Add(PolicyOf(role, installation));
        }
    }

    private IEnumerable<IamRole> OfInstallations(IamState iam) => iam.Roles.Where(role => role.IsPremade && premade.Any(one => one.Name == role.Name));

    private void Renew(IamState iam)
    {
        foreach (var role in OfInstallations(iam))
        {
            role.Trust = role.Trust.IsShipped ? TrustOf(role.Name) : role.Trust;
            for (var i = 0; i < role.InlinePolicies.Count; i++)
            {
                if (role.InlinePolicies[i].Installation is { } installation)
                {
                    role.InlinePolicies[i] = PolicyOf(role, installation);
                }
            }
        }
    }

    private TrustPolicy TrustOf(string role) => new(shipped.Filled(role + ".trust"), IsShipped: true);

    private InlinePolicy PolicyOf(IamRole role, string installation) =>
        new($"{role.Name}-{installation}", shipped.Filled(role.Name, installation), installation);

    private IamRole Role(Account account, string name, TrustPolicy trust, params IEnumerable<InlinePolicy> policies) => new()
    {
        AccountId = account.Id,
        Name = name,
        Id = "AROA" + Identifiers.Derived(IamRole.ArnOf(account.Id, "/", name), 17),
        CreatedAt = clock.GetUtcNow(),
        IsPremade = true,
        Trust = trust,
        InlinePolicies = [.. policies],
    };

    /// <summary>The role by which the management account enters accounts that were made in its organisation (Organizations user guide, "Accessing member accounts").</summary>
    private IamRole OrganisationsOwn(Account account)
    {
        const string Name = "OrganizationAccountAccessRole";
        return new IamRole
        {
            AccountId = account.Id,
            Name = Name,
            Id = "AROA" + Identifiers.Derived(IamRole.ArnOf(account.Id, "/", Name), 17),
            CreatedAt = clock.GetUtcNow(),
            Trust = new TrustPolicy(
                $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{Account.Management.Id}}}:root"},"Action":"sts:AssumeRole"}}"""),
            AttachedPolicies = [ManagedPolicy.All.Single(static policy => policy.Name == "AdministratorAccess").Arn],
        };
    }

    /// <summary>The role that AWS Backup makes for itself (AWS Backup developer guide, "Using service-linked roles").</summary>
    private IamRole BackupsOwn(Account account)
    {
        const string Name = "AWSServiceRoleForBackup";
        var path = $"/aws-service-role/{BackupServiceRole.Service}/";
        return new IamRole
        {
            AccountId = account.Id,
            Path = path,
            Name = Name,
            Id = "AROA" + Identifiers.Derived(IamRole.ArnOf(account.Id, path, Name), 17),
            CreatedAt = clock.GetUtcNow(),
            Trust = new TrustPolicy(BackupServiceRole.Trust),
            AttachedPolicies = [ManagedPolicy.All.Single(static policy => policy.IsForServiceLinkedRoles).Arn],
        };
    }
}
