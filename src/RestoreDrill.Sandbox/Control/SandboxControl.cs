using System.Globalization;
using System.IO.Enumeration;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Control.Damaging;
using RestoreDrill.Sandbox.Iam.Mfa;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Kms.Keys;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Rds.Instances;

namespace RestoreDrill.Sandbox.Control;

/// <summary>What can be done to a sandbox that nobody could do to AWS. The same over HTTP below <c>/control</c>: see docs/sandbox.md.</summary>
public sealed class SandboxControl
{
    private readonly StateDirectory directory;
    private readonly SandboxClock clock;
    private readonly FaultPlan faults;
    private readonly Stalls stalls;
    private readonly FullDisks disks;
    private readonly CallLog log;
    private readonly PermissionLog permissions;
    private readonly Installations installations;
    private readonly SecondFactor factor;
    private readonly AccountStates states;
    private readonly KeyRing keys;
    private readonly InstanceServers servers;
    private readonly EmptyPages empties;
    private readonly SnapshotDamager damager;

    internal SandboxControl(
        StateDirectory directory, SandboxClock clock, FaultPlan faults, Stalls stalls, FullDisks disks, CallLog log, PermissionLog permissions, Installations installations,
        SecondFactor factor, AccountStates states, KeyRing keys, InstanceServers servers, EmptyPages empties)
    {
        (this.directory, this.clock, this.faults, this.stalls, this.disks) = (directory, clock, faults, stalls, disks);
        (this.log, this.permissions, this.installations, this.factor) = (log, permissions, installations, factor);
        (this.states, this.keys, this.servers, this.empties) = (states, keys, servers, empties);
        damager = new SnapshotDamager(states, directory);
    }

    /// <summary>The time of resources and sessions.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The calls received, oldest first.</summary>
    public IReadOnlyList<LoggedCall> Calls => log.All();

    /// <summary>The permissions that calls have asked for, those included that an AWS service asked for in a caller's name.</summary>
    public IReadOnlyList<PermissionAsked> Permissions => permissions.All();

    /// <summary>What the virtual MFA devices of the accounts' users show at this moment.</summary>
    public IReadOnlyList<MfaCode> MfaCodes => factor.Codes();

    /// <summary>Gives the roles what the shipped policies give an installation of that id; kept in the state directory.</summary>
    /// <exception cref="ArgumentException">No installation may have that id.</exception>
    public void Install(string installation) => installations.Add(installation);

    /// <summary>Moves the time of resources and sessions ahead, for good. Signatures are still held against the host's clock.</summary>
    public void Advance(TimeSpan by)
    {
        clock.Advance(by);
        PrivateFile.Write(directory.ClockFile, clock.Offset.ToString("c", CultureInfo.InvariantCulture));
    }

    /// <summary>Sets AWS's clock apart from the host's, which to a client looks as if its own host's clock were wrong.</summary>
    public void SetSkew(TimeSpan skew) => clock.Skew = skew;

    /// <summary>Makes the next calls run into a fault.</summary>
    public void Fail(CallFault fault) => faults.Add(fault);

    /// <summary>Answers <c>Throttling</c> to the next calls, or to a share of all calls until that is cleared.</summary>
    public void Throttle(int? times, string action = "*", double share = 1) => faults.Add(CallFault.Throttling(times, action, share));

    public void ClearFaults() => faults.Clear();

    /// <summary>Keeps resources in the status they are in, or will be in.</summary>
    public void Stall(Stall stall) => stalls.Add(stall);

    /// <summary>Ends the stalls of that name, or all.</summary>
    public void Release(string? name = null) => stalls.Release(name);

    /// <summary>Puts an empty page with a token before each page of AWS Organizations' lists, or stops doing so; not kept over a restart.</summary>
    public void GiveEmptyPages(bool areOn) => empties.AreOn = areOn;

    public void ClearCalls() => log.Clear();

    /// <summary>Sets a key's state: <c>Enabled</c>, <c>Disabled</c> or <c>PendingDeletion</c>.</summary>
    /// <exception cref="ArgumentException">There is no such key or state.</exception>
    public void SetKeyState(string account, string region, string key, string state)
    {
        var found = keys.Find(Account.Named(account).Id, region, key) ?? throw new ArgumentException($"There is no key '{key}' in {account}, {region}.");
        if (!KeyState.IsOne(state))
        {
            throw new ArgumentException($"A key's state is Enabled, Disabled or PendingDeletion, not '{state}'.");
        }

        keys.SetState(found, state);
    }

