using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Terraform;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.GuardRails;

public sealed class GuardRailLookTests
{
    private static readonly string[] OfDatabases = ["copies-outlive-drills", "source-protected", "newest-copy", "newest-proof"];

    private readonly MemoryIsolation _isolation = new();

    private readonly MemoryStates _states = new();

    [Fact]
    public async Task All_hold_where_the_accounts_are_as_they_should_be()
    {
        var answers = await LookAsync(await ProvenAsync());

        Assert.All(answers, static answer => Assert.True(answer.State == GuardRailState.Holds, $"{answer.Rail}: {answer.Found}"));
        Assert.Equal(GuardRailCatalog.All.Select(static rail => rail.Id), answers.Select(static answer => answer.Rail));
        Assert.All(answers, static answer => Assert.Equal(OfDatabases.Contains(answer.Rail) ? Sample.Database : null, answer.Database));
    }

    public static TheoryData<string, string> Layers => new()
    {
        { "accounts-apart", "management account" },
        { "organisation", "shares the unit" },
        { "service-control-policies", "backup:DeleteRecoveryPoint" },
        { "trust-policies", "of the source account" },
        { "role-policies", "restoredrill-drill may backup:DeleteRecoveryPoint, by its policy odd" },
        { "vault-lock", "governance mode" },
        { "vault-policy", "backup:DeleteRecoveryPoint" },
        { "vault-key", "about to be DELETED" },
        { "key-policy", "grant 0a1b (Decrypt, CreateGrant) gives arn:aws:iam::111111111111:root the key" },
        { "copies-private", "public" },
        { "fact-store", "has no Object Lock" },
        { "terraform-states", "prod.tfstate: " },
        { "terraform-state-bucket", "does not keep versions" },
        { "copies-outlive-drills", "MaximumProofAge" },
        { "source-protected", "no deletion protection" },
        { "newest-copy", "MaximumCopyAge" },
        { "newest-proof", "MaximumProofAge" },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task Layer_that_is_taken_away_breaks_the_guard_rail_of_its_name(string rail, string words)
    {
        var driven = await ProvenAsync();
        await TakeAwayAsync(driven, rail);

        var answer = Assert.Single(await LookAsync(driven), answer => answer.Rail == rail);

        Assert.Equal(GuardRailState.Broken, answer.State);
        Assert.Contains(words, answer.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organizations:DescribeOrganization", "accounts-apart", "organisation", "service-control-policies", "trust-policies")]
    [InlineData("organizations:ListPoliciesForTarget", "organisation", "service-control-policies")]
    [InlineData("iam:ListRoles", "trust-policies")]
    [InlineData("iam:ListRolePolicies", "role-policies")]
    [InlineData("backup:GetBackupVaultAccessPolicy", "vault-policy")]
    [InlineData("kms:GetKeyPolicy", "key-policy")]
    [InlineData("kms:ListGrants", "key-policy")]
    public async Task What_cannot_be_asked_is_not_checkable_and_spoils_no_other_answer(string refused, params string[] rails)
    {
        var driven = await ProvenAsync();
        _isolation.Refused.Add(refused);

        var answers = await LookAsync(driven);

        Assert.Equal(rails, answers.Where(static answer => answer.State != GuardRailState.Holds).Select(static answer => answer.Rail));
        Assert.All(answers.Where(answer => rails.Contains(answer.Rail)), answer =>
        {
            Assert.Equal(GuardRailState.NotCheckable, answer.State);
            Assert.Contains($"{refused} for it was refused", answer.Found, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Store_without_tables_leaves_what_needs_our_records_not_checkable_and_the_rest_as_it_is()
    {
        var driven = await ProvenAsync();
        driven.Store.IsAway = static _ => true;
        driven.Store.Trouble = static () => new StoreSchemaException("The store lacks tables.");

        var answers = await LookAsync(driven);

        var odd = answers.Where(static answer => answer.State != GuardRailState.Holds).ToList();
        Assert.Equal(["copies-outlive-drills", "newest-copy", "newest-proof"], odd.Select(static answer => answer.Rail));
        Assert.All(odd, static answer => Assert.Equal((GuardRailState.NotCheckable, "The store lacks tables."), (answer.State, answer.Found)));
    }

    [Fact]
    public async Task Installation_without_a_store_of_facts_has_a_broken_guard_rail()
    {
        var driven = await ProvenAsync();
        driven.Options = driven.Options with { Facts = null };

        Assert.Contains("no bucket is configured", Assert.Single(await LookAsync(driven), static answer => answer.State != GuardRailState.Holds).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bucket_that_can_be_looked_at_in_part_only_is_not_checkable()
    {
        var driven = await ProvenAsync();
        driven.Facts.Findings = driven.Facts.Findings with { HasVersions = null, NotCheckable = ["s3:GetBucketVersioning was refused"] };

        var answer = Assert.Single(await LookAsync(driven), static answer => answer.State != GuardRailState.Holds);

        Assert.Equal(("fact-store", GuardRailState.NotCheckable, "s3:GetBucketVersioning was refused"), (answer.Rail, answer.State, answer.Found));
    }

    [Theory]
    [InlineData("service-control-policies")]
    [InlineData("trust-policies")]
    [InlineData("vault-policy")]
    [InlineData("key-policy")]
    public async Task Policy_that_cannot_be_read_is_not_checkable(string rail)
    {
        var driven = await ProvenAsync();
        const string Unreadable = """{"Version":"2012-10-17","Statement":[{"Effect":"Perhaps","Action":"*"}]}""";
        _isolation.Path[1] = _isolation.Path[1] with { Policies = [new AttachedPolicy("odd", rail == "service-control-policies" ? Unreadable : Policies.Controls)] };
        _isolation.Trusts["restoredrill-drill"] = rail == "trust-policies" ? Unreadable : _isolation.Trusts["restoredrill-drill"];
        _isolation.VaultPolicy = rail == "vault-policy" ? Unreadable : _isolation.VaultPolicy;
        _isolation.KeyPolicy = rail == "key-policy" ? Unreadable : _isolation.KeyPolicy;

        var answer = Assert.Single(await LookAsync(driven), answer => answer.Rail == rail);

        Assert.Equal((GuardRailState.NotCheckable, "a policy cannot be read: a Statement has the Effect 'Perhaps'" + (rail == "trust-policies" ? " (trust policy of restoredrill-drill)" : "")), (answer.State, answer.Found));
    }

    [Theory]
    [InlineData("*", "trusts everybody")]
    [InlineData("arn:aws:iam::111111111111:role/ci", "of the source account")]
    [InlineData("111111111111", "of the source account")]
    public async Task Role_that_the_source_account_or_anybody_may_assume_is_broken(string principal, string words)
    {
        var driven = await ProvenAsync();
        _isolation.Trusts["restoredrill-drill"] = Policies.Trusting(principal);

        var answer = Assert.Single(await LookAsync(driven), static answer => answer.Rail == "trust-policies");

        Assert.Equal(GuardRailState.Broken, answer.State);
        Assert.Contains(words, answer.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":["odd"]}]}""", "a Condition is not a JSON object")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Action":"*","NotAction":"s3:*","Resource":"*"}]}""", "both what it is about")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}""", "Effect")]
    public async Task Policy_that_says_things_twice_or_oddly_is_not_checkable(string policy, string words)
    {
        var driven = await ProvenAsync();
        _isolation.Path[1] = _isolation.Path[1] with { Policies = [new AttachedPolicy("odd", policy)] };

        var answer = Assert.Single(await LookAsync(driven), static answer => answer.Rail == "service-control-policies");

        Assert.Equal(GuardRailState.NotCheckable, answer.State);
        Assert.Contains(words, answer.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_point_that_our_records_do_not_name_is_no_newer_copy()
    {
        var driven = await ProvenAsync();
        driven.Time.Advance(TimeSpan.FromDays(2));
        var real = driven.Cloud.VaultSnapshots.Values.Single();
        driven.Cloud.VaultSnapshots["awsbackup:copyjob-forged"] = new MemorySnapshot(
            real.Snapshot with { Name = "awsbackup:copyjob-forged", OriginalCreateTime = driven.Time.GetUtcNow(), DatabaseTime = driven.Time.GetUtcNow() }, real.AvailableAt);

        var answer = Assert.Single(await LookAsync(driven), static answer => answer.Rail == "newest-copy");

        Assert.Equal(GuardRailState.Broken, answer.State);
        Assert.StartsWith(real.Snapshot.Name, answer.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXPIRED")]
    [InlineData("DELETING")]
    [InlineData("A_STATUS_OF_2031")]
    public async Task Newest_copy_that_cannot_be_restored_outlives_no_drill(string status)
    {
        var driven = await ProvenAsync();
        driven.Cloud.Backups.PointStatus = status;

        var answer = Assert.Single(await LookAsync(driven), static answer => answer.Rail == "copies-outlive-drills");

        Assert.Equal((GuardRailState.Broken, $"{driven.Cloud.VaultSnapshots.Values.Single().Snapshot.Name} is {status}"), (answer.State, answer.Found));
    }

    [Fact]
    public async Task Copy_that_lost_its_tags_is_called_that_by_every_guard_rail_about_copies()
    {
        var driven = await ProvenAsync();
        driven.Options = driven.Options with { Route = CopyRoute.RdsSnapshot };
        var name = Sample.Names.Copy((await driven.CopyAsync()).Id);
        var copy = driven.Cloud.VaultSnapshots[name];
        copy.Snapshot = copy.Snapshot with { Tags = new Dictionary<string, string>() };

        var answers = (await LookAsync(driven)).ToDictionary(static answer => answer.Rail);

        foreach (var rail in new[] { "newest-copy", "copies-outlive-drills" })
        {
            Assert.Equal(GuardRailState.Broken, answers[rail].State);
            Assert.StartsWith($"{name}, the newest copy of our records that is there, is a copy that lost its tags (restoredrill:role is missing, ", answers[rail].Found, StringComparison.Ordinal);
        }

        Assert.Equal(
            (GuardRailState.Holds, $"1 manual snapshots are shared with nobody, 1 recovery points cannot be shared; copies that lost their tags among them: {name}"),
            (answers["copies-private"].State, answers["copies-private"].Found));
        _isolation.Shares[name] = ["all"];
        Assert.Equal(GuardRailState.Broken, Assert.Single(await LookAsync(driven), static answer => answer.Rail == "copies-private").State);
    }

    [Fact]
    public async Task Nothing_holds_of_copies_that_are_not_there()
    {
        var answers = await LookAsync(Driven.ByBackup());

        Assert.All(
            answers.Where(static answer => answer.Rail is "copies-private" or "copies-outlive-drills" or "newest-copy" or "newest-proof"),
            static answer => Assert.NotEqual(GuardRailState.Holds, answer.State));
    }

    [Fact]
    public async Task Route_without_a_lock_is_broken_honestly()
    {
        var driven = new Driven();
        await driven.CopyAsync();

        var answers = await LookAsync(driven);

        Assert.Contains(answers, static answer => answer is { Rail: "vault-lock", State: GuardRailState.Broken, Found: "route rds-snapshot: copies are manual snapshots, which have no lock" });
    }

    [Fact]
    public async Task Vault_policy_that_lets_nobody_copy_in_is_broken()
    {
        var driven = await ProvenAsync();
        _isolation.VaultPolicy = _isolation.VaultPolicy!.Replace(
            "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111111111111:root\"}", "\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"arn:aws:iam::444444444444:root\"}", StringComparison.Ordinal);

        Assert.StartsWith("it does not let account 111111111111 copy in", Assert.Single(await LookAsync(driven), static answer => answer.State != GuardRailState.Holds).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Enabled", "(Enabled)")]
    [InlineData("PendingDeletion", "about to be DELETED")]
    public async Task Vault_under_another_key_than_the_alias_names_breaks_its_guard_rail(string state, string words)
    {
        var driven = await ProvenAsync();
        driven.Cloud.Backups.Vault = driven.Cloud.Backups.Vault! with { KeyArn = "arn:aws:kms:eu-west-1:222222222222:key/other" };
        driven.Cloud.VaultKeyState = state;

        var answer = Assert.Single(await LookAsync(driven), static answer => answer.State != GuardRailState.Holds);

        Assert.Equal("vault-key", answer.Rail);
        Assert.Contains(words, answer.Found, StringComparison.Ordinal);
        Assert.Contains("somebody moved the alias", answer.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_states_and_a_bucket_that_are_named_nobody_is_asked()
    {
        var driven = await ProvenAsync();
        driven.Options = driven.Options with { Guard = driven.Options.Guard! with { Terraform = new TerraformOptions() } };

        var answers = await LookAsync(driven);

        Assert.Equal(GuardRailCatalog.All.Count - 2, answers.Count);
        Assert.DoesNotContain(answers, static answer => answer.Rail.StartsWith("terraform", StringComparison.Ordinal));
    }

    private static InstallationOptions Naming(InstallationOptions options, params string[] states) => options with
    {
        Guard = new GuardOptions
        {
            SourceAccount = Sample.SourceAccount,
            SourceRegion = "eu-west-1",
            VaultAccount = Sample.VaultAccount,
            Instances = [],
            Terraform = new TerraformOptions { States = states, StateBucket = "acme-state" },
        },
    };

    private static async Task<Driven> ProvenAsync()
    {
        var driven = Driven.WithFacts();
        driven.Options = Naming(driven.Options, "prod.tfstate");
        driven.Cloud.SourceIsProtected = true;
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        Assert.Equal(RunOutcome.Pass, (await driven.DrillAsync()).Outcome);
        return driven;
    }

    private async Task TakeAwayAsync(Driven driven, string rail)
    {
        switch (rail)
        {
            case "accounts-apart":
                _isolation.Organisation = _isolation.Organisation! with { ManagementAccountId = Sample.VaultAccount };
                break;
            case "organisation":
                _isolation.Accounts["ou-abcd-11111111"].Add("444444444444");
                break;
            case "service-control-policies":
                _isolation.Path[1] = _isolation.Path[1] with { Policies = [new AttachedPolicy("vault", Policies.Without("backup:DeleteRecoveryPoint"))] };
                break;
            case "trust-policies":
                _isolation.Trusts["restoredrill-vault"] = Policies.Trusting("arn:aws:iam::111111111111:root");
                break;
            case "role-policies":
                _isolation.RolePolicies["restoredrill-drill"] = Policies.Having("""{"Effect":"Allow","Action":"backup:DeleteRecovery*","Resource":"*"}""");
                break;
            case "vault-lock":
                driven.Cloud.Backups.Vault = driven.Cloud.Backups.Vault! with { LockDate = null };
                break;
            case "vault-policy":
                _isolation.VaultPolicy = _isolation.VaultPolicy!.Replace("\"backup:DeleteRecoveryPoint\",", string.Empty, StringComparison.Ordinal);
                break;
            case "vault-key":
                driven.Cloud.VaultKeyState = "PendingDeletion";
                break;
            case "key-policy":
                _isolation.Grants.Add(Policies.Grant("arn:aws:iam::111111111111:root"));
                break;
            case "copies-private":
                driven.Options = driven.Options with { Route = CopyRoute.RdsSnapshot };
                var run = await driven.CopyAsync();
                _isolation.Shares[Sample.Names.Copy(run.Id)] = ["all"];
                break;
            case "fact-store":
                driven.Facts.Findings = driven.Facts.Findings with { HasObjectLock = false };
                break;
            case "terraform-states":
                _states.Files["prod.tfstate"] = MemoryStates.Harmless.Replace(
                    "[]", """[{"mode":"managed","type":"aws_kms_key","name":"k","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[{"attributes":{"arn":"arn:aws:kms:eu-west-1:222222222222:key/1"}}]}]""", StringComparison.Ordinal);
                break;
            case "terraform-state-bucket":
                _states.Bucket = _states.Bucket! with { HasVersions = false };
                break;
            case "copies-outlive-drills":
                driven.Time.Advance(TimeSpan.FromDays(28));
                break;
            case "source-protected":
                driven.Cloud.SourceIsProtected = false;
                break;
            case "newest-copy":
                driven.Time.Advance(TimeSpan.FromDays(2));
                break;
            case "newest-proof":
                driven.Time.Advance(TimeSpan.FromDays(9));
                break;
            default:
                throw new ArgumentException(rail, nameof(rail));
        }
    }

    private Task<IReadOnlyList<GuardRailAnswer>> LookAsync(Driven driven) => new GuardRailLook(
        driven.Options,
        Policies.OwnRoles,
        new GuardRailPorts
        {
            Source = new MemorySource(driven.Cloud),
            Vault = new MemoryVault(driven.Cloud),
            Isolation = _isolation,
            Facts = driven.Options.Facts is null ? null : driven.Facts,
            StateBucket = _states,
            StateFiles = _states,
            Store = driven.Store,
        },
        driven.Time).LookAsync([Sample.Database], CancellationToken.None);
}
