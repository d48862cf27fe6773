using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Installation;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;
using RestoreDrill.Isolation.Items;

namespace RestoreDrill.Isolation;

/// <summary>
/// The isolation of the vault account, looked at and made with the management account's credentials, by a person. Nothing of it is in Terraform, and nothing that RestoreDrill
/// runs by itself has a way to it. It removes nothing, and detaches nothing.
/// </summary>
public sealed class IsolationSetup : IDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IsolationAccounts _accounts;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<IIsolationItem> _items;

    private IsolationSetup(IsolationOptions options, TimeProvider time)
    {
        _time = time;
        _accounts = new IsolationAccounts(options, time);
        _items = Items(options);
    }

    /// <summary>Opening sends nothing.</summary>
    /// <exception cref="ArgumentException">The options have not the form they need.</exception>
    public static IsolationSetup Open(IsolationOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new IsolationSetup(options, time);
    }

    /// <summary>How every part stands. Changes nothing.</summary>
    /// <exception cref="CloudException">AWS did not answer. A part that it refuses to show is one for a person.</exception>
    public async Task<IsolationPlan> LookAsync(CancellationToken cancellationToken)
    {
        var looks = new List<IsolationItem> { await LookAtAsync(_items[0], cancellationToken) };
        foreach (var item in _items.Skip(1))
        {
            looks.Add(looks[0].Look.State == ItemState.Done
                ? await LookAtAsync(item, cancellationToken)
                : Shown(item, ItemLook.NotLookedAt($"{_items[0].Id} has to be right first")));
        }

        return new IsolationPlan(looks);
    }

    /// <summary>
    /// Makes what is not there yet, in order, each only after what comes before it is as it should be. Nothing is begun where a person has to act first. May be
    /// repeated after it ended in any way, and goes on then.
    /// </summary>
    /// <returns>How it ended, and how every part stands since.</returns>
    /// <exception cref="CloudException">AWS refused a change, or did not answer: what was made stays, and the next call goes on.</exception>
    public async Task<(ApplyEnd End, IsolationPlan Plan)> ApplyAsync(IApplyDialog dialog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var plan = await LookAsync(cancellationToken);
        if (plan.IsDone || plan.NeedsPerson)
        {
            return (plan.IsDone ? ApplyEnd.Done : ApplyEnd.NeedsPerson, plan);
        }

        if (!await dialog.ConfirmAsync(plan, cancellationToken))
        {
            return (ApplyEnd.NotConfirmed, plan);
        }

        for (var i = 0; i < _items.Count; i++)
        {
            // What the last one freezes is looked at once more before.
            var before = i == _items.Count - 1 ? await LookAsync(cancellationToken) : null;
            var item = before?.Items[i] ?? await LookAtAsync(_items[i], cancellationToken);
            if (item.Look.State == ItemState.NeedsPerson || before?.Items.Take(i).All(static one => one.Look.State == ItemState.Done) == false)
            {
                return (ApplyEnd.Stopped, await LookAsync(cancellationToken));
            }

            if (item.Look.State == ItemState.Done)
            {
                continue;
            }

            if (item.Irreversible is not null && !await dialog.ConfirmIrreversibleAsync(item, cancellationToken))
            {
                return (ApplyEnd.IrreversibleNotConfirmed, await LookAsync(cancellationToken));
            }

            var made = await MakeAsync(_items[i], cancellationToken);
            dialog.Made(made);
            if (made.Look.State != ItemState.Done)
            {
                // A policy that freezes what does not show yet could never be taken back.
                return (ApplyEnd.Stopped, await LookAsync(cancellationToken));
            }
        }

        plan = await LookAsync(cancellationToken);
        return (plan.IsDone ? ApplyEnd.Done : ApplyEnd.Stopped, plan);
    }

    public void Dispose() => _accounts.Dispose();

    private static IsolationItem Shown(IIsolationItem item, ItemLook look) => new(item.Id, item.Account, item.Says, item.Irreversible, look);

    /// <summary>AWS may show what was made a moment later.</summary>
    private async Task<IsolationItem> MakeAsync(IIsolationItem item, CancellationToken cancellationToken)
    {
        try
        {
            await item.MakeAsync(cancellationToken);
        }
        catch (CloudException e) when (e.Fault == CloudFault.AlreadyExists)
        {
            // Its answer was lost, and the SDK asked again: it is there. Where more is to be made after it, that is made now.
            if ((await LookAtAsync(item, cancellationToken)).Look.State != ItemState.Done)
            {
                await item.MakeAsync(cancellationToken);
            }
        }

        var made = _time.GetTimestamp();
        while (true)
        {
            var shown = await LookAtAsync(item, cancellationToken);
            if (shown.Look.State is ItemState.Done or ItemState.NeedsPerson || _time.GetElapsedTime(made) > Settling)
            {
                return shown;
            }

            await Task.Delay(Pause, _time, cancellationToken);
        }
    }

    private async Task<IsolationItem> LookAtAsync(IIsolationItem item, CancellationToken cancellationToken)
    {
        try
        {
            var look = await item.LookAsync(cancellationToken);
            if (look.State == ItemState.ToDo && item.Account == "vault" && look.Needs.Count > 0 && await ForbiddenAsync(look, cancellationToken) is { Count: > 0 } forbidden)
            {
                look = ItemLook.NeedsPerson(look.Found, [.. look.Changes, .. forbidden]);
            }

            return Shown(item, look);
        }
        catch (FormatException e)
        {
            return Shown(item, ItemLook.NeedsPerson($"a policy document that is there cannot be read: {e.Message}", "correct it by hand: what cannot be read is not for us to overwrite"));
        }
        catch (CloudException e) when (e.Fault == CloudFault.AccessDenied)
        {
            // The other parts are told all the same. Who cannot be reached, or takes nobody's credentials, has no answer for any of them.
            return Shown(item, ItemLook.NeedsPerson($"not known, since it cannot be looked at: {e.Message}", "let the credentials look at it, or, where it is somebody else's, name another"));
        }
    }

    /// <summary>The service control policies that forbid what a change in the vault account takes. Those of the source account are not ours, and AWS names them itself.</summary>
    private async Task<IReadOnlyList<string>> ForbiddenAsync(ItemLook look, CancellationToken cancellationToken)
    {
        var path = await _accounts.Organisation.PathAsync(cancellationToken);
        return
        [
            .. from target in path
               from policy in target.Policies
               let denied = Denied(policy, look.Needs)
               where denied.Count > 0
               select $"but service control policy {policy.Name} at {target.Id} denies {string.Join(", ", denied)}: a person has to detach it first, apply, and attach it again; RestoreDrill has no code that detaches",
        ];
    }

    private static List<string> Denied(AttachedPolicy policy, IReadOnlyList<NeededAction> needs)
    {
        var denials = PolicyText.Parse(policy.Document).Statements.Where(static statement => statement is { IsDeny: true, Condition: null }).ToList();
        return [.. needs.Where(need => denials.Exists(denial => denial.IsAbout(need.Action) && denial.IsOn(need.Resource))).Select(static need => need.Action)];
    }

    private IReadOnlyList<IIsolationItem> Items(IsolationOptions options)
    {
        var (vaultKeys, vaultVaults, vaultRoles) = (new MemberKeys(_accounts.Vault), new MemberVaults(_accounts.Vault), new MemberRoles(_accounts.Vault));
        var (keysInSource, vaultsInSource, rolesInSource) = (new MemberKeys(_accounts.Source), new MemberVaults(_accounts.Source), new MemberRoles(_accounts.Source));
        var vaultKey = new VaultKey(options, vaultKeys);
        var sourceKeys = new SourceKeys(options, _accounts.Source, keysInSource);
        var values = new PolicyValues(options, vaultKey, sourceKeys);
        return
        [
            new OrganisationItem(options, _accounts.Management, _accounts.Organisation),
            new PolicyTypeItem(_accounts.Organisation),
            new BackupAccessItem(_accounts.Organisation),
            new CrossAccountItem(_accounts.Organisation),
            new UnitItem(options, _accounts.Organisation),
            new DelegationItem(_accounts.Organisation, values),
            new VaultKeyItem(options, vaultKeys, vaultKey, values),
            new VaultItem(options, vaultVaults, vaultKey),
            .. options.Facts is { } facts ? [new FactBucketItem(options.Region, InstallationId.Parse(options.Installation), facts, new MemberBuckets(_accounts.Vault))] : Array.Empty<IIsolationItem>(),
            new SourceVaultItem(options, vaultsInSource),
            new SourceKeysItem(sourceKeys, keysInSource, values),
            new BackupRoleItem("role-backup", "source", options.BackupRoleArn, "RestoreDrill:Backup:RoleArn", rolesInSource),
            new RoleItem(options, "source", options.SourceRoleArn, "restoredrill-source", options.ServiceRoleArn, rolesInSource, values),
            new RoleItem(options, "vault", options.CopyRoleArn, "restoredrill-vault", options.ServiceRoleArn, vaultRoles, values),
            new RoleItem(options, "vault", options.DrillRoleArn, "restoredrill-drill", options.ServiceRoleArn, vaultRoles, values),
            .. options.Restore is { } restore
                ? [new RoleItem(options, "vault", restore.RoleArn, "restoredrill-restore", "users of the vault account with a second factor", vaultRoles, values)]
                : Array.Empty<IIsolationItem>(),
            .. options.Restore?.Account is { } target
                ? [new BackupRoleItem("role-copy-back", "vault", target.CopyRoleArn, "RestoreDrill:Restore:Account:CopyRoleArn", vaultRoles)]
                : Array.Empty<IIsolationItem>(),
            new LockItem(options, vaultVaults, _time),
            new VaultPolicyItem(options, vaultVaults, values),
            new ServiceControlItem(options, _accounts.Organisation, values),
        ];
    }
}
