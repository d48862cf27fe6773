using RestoreDrill.Aws;
using RestoreDrill.Aws.Access;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Reading;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Running;
using RestoreDrill.Isolation;
using RestoreDrill.Records;
using RestoreDrill.Verification;
using RestoreDrill.Verification.Catalogs;
using RestoreDrill.Verification.SelfTests;
using RestoreDrill.Verification.Structures;

namespace RestoreDrill.Host.Composition;

/// <summary>The composition root: which class stands behind each port.</summary>
internal static class Connect
{
    public static Connector Real { get; } = new(
        PortsOf,
        static (role, surroundings) => AwsAccounts.OpenSource(AccessOf(role), surroundings.Time),
        static (options, surroundings) => IsolationSetup.Open(options, surroundings.Time));

    private static Ports PortsOf(Configured configured, Surroundings surroundings)
    {
        var store = new Lazy<RecordsStore>(() => RecordsStore.Open(configured.Store.Reveal()));
        var source = new Lazy<ISourceAccount>(() => AwsAccounts.OpenSource(AccessOf(configured.Source), surroundings.Time));
        var vault = new Lazy<IVaultAccount>(() => AwsAccounts.OpenVault(AccessOf(configured.Vault), surroundings.Time));
        return new Ports(
            runs: () => store.Value,
            openRuns: () => store.Value,
            incidents: () => store.Value,
            schedules: () => store.Value,
            sweeps: () => store.Value,
            schema: () => new StoreSchema(store.Value.Migrator),
            source: () => source.Value,
            vault: () => vault.Value,
            scratch: () => AwsAccounts.OpenScratch(AccessOf(configured.Drill), surroundings.Time),
            guardRails: () => new GuardRailLook(
                configured.Installation,
                [configured.Vault.RoleArn, configured.Drill.RoleArn],
                source.Value,
                vault.Value,
                AwsAccounts.OpenIsolation(AccessOf(configured.Vault), surroundings.Time),
                store.Value,
                surroundings.Time),
            readers: () => ReadersOf(configured, surroundings.Time, () => source.Value),
            close: () => store.IsValueCreated ? store.Value.DisposeAsync() : ValueTask.CompletedTask);
    }

    private static DatabaseReaders ReadersOf(Configured configured, TimeProvider time, Func<ISourceAccount> source)
    {
        var limits = new ReaderOptions { StatementLimit = configured.Installation.Timing.Verify };
        return new DatabaseReaders(
            new PostgresInstanceReader(time, limits),
            new PostgresCatalogReader(time, limits),
            new PostgresOldRowReader(time, limits),
            new PostgresStructureReader(time, limits),
            new PostgresFaultInjector(time, limits),
            new PostgresSourceExaminer(time, limits),
            new SourceLogins(source),
            new PostgresChainReader(time, limits));
    }

    private static AccountAccess AccessOf(RoleAccess role) => new()
    {
        Region = role.Region,
        Profile = role.Profile,
        CredentialsFile = role.CredentialsFile,
        RoleArn = role.RoleArn,
        ExternalId = role.ExternalId,
        Endpoint = role.Endpoint,
    };
}
