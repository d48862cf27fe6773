using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>Destroying, replacing and forgetting.</summary>
public sealed class ChangeRuleTests
{
    private static readonly (string[] Actions, string Rule)[] Ways =
    [
        (["delete"], GuardRules.Destroyed),
        (["delete", "create"], GuardRules.Replaced),
        (["create", "delete"], GuardRules.Replaced),
        (["forget"], GuardRules.Forgotten),
        (["create", "forget"], GuardRules.Forgotten),
    ];

    public static TheoryData<string, string, string> ProtectedInTheFixture => [.. Both(
        [Documents.Instance, Documents.Replica, Documents.Snapshot, Documents.Key, Documents.Vault, Documents.BackupPlan])];

    public static TheoryData<string, string, string> ProtectedByType => [.. Both(
    [
        "aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy", "aws_db_instance_automated_backups_replication", "aws_rds_cluster",
        "aws_rds_cluster_instance", "aws_rds_global_cluster", "aws_backup_vault", "aws_backup_logically_air_gapped_vault", "aws_backup_vault_lock_configuration",
        "aws_backup_vault_policy", "aws_backup_plan", "aws_backup_selection", "aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key",
        "aws_kms_key_policy", "aws_organizations_organization", "aws_organizations_policy", "aws_organizations_policy_attachment",
        "aws_organizations_organizational_unit", "aws_organizations_resource_policy", "aws_backup_global_settings", "aws_backup_region_settings", "awscc_rds_db_instance", "awscc_rds_db_cluster",
        "awscc_backup_backup_vault", "awscc_backup_backup_plan", "awscc_kms_key", "aws_cloudcontrolapi_resource", "aws_cloudformation_stack", "aws_cloudformation_stack_set",
        "aws_cloudformation_stack_set_instance", "aws_cloudformation_stack_instances", "awscc_cloudformation_stack",
    ])];

    [Theory]
    [MemberData(nameof(ProtectedInTheFixture))]
    public async Task Protected_resource_may_not_go(string address, string actions, string rule)
    {
        var refusal = await Documents.OnlyRefusalAsync(Documents.Plan().Act(address, actions.Split(' ')), rule);

        Assert.Equal((address, null), (refusal.Resource, refusal.Attribute));
    }

    [Theory]
    [MemberData(nameof(ProtectedByType))]
    public async Task Resource_of_a_protected_type_may_not_go(string type, string actions, string rule)
    {
        var gone = actions is "delete" or "forget";
        var plan = Documents.Plan().Add(type, new JsonObject { ["id"] = "x" }, gone ? null : new JsonObject { ["id"] = "x" }, actions.Split(' '));

        Assert.Equal($"{type}.one", (await Documents.OnlyRefusalAsync(plan, rule)).Resource);
    }

    [Theory]
    [InlineData("aws_security_group.db")]
    [InlineData(Documents.Bucket)]
    [InlineData("module.db.aws_db_subnet_group.prod")]
    public async Task Other_resource_may_go(string address)
    {
        await Documents.AssertLetThroughAsync(Documents.Plan().Act(address, "delete"));
        await Documents.AssertLetThroughAsync(Documents.Plan().Act(address, "create", "delete"));
        await Documents.AssertLetThroughAsync(Documents.Plan().Act(address, "forget"));
    }

    [Theory]
    [InlineData("identifier", "staging")]
    public async Task Instance_that_is_not_configured_may_go(string attribute, string value)
    {
        var plan = Documents.Plan().Add("aws_db_instance", new JsonObject { [attribute] = value, ["arn"] = "arn:aws:rds:eu-west-1:111111111111:db:staging", ["id"] = "db-S" }, null, "delete");

        await Documents.AssertLetThroughAsync(plan);
    }

    [Theory]
    [InlineData("arn:aws:rds:eu-west-1:333333333333:db:courses-prod", false)]
    [InlineData("arn:aws:rds:us-east-1:111111111111:db:courses-prod", false)]
    [InlineData("arn:aws:rds:eu-west-1:111111111111:db:courses-prod", true)]
    [InlineData(null, true)]
    public async Task Instance_of_the_same_name_is_protected_in_the_source_account_and_region(string? arn, bool refused)
    {
        var plan = Documents.Plan().Add("aws_db_instance", new JsonObject { ["identifier"] = "Courses-Prod", ["arn"] = arn }, null, "delete");

        Assert.Equal(refused, (await Documents.JudgeAsync(plan)).IsRefused);
    }

    [Theory]
    [InlineData("{\"arn\":\"arn:aws:rds:eu-west-1:111111111111:db:courses-prod\"}")]
    [InlineData("{\"id\":\"courses-prod\"}")]
    [InlineData("{\"identifier\":\"renamed\",\"resource_id\":\"db-ABC\"}")]
    [InlineData("{\"identifier\":\"courses-two\",\"replicate_source_db\":\"arn:aws:rds:eu-west-1:111111111111:db:courses-prod\"}")]
    [InlineData("{\"username\":\"postgres\"}")]
    public async Task Protected_instance_is_known_by_each_of_its_ids_and_one_without_any_is_taken_for_it(string before)
    {
        var options = Documents.Options with { Instances = [new GuardedInstance("courses", "courses-prod", "db-ABC")] };

        await Documents.OnlyRefusalAsync(Documents.Plan().Add("aws_db_instance", JsonNode.Parse(before), null, "delete"), GuardRules.Destroyed, options);
    }