    /// <summary>Sets an account's quotas; null leaves one as it is.</summary>
    public void SetQuotas(string account, int? manualSnapshots = null, int? copiesInFlight = null, int? instances = null, int? attachedPolicies = null)
    {
        lock (states.Gate)
        {
            var state = states.Of(Account.Named(account).Id);
            state.Quotas = new Quotas
            {
                ManualSnapshots = manualSnapshots ?? state.Quotas.ManualSnapshots,
                CopiesInFlight = copiesInFlight ?? state.Quotas.CopiesInFlight,
                Instances = instances ?? state.Quotas.Instances,
                AttachedPolicies = attachedPolicies ?? state.Quotas.AttachedPolicies,
            };
            states.Save(state);
        }
    }

    /// <summary>Spoils a snapshot that is available; says in a sentence what was done to it.</summary>
    /// <exception cref="ArgumentException">There is no such snapshot, or the damage lacks what it needs.</exception>
    /// <exception cref="InvalidOperationException">The snapshot holds nothing that the damage could strike.</exception>
    public Task<string> DamageAsync(SnapshotDamage damage, CancellationToken ct) => damager.DamageAsync(damage, ct);

    /// <summary>Puts back what a snapshot was before its first damage. Does nothing where there was none.</summary>
    /// <exception cref="ArgumentException">There is no such snapshot.</exception>
    public Task RepairAsync(string snapshot, string account, CancellationToken ct) => damager.RepairAsync(account, snapshot, ct);

    /// <summary>Kills the server of an instance (<c>kill -9</c>) and starts it again, with crash recovery; its status stays as it is.</summary>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public async Task CrashAsync(string instance, string account, CancellationToken ct)
    {
        var cluster = ClusterOf(instance, account);
        await cluster.CrashAsync(ct);
        await cluster.StartAsync(ct);
    }

    /// <summary>A statement as AWS's own superuser, for what a customer can do on RDS and not here, such as making an event trigger.</summary>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public async Task ExecuteAsync(string instance, string account, string database, string statement, CancellationToken ct)
    {
        await using var session = await ClusterOf(instance, account).ConnectAsAdminAsync(database, ct);
        await Sql.ExecuteAsync(session, statement, ct);
    }

    /// <summary>Fills the disk of instances, those that are there and those to come.</summary>
    public async Task FillDiskAsync(FullDisk disk, CancellationToken ct)
    {
        disks.Add(disk);
        List<DbInstance> there;
        lock (states.Gate)
        {
            there = [.. states.All.SelectMany(state => state.Instances)
                .Where(instance => instance.Status == InstanceStatus.Available && disks.Find(instance.AccountId, instance.Identifier) == disk)];
        }

        foreach (var instance in there)
        {
            if (servers.Find(instance) is { } cluster)
            {
                await FullDisks.FillAsync(cluster, ct);
            }

            if (disk.ShowStatus)
            {
                lock (states.Gate)
                {
                    instance.Status = InstanceStatus.StorageFull;
                    states.Save(states.Of(instance.AccountId));
                }
            }
        }
    }

    /// <summary>Gives the instances of that name, or all, room on their disks again; undoes <see cref="FillDiskAsync"/>.</summary>
    /// <param name="name">The name or pattern that was filled; null for all.</param>
    /// <param name="ct">Cancels between two instances.</param>
    public async Task FreeDiskAsync(string? name, CancellationToken ct)
    {
        disks.Remove(name);
        List<DbInstance> there;
        lock (states.Gate)
        {
            there = [.. states.All.SelectMany(state => state.Instances)
                .Where(instance => (name is null || FileSystemName.MatchesSimpleExpression(name, instance.Identifier))
                    && instance.Status is (InstanceStatus.Available or InstanceStatus.StorageFull)
                    && disks.Find(instance.AccountId, instance.Identifier) is null)];
        }

        foreach (var instance in there)
        {
            if (servers.Find(instance) is { } cluster)
            {
                await FullDisks.FreeAsync(cluster, ct);
            }

            lock (states.Gate)
            {
                if (instance.Status == InstanceStatus.StorageFull)
                {
                    instance.Status = InstanceStatus.Available;
                    states.Save(states.Of(instance.AccountId));
                }
            }
        }
    }

    /// <summary>Why instances and snapshots are in a bad status, by ARN; what AWS would only tell in its events.</summary>
    public IReadOnlyDictionary<string, string> Reasons()
    {
        lock (states.Gate)
        {
            return states.All.SelectMany(state => state.Instances.Select(i => (Arn: i.Arn.ToString(), i.StatusReason))
                    .Concat(state.Snapshots.Select(s => (Arn: s.Arn.ToString(), s.StatusReason))))
                .Where(resource => resource.StatusReason is not null)
                .ToDictionary(resource => resource.Arn, resource => resource.StatusReason!);
        }
    }

    private PostgresCluster ClusterOf(string identifier, string account)
    {
        lock (states.Gate)
        {
            return states.Of(Account.Named(account).Id).Instances.Find(instance => instance.Identifier == identifier) is { } found && servers.Find(found) is { } cluster
                ? cluster
                : throw new ArgumentException($"There is no instance '{identifier}' with a server in the account {account}.");
        }
    }
}
