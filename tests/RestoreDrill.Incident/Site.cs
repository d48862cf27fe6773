using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Incident.Destruction;

namespace RestoreDrill.Incident;

/// <summary>Production with a copy in the locked vault, in accounts that <c>isolation apply</c> has isolated.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Installation = "incident";
    public const string Instance = "courses-prod";
    public const string ManualSnapshot = "courses-prod-before-migration";

    private readonly SandboxHost _sandbox;
    private readonly OwnStore _store;
    private readonly Cloud _cloud;
    private readonly SandboxAccess _access;

    private Site(SandboxHost sandbox, OwnStore store)
    {
        (_sandbox, _store, _access) = (sandbox, store, SandboxAccess.To(sandbox));
        _cloud = new Cloud(_access);
        Workbench = new Workbench(_access, _cloud, Installation, store.ConnectionString, new ProtectedInstance("courses", Instance, "OldRows"));
        Source = Administrator("source");
        Vault = Administrator("vault");
        Management = Administrator("management");
    }

    public Workbench Workbench { get; }

    /// <summary>The source account's administrator.</summary>
    public Hands Source { get; }

    /// <summary>The vault account's administrator.</summary>
    public Hands Vault { get; }

    /// <summary>The management account's administrator, who is no attacker here: nothing binds that account.</summary>
    public Hands Management { get; }

    public static async Task<Site> PrepareAsync()
    {
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Installations = [Installation] }, CancellationToken.None);
        var site = new Site(sandbox, await OwnStore.StartAsync());
        await site._cloud.PrepareVaultAsync();
        await site._cloud.CreateInstanceAsync(Instance, "alias/restoredrill", SampleSize.Small);
        await site.Source.Rds.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = Instance, DeletionProtection = true, ApplyImmediately = true });
        await site.Source.Rds.CreateDBSnapshotAsync(new CreateDBSnapshotRequest { DBInstanceIdentifier = Instance, DBSnapshotIdentifier = ManualSnapshot });
        site.Workbench.CopyByBackup();
        site.Workbench.KeepFacts();
        site.Workbench.AllowRestores();
        (await site.Workbench.RunAsync("db", "migrate")).MustExit(0);
        return site;
    }

    /// <summary>Where the person on call sits.</summary>
    public OnCallDesk OpenDesk() => OnCallDesk.Of(Workbench, _sandbox.Control);

    /// <summary>Lets time go by in AWS.</summary>
    public void Advance(TimeSpan by) => _sandbox.Control.Advance(by);

    /// <summary>One of RestoreDrill's roles, taken on by whoever runs the service.</summary>
    public async Task<Hands> RoleAsync(string account, string role)
    {
        var session = await Vault.Sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{account}:role/{role}", RoleSessionName = "incident", ExternalId = _access.ExternalId });
        return new Hands(role, _access, new SessionAWSCredentials(session.Credentials.AccessKeyId, session.Credentials.SecretAccessKey, session.Credentials.SessionToken));
    }

    /// <summary>The role of emergency restores, taken on by a person who has the device of the vault account's administrator at hand.</summary>
    public async Task<Hands> PersonAsync(string account)
    {
        const string role = "restoredrill-restore";
        var shown = _sandbox.Control.MfaCodes.Single(code => code.Account == account);
        var session = await Vault.Sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{account}:role/{role}", RoleSessionName = "incident", SerialNumber = shown.SerialNumber, TokenCode = shown.Code });
        return new Hands(role, _access, new SessionAWSCredentials(session.Credentials.AccessKeyId, session.Credentials.SecretAccessKey, session.Credentials.SessionToken));
    }

    public async ValueTask DisposeAsync()
    {
        Source.Dispose();
        Vault.Dispose();
        Management.Dispose();
        await Workbench.DisposeAsync();
        _cloud.Dispose();
        await _store.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private Hands Administrator(string account) => new($"{account} administrator", _access, _access.CredentialsOf(account));
}
