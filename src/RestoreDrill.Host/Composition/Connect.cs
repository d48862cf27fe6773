using RestoreDrill.Aws;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Facts;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.GuardRails;
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
        EmergencyPortsOf,
        static (options, surroundings) => IsolationSetup.Open(options, surroundings.Time));

    private static Ports PortsOf(Configured configured, Surroundings surroundings)
    {
        var store = new Lazy<RecordsStore>(() => RecordsStore.Open(configured.Store.Reveal()));
        var source = new Lazy<ISourceAccount>(() => AwsAccounts.OpenSource(AccessOf(configured.Source), surroundings.Time));
        var facts = new Lazy<IFactStore>(() => FactsOf(configured, configured.Vault, surroundings.Time));
        var vault = new Lazy<IVaultAccount>(() => AwsAccounts.OpenVault(AccessOf(configured.Vault), surroundings.Time));
        return new Ports(
            runs: () => store.Value,
            imports: () => store.Value,
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
                new VaultRoles([configured.Vault.RoleArn, configured.Drill.RoleArn], configured.Restore?.RoleArn),
                new GuardRailPorts
                {
                    Source = source.Value,
                    Vault = vault.Value,
                    Isolation = AwsAccounts.OpenIsolation(AccessOf(configured.Vault), surroundings.Time),
                    Facts = configured.Installation.Facts is null ? null : facts.Value,
                    StateBucket = AwsAccounts.OpenStateBucket(AccessOf(configured.Source), configured.Installation.Source.AccountId, surroundings.Time),
                    StateFiles = new StateFiles(),
                    Store = store.Value,
                },
                surroundings.Time),
            guardRailLog: () => store.Value,
            factsOfCopies: () => facts.Value,
            factsOfDrills: () => FactsOf(configured, configured.Drill, surroundings.Time),
            readers: () => ReadersOf(configured.Installation, surroundings.Time, () => source.Value),
            close: () => store.IsValueCreated ? store.Value.DisposeAsync() : ValueTask.CompletedTask);
    }

    private static FactBucket FactsOf(Configured configured, RoleAccess role, TimeProvider time) => AwsAccounts.OpenFacts(
        AccessOf(role), configured.Installation.Facts ?? throw new InvalidOperationException("The configuration names no store of facts (RestoreDrill:Facts)."), time);

    private static EmergencyPorts EmergencyPortsOf(RestoreConfigured configured, Surroundings surroundings)
    {
        var account = AwsAccounts.OpenEmergency(AccessOf(configured.Access), surroundings.Time);
        return new EmergencyPorts(
            account,
            configured.Target is { } target ? account.OpenTarget(AccessOf(target)) : null,
            configured.Options.Facts is { } facts ? account.OpenFacts(facts) : null,
            ReadersOf(configured.Options, surroundings.Time, static () => throw new InvalidOperationException("An emergency restore asks the source account nothing.")));
    }

    private static DatabaseReaders ReadersOf(InstallationOptions options, TimeProvider time, Func<ISourceAccount> source)
    {
        var limits = new ReaderOptions { StatementLimit = options.Timing.Verify };
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
        NeedsSecondFactor = role.NeedsSecondFactor,
        MfaDevice = role.MfaDevice,
        Endpoint = role.Endpoint,
    };
}