    [Fact]
    public async Task Deposed_object_of_a_protected_resource_may_not_be_destroyed()
    {
        var plan = Documents.Plan();
        var deposed = plan.Entry(Documents.Instance).DeepClone().AsObject();
        deposed["deposed"] = "byebye01";
        deposed["change"]!["actions"] = new JsonArray("delete");
        deposed["change"]!["after"] = null;
        plan["resource_changes"]!.AsArray().Add(deposed);

        Assert.Contains("byebye01", (await Documents.OnlyRefusalAsync(plan, GuardRules.Destroyed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_that_is_not_known_is_refused()
    {
        var refusal = await Documents.OnlyRefusalAsync(Documents.Plan().Act(Documents.Bucket, "evaporate"), GuardRules.UnknownAction);

        Assert.Equal("evaporate", refusal.After);
    }

    [Fact]
    public async Task Moved_resource_is_judged_under_both_addresses()
    {
        var options = Documents.Options with { Terraform = new TerraformOptions { Protect = ["aws_s3_bucket.old"] } };
        var plan = Documents.Plan().Act(Documents.Bucket, "delete");
        plan.Entry(Documents.Bucket)["previous_address"] = "aws_s3_bucket.old";

        await Documents.OnlyRefusalAsync(plan, GuardRules.Destroyed, options);
    }

    [Fact]
    public async Task Moving_by_itself_is_let_through()
    {
        var plan = Documents.Plan();
        plan.Entry(Documents.Instance)["previous_address"] = "aws_db_instance.courses";

        await Documents.AssertLetThroughAsync(plan);
    }

    [Fact]
    public async Task Nothing_to_do_about_what_was_gone_already_is_let_through()
    {
        await Documents.AssertLetThroughAsync(Documents.Plan().Add("aws_s3_bucket", null, null, "no-op"));
    }

    [Fact]
    public async Task Protected_database_that_was_gone_already_is_refused_by_what_the_state_says()
    {
        var plan = Documents.Plan().Act(Documents.Instance, "no-op");
        plan.Change(Documents.Instance)["before"] = null;
        plan.Change(Documents.Instance)["after"] = null;

        await Documents.OnlyRefusalAsync(plan, GuardRules.Unaccounted);
    }

    [Fact]
    public async Task Deferred_deletion_is_refused()
    {
        var plan = Documents.Plan();
        var entry = plan.Entry(Documents.Instance).DeepClone();
        entry["change"]!["actions"] = new JsonArray("delete");
        entry["change"]!["after"] = null;
        plan["deferred_changes"] = new JsonArray(new JsonObject { ["reason"] = "deferred_prereq", ["resource_change"] = entry });

        Assert.Contains("later", (await Documents.OnlyRefusalAsync(plan, GuardRules.Destroyed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Creating_a_protected_database_is_told_as_one_that_the_state_has_lost()
    {
        var plan = Documents.Plan().Act(Documents.Instance, "create");
        plan.Change(Documents.Instance)["before"] = null;

        Assert.Equal("courses-prod", Assert.Single((await Documents.JudgeAsync(plan)).Creations).Id);
    }

    [Fact]
    public async Task Importing_a_protected_database_is_let_through()
    {
        var plan = Documents.Plan().Act(Documents.Instance, "no-op");
        plan.Change(Documents.Instance)["importing"] = new JsonObject { ["id"] = "courses-prod" };

        var reading = await Documents.JudgeAsync(plan);

        Assert.Empty(reading.Refusals);
        Assert.Empty(reading.Creations);
    }

    [Theory]
    [InlineData("module.db", Documents.Bucket, false)]
    [InlineData("aws_s3_bucket.uploads", Documents.Bucket, true)]
    [InlineData("aws_s3_bucket.*", Documents.Bucket, true)]
    [InlineData("module.db", "module.db.aws_db_subnet_group.prod", true)]
    [InlineData("aws_cloudwatch_log_group.web", "aws_cloudwatch_log_group.web[0]", true)]
    public async Task Named_address_is_protected(string pattern, string address, bool refused)
    {
        var options = Documents.Options with { Terraform = new TerraformOptions { Protect = [pattern] } };

        var reading = await Documents.JudgeAsync(Documents.Plan().Act(address, "delete"), options);

        Assert.Equal(refused, reading.Refusals.Any(refusal => refusal.Resource == address && refusal.Rule == GuardRules.Destroyed));
    }

    [Fact]
    public async Task Exempt_address_is_let_through_and_told()
    {
        var options = Documents.Options with { Terraform = new TerraformOptions { Exempt = [Documents.Key] } };

        var reading = await Documents.JudgeAsync(Documents.Plan().Act(Documents.Key, "delete"), options);

        Assert.Empty(reading.Refusals);
        Assert.Contains("Let through", Assert.Single(reading.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_exemption_reaches_a_configured_database()
    {
        var options = Documents.Options with { Terraform = new TerraformOptions { Exempt = ["module.db.*"] } };

        await Documents.OnlyRefusalAsync(Documents.Plan().Act(Documents.Instance, "delete"), GuardRules.Destroyed, options);
        await Documents.OnlyRefusalAsync(Documents.Plan().Act(Documents.Replica, "delete"), GuardRules.Destroyed, options);
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Both(string[] subjects) =>
        subjects.SelectMany(static subject => Ways.Select(way => new TheoryDataRow<string, string, string>(subject, string.Join(' ', way.Actions), way.Rule)));
}
