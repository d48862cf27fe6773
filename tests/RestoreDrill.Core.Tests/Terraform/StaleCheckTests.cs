using System.Text;
using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Terraform;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Terraform;

public sealed class StaleCheckTests
{
    private static readonly GuardOptions Options = Documents.Options with { SourceRegion = "eu-central-1", Instances = [new GuardedInstance("courses", Sample.Instance)] };

    private readonly MemoryCloud _cloud = new(new FakeTimeProvider());

    public StaleCheckTests() => _cloud.Backups.SourceVault = _cloud.Backups.SourceVault! with { Name = "prod" };

    [Fact]
    public async Task State_that_aws_knows_is_checked()
    {
        _cloud.SourceSnapshots["before-upgrade"] = Snapshot();

        var (reading, stale) = await CheckAsync(State().Replace("courses-prod-replica", Sample.Instance, StringComparison.Ordinal).Replace("db-REPLICA", Sample.ResourceId, StringComparison.Ordinal));

        Assert.Empty(reading.Refusals);
        Assert.Equal((StaleState.Checked, null, 0), (stale.State, stale.Reason, stale.NotChecked));
        Assert.Empty(stale.Refusals);
        Assert.Equal(4, stale.Checked);
    }

    [Fact]
    public async Task Protected_database_that_aws_does_not_know_by_its_configured_name_is_a_refusal()
    {
        var check = new StaleCheck(new MemorySource(_cloud), null, TimeProvider.System);
        var options = await check.IdentifyAsync(Options with { Instances = [new GuardedInstance("courses", "course-prod")] }, TestContext.Current.CancellationToken);
        var reading = await Documents.JudgeAsync("""{"format_version":"1.2","terraform_version":"1.9.5","resource_changes":[]}""", options);

        var refusal = Assert.Single((await check.CheckAsync(reading, TestContext.Current.CancellationToken)).Refusals);

        Assert.Equal((GuardRules.Stale, "course-prod", "not known to AWS"), (refusal.Rule, refusal.Before, refusal.After));
        Assert.Contains("configured for the protected database courses", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_aws_does_not_know_are_stale()
    {
        var (_, stale) = await CheckAsync(State());

        Assert.Equal(StaleState.Checked, stale.State);
        Assert.Equal([Documents.Replica, Documents.Snapshot], stale.Refusals.Select(static refusal => refusal.Resource));
        Assert.All(stale.Refusals, static refusal => Assert.Equal((GuardRules.Stale, "not known to AWS"), (refusal.Rule, refusal.After)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("PendingDeletion")]
    public async Task Key_and_vault_that_aws_does_not_know_or_deletes_are_stale(string? keyState)
    {
        _cloud.SourceSnapshots["before-upgrade"] = Snapshot();
        _cloud.SourceKeyState = keyState;
        _cloud.Backups.SourceVault = null;

        var (_, stale) = await CheckAsync(State().Replace("courses-prod-replica", Sample.Instance, StringComparison.Ordinal).Replace("db-REPLICA", Sample.ResourceId, StringComparison.Ordinal));

        Assert.Equal(StaleState.Checked, stale.State);
        Assert.Equal([Documents.Key, "aws_backup_vault.prod"], stale.Refusals.Select(static refusal => refusal.Resource));
    }

    [Fact]
    public async Task Vault_that_the_role_may_not_look_at_is_not_checked_and_all_else_is()
    {
        _cloud.SourceSnapshots["before-upgrade"] = Snapshot();
        _cloud.Asked = static operation =>
        {
            if (operation == "backup:DescribeBackupVault")
            {
                throw MemoryCloud.Refusal(CloudFault.AccessDenied, operation, "AccessDeniedException");
            }
        };

        var (_, stale) = await CheckAsync(State());

        Assert.Equal((StaleState.PartlyChecked, 4, 1), (stale.State, stale.Checked, stale.NotChecked));
    }

    [Fact]
    public async Task Instance_with_another_resource_id_is_stale()
    {
        var (_, stale) = await CheckAsync(State().Replace(Sample.ResourceId, "db-OLD", StringComparison.Ordinal));

        var refusal = stale.Refusals[0];
        Assert.Equal((GuardRules.Stale, Documents.Instance, "resource_id", "db-OLD", Sample.ResourceId), (refusal.Rule, refusal.Resource, refusal.Attribute, refusal.Before, refusal.After));
    }

    [Fact]
    public async Task Two_resource_ids_of_one_instance_are_both_asked_about()
    {
        var plan = Localised(Documents.Plan().ToJsonString());
        var at = plan.LastIndexOf($"\"resource_id\":\"{Sample.ResourceId}\"", StringComparison.Ordinal);

        var (_, stale) = await CheckAsync(plan[..at] + plan[at..].Replace(Sample.ResourceId, "db-OLD", StringComparison.Ordinal));

        Assert.Contains(stale.Refusals, static refusal => refusal.Before == "db-OLD");
    }

    [Fact]
    public async Task Plan_that_creates_a_database_that_exists_has_lost_it()
    {
        var (_, stale) = await CheckAsync(Creating());

        Assert.Equal((GuardRules.LostByState, Documents.Instance), stale.Refusals[0] is var one ? (one.Rule, one.Resource) : default);
        Assert.Contains("which exists", stale.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_that_creates_a_database_that_does_not_exist_is_let_through()
    {
        var options = Options with { Instances = [new GuardedInstance("billing", "billing-prod")] };
        var plan = Creating().Replace(Sample.Instance, "billing-prod", StringComparison.Ordinal);

        var (reading, stale) = await CheckAsync(plan, options);

        Assert.Single(reading.Creations);
        Assert.DoesNotContain(stale.Refusals, static refusal => refusal.Rule == GuardRules.LostByState);
    }

    [Fact]
    public async Task Creation_of_a_protected_database_is_refused_where_aws_is_not_asked()
    {
        var stale = new StaleCheck(null, "--offline", TimeProvider.System);
        var reading = await Documents.JudgeAsync(Creating(), Options);

        var report = await stale.CheckAsync(reading, TestContext.Current.CancellationToken);

        Assert.Equal((StaleState.NotChecked, "--offline"), (report.State, report.Reason));
        Assert.Contains("not checked", Assert.Single(report.Refusals).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_aws_is_not_checked_and_says_its_code_and_request_id()
    {
        _cloud.Asked = static operation => throw MemoryCloud.Refusal(CloudFault.AccessDenied, operation, "AccessDenied");

        var (_, stale) = await CheckAsync(State());

        Assert.Equal((StaleState.NotChecked, 0, 5), (stale.State, stale.Checked, stale.NotChecked));
        Assert.Contains("AccessDenied", stale.Reason, StringComparison.Ordinal);
        Assert.Contains("request id req-no", stale.Reason, StringComparison.Ordinal);
        Assert.Empty(stale.Refusals);
    }

    [Fact]
    public async Task Error_in_the_middle_is_checked_in_part()
    {
        _cloud.Asked = static operation =>
        {
            if (operation == "rds:DescribeDBSnapshots")
            {
                throw MemoryCloud.Unreachable(operation);
            }
        };

        var (_, stale) = await CheckAsync(State());

        Assert.Equal((StaleState.PartlyChecked, 2, 3), (stale.State, stale.Checked, stale.NotChecked));
    }

    [Fact]
    public async Task Role_of_another_account_is_not_asked()
    {
        var (_, stale) = await CheckAsync(State(), Options with { SourceAccount = "333333333333" });

        Assert.Equal(StaleState.NotChecked, stale.State);
        Assert.Contains("in account 111111111111; configured is 333333333333", stale.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_id_that_aws_tells_protects_a_renamed_instance()
    {
        var plan = Localised(Documents.Plan().Act(Documents.Instance, "delete").ToJsonString())
            .Replace($"\"identifier\":\"{Sample.Instance}\"", "\"identifier\":\"old-name\"", StringComparison.Ordinal)
            .Replace($":db:{Sample.Instance}\"", ":db:old-name\"", StringComparison.Ordinal);

        var (reading, _) = await CheckAsync(plan);

        Assert.Contains(reading.Refusals, static refusal => refusal.Rule == GuardRules.Destroyed && refusal.Resource == Documents.Instance);
    }

    [Fact]
    public async Task Ids_beyond_the_most_are_said_to_be_not_checked()
    {
        var entries = string.Join(',', Enumerable.Range(0, IdCollector.Most + 30).Select(static i =>
            $$$"""{"mode":"managed","type":"aws_db_snapshot","name":"s{{{i}}}","instances":[{"attributes":{"db_snapshot_identifier":"s{{{i}}}"}}]}"""));
        var state = $$"""{"version":4,"terraform_version":"1.9.5","serial":1,"lineage":"x","resources":[{{entries}}]}""";

        var (_, stale) = await CheckAsync(state);

        Assert.Equal((StaleState.PartlyChecked, IdCollector.Most, 30), (stale.State, stale.Checked, stale.NotChecked));
        Assert.NotNull(stale.Reason);
    }

    [Fact]
    public async Task Ids_of_other_accounts_and_regions_are_not_asked_about()
    {
        var reading = await Documents.JudgeAsync(State(), Options with { SourceRegion = "us-east-1" });

        Assert.Empty(reading.Ids);
        Assert.Equal(5, reading.IdsElsewhere);
    }

    [Fact]
    public async Task Ids_of_other_accounts_and_regions_are_said_to_be_not_checked()
    {
        _cloud.SourceSnapshots["before-upgrade"] = Snapshot();
        var state = State().Replace("courses-prod-replica", Sample.Instance, StringComparison.Ordinal).Replace("db-REPLICA", Sample.ResourceId, StringComparison.Ordinal);
        var key = state.IndexOf("arn:aws:kms:eu-central-1", StringComparison.Ordinal);

        var (_, stale) = await CheckAsync(state[..key] + state[key..].Replace("arn:aws:kms:eu-central-1", "arn:aws:kms:us-east-1", StringComparison.Ordinal));

        Assert.Equal((StaleState.PartlyChecked, 3, 1, 1), (stale.State, stale.Checked, stale.NotChecked, stale.Elsewhere));
        Assert.StartsWith("1 of another account or region", stale.Reason, StringComparison.Ordinal);
        Assert.Empty(stale.Refusals);
    }

    private static string Localised(string document) => document
        .Replace("\"courses-prod\"", $"\"{Sample.Instance}\"", StringComparison.Ordinal)
        .Replace(":db:courses-prod\"", $":db:{Sample.Instance}\"", StringComparison.Ordinal)
        .Replace("db-ABC", Sample.ResourceId, StringComparison.Ordinal)
        .Replace("eu-west-1", "eu-central-1", StringComparison.Ordinal);

    private static string State() => Localised(Documents.State().ToJsonString());

    private static string Creating()
    {
        var plan = Documents.Plan().Act(Documents.Instance, "create");
        plan.Change(Documents.Instance)["before"] = null;
        plan.Remove("prior_state");
        return Localised(plan.ToJsonString());
    }

    private static MemorySnapshot Snapshot() => new(Sample.Snapshot("before-upgrade", new Dictionary<string, string>(), "available"), DateTimeOffset.UnixEpoch);

    private async Task<(GuardReading Reading, StaleReport Stale)> CheckAsync(string document, GuardOptions? options = null)
    {
        var stale = new StaleCheck(new MemorySource(_cloud), null, _cloud.Time);
        var known = await stale.IdentifyAsync(options ?? Options, TestContext.Current.CancellationToken);
        var reading = await new TerraformGuard(known).ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(document)), TestContext.Current.CancellationToken);
        return (reading, await stale.CheckAsync(reading, TestContext.Current.CancellationToken));
    }
}
