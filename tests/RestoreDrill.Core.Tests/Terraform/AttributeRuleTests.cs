using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>What updates lose.</summary>
public sealed class AttributeRuleTests
{
    [Theory]
    [InlineData("aws_db_instance", "deletion_protection", "true", "false", GuardRules.DeletionProtection)]
    [InlineData("aws_db_instance", "deletion_protection", "true", "null", GuardRules.DeletionProtection)]
    [InlineData("aws_db_instance", "deletion_protection", "true", "\"perhaps\"", GuardRules.UnknownValue)]
    [InlineData("aws_db_instance", "deletion_protection", "false", "true", null)]
    [InlineData("aws_db_instance", "deletion_protection", "false", "null", null)]
    [InlineData("aws_db_instance", "deletion_protection", "true", "true", null)]
    [InlineData("aws_rds_cluster", "deletion_protection", "true", "false", GuardRules.DeletionProtection)]
    [InlineData("aws_db_instance", "backup_retention_period", "14", "0", GuardRules.BackupRetention)]
    [InlineData("aws_db_instance", "backup_retention_period", "14", "7", GuardRules.BackupRetention)]
    [InlineData("aws_db_instance", "backup_retention_period", "14", "null", GuardRules.BackupRetention)]
    [InlineData("aws_db_instance", "backup_retention_period", "14", "[]", GuardRules.UnknownValue)]
    [InlineData("aws_db_instance", "backup_retention_period", "14", "35", null)]
    [InlineData("aws_db_instance", "backup_retention_period", "0", "7", null)]
    [InlineData("aws_db_instance", "backup_retention_period", "0", "null", null)]
    [InlineData("aws_rds_cluster", "backup_retention_period", "14", "1", GuardRules.BackupRetention)]
    [InlineData("aws_db_instance_automated_backups_replication", "retention_period", "14", "7", GuardRules.BackupRetention)]
    [InlineData("aws_db_instance_automated_backups_replication", "retention_period", "7", "14", null)]
    [InlineData("aws_db_instance", "skip_final_snapshot", "false", "true", GuardRules.FinalSnapshot)]
    [InlineData("aws_db_instance", "skip_final_snapshot", "null", "true", GuardRules.FinalSnapshot)]
    [InlineData("aws_db_instance", "skip_final_snapshot", "true", "false", null)]
    [InlineData("aws_db_instance", "skip_final_snapshot", "true", "true", null)]
    [InlineData("aws_db_instance", "final_snapshot_identifier", "\"last\"", "null", GuardRules.FinalSnapshot)]
    [InlineData("aws_db_instance", "final_snapshot_identifier", "\"last\"", "\"\"", GuardRules.FinalSnapshot)]
    [InlineData("aws_db_instance", "final_snapshot_identifier", "\"last\"", "\"very-last\"", null)]
    [InlineData("aws_db_instance", "final_snapshot_identifier", "null", "\"last\"", null)]
    [InlineData("aws_db_instance", "delete_automated_backups", "false", "true", GuardRules.AutomatedBackups)]
    [InlineData("aws_db_instance", "delete_automated_backups", "true", "false", null)]
    [InlineData("aws_db_instance", "identifier", "\"courses-prod\"", "\"courses-old\"", GuardRules.Renamed)]
    [InlineData("aws_db_instance", "identifier", "\"courses-prod\"", "\"Courses-Prod\"", null)]
    [InlineData("aws_rds_cluster", "cluster_identifier", "\"a\"", "\"b\"", GuardRules.Renamed)]
    [InlineData("aws_backup_vault", "force_destroy", "false", "true", GuardRules.ForceDestroy)]
    [InlineData("aws_backup_vault", "force_destroy", "true", "false", null)]
    [InlineData("aws_backup_vault_lock_configuration", "min_retention_days", "30", "7", GuardRules.VaultLock)]
    [InlineData("aws_backup_vault_lock_configuration", "min_retention_days", "30", "null", GuardRules.VaultLock)]
    [InlineData("aws_backup_vault_lock_configuration", "min_retention_days", "30", "60", null)]
    [InlineData("aws_backup_vault_lock_configuration", "max_retention_days", "365", "90", GuardRules.VaultLock)]
    [InlineData("aws_backup_vault_lock_configuration", "max_retention_days", "365", "null", null)]
    [InlineData("aws_backup_vault_lock_configuration", "changeable_for_days", "3", "null", GuardRules.VaultLock)]
    [InlineData("aws_backup_vault_policy", "policy", "\"{\\\"a\\\":1}\"", "\"{\\\"a\\\":2}\"", GuardRules.Policy)]
    [InlineData("aws_backup_vault_policy", "policy", "\"{\\\"a\\\":1,\\\"b\\\":2}\"", "\"{ \\\"b\\\":2, \\\"a\\\":1 }\"", null)]
    [InlineData("aws_kms_key", "is_enabled", "true", "false", GuardRules.KmsKey)]
    [InlineData("aws_kms_key", "is_enabled", "false", "true", null)]
    [InlineData("aws_kms_key", "deletion_window_in_days", "30", "7", GuardRules.KmsKey)]
    [InlineData("aws_kms_key", "deletion_window_in_days", "7", "30", null)]
    [InlineData("aws_kms_key", "deletion_window_in_days", "30", "null", null)]
    [InlineData("aws_kms_key", "policy", "\"{}\"", "\"{\\\"a\\\":1}\"", GuardRules.Policy)]
    [InlineData("aws_kms_key", "description", "\"a\"", "\"b\"", null)]
    [InlineData("aws_organizations_policy", "content", "\"{\\\"a\\\":1}\"", "\"{}\"", GuardRules.Policy)]
    [InlineData("aws_organizations_policy", "description", "\"a\"", "\"b\"", null)]
    public async Task Update_is_refused_where_it_loses(string type, string attribute, string before, string after, string? rule)
    {
        var plan = Documents.Plan().Add(type, Values(attribute, before), Values(attribute, after), "update");

        if (rule is null)
        {
            await Documents.AssertLetThroughAsync(plan);
            return;
        }

        var refusal = await Documents.OnlyRefusalAsync(plan, rule);
        Assert.Equal(($"{type}.one", attribute), (refusal.Resource, refusal.Attribute));
        Assert.NotNull(refusal.Before);
        Assert.NotNull(refusal.After);

        JsonObject Values(string name, string value) => type == "aws_db_instance" && name != "identifier"
            ? new JsonObject { ["identifier"] = "courses-prod", [name] = JsonNode.Parse(value) }
            : new JsonObject { ["id"] = "x", [name] = JsonNode.Parse(value) };
    }

    [Theory]
    [InlineData(Documents.Instance, "deletion_protection")]
    [InlineData(Documents.Instance, "backup_retention_period")]
    [InlineData(Documents.Instance, "skip_final_snapshot")]
    [InlineData(Documents.Instance, "final_snapshot_identifier")]
    [InlineData(Documents.Instance, "delete_automated_backups")]
    [InlineData(Documents.Instance, "identifier")]
    [InlineData(Documents.Vault, "force_destroy")]
    [InlineData(Documents.Key, "is_enabled")]
    [InlineData(Documents.Key, "policy")]
    [InlineData(Documents.Key, "deletion_window_in_days")]
    [InlineData(Documents.BackupPlan, "rule")]
    public async Task Value_that_is_known_only_after_apply_is_refused(string address, string attribute)
    {
        var plan = Documents.Plan().Act(address, "update");
        plan.Change(address)["after"]!.AsObject().Remove(attribute);
        plan.Change(address)["after_unknown"] = new JsonObject { [attribute] = true };

        var refusal = await Documents.OnlyRefusalAsync(plan, GuardRules.UnknownValue);

        Assert.Equal((address, attribute, "(known after apply)"), (refusal.Resource, refusal.Attribute, refusal.After));
    }

    [Theory]
    [InlineData("module.db.aws_db_subnet_group.prod", "name")]
    [InlineData(Documents.Instance, "address")]
    public async Task Unknown_value_that_matters_to_nobody_is_let_through(string address, string attribute)
    {
        var plan = Documents.Plan().Act(address, "update");
        plan.Change(address)["after_unknown"] = new JsonObject { [attribute] = true };

        await Documents.AssertLetThroughAsync(plan);
    }

    [Fact]
    public async Task Losses_of_an_instance_that_is_not_configured_are_let_through()
    {
        var plan = Documents.Plan().Add(
            "aws_db_instance", new JsonObject { ["identifier"] = "staging", ["deletion_protection"] = true }, new JsonObject { ["identifier"] = "staging", ["deletion_protection"] = false }, "update");

        await Documents.AssertLetThroughAsync(plan);
    }

    [Fact]
    public async Task Every_loss_of_one_resource_is_told()
    {
        var plan = Documents.Plan().Update(Documents.Instance, "deletion_protection", true, false);
        plan.Change(Documents.Instance)["after"]!["skip_final_snapshot"] = true;

        var reading = await Documents.JudgeAsync(plan);

        Assert.Equal(["deletion_protection", "skip_final_snapshot"], reading.Refusals.Select(static refusal => refusal.Attribute));
        Assert.Equal(("true", "false"), (reading.Refusals[0].Before, reading.Refusals[0].After));
    }

    [Theory]
    [InlineData("lifecycle", "[{\"delete_after\":7}]", "rule[nightly].lifecycle.delete_after")]
    [InlineData("copy_action", "[]", "rule[nightly].copy_action")]
    [InlineData("copy_action", "[{}]", "rule[nightly].copy_action")]
    [InlineData("copy_action", "[{\"destination_vault_arn\":\"arn:aws:backup:eu-west-1:444444444444:backup-vault:theirs\"}]", "rule[nightly].copy_action")]
    [InlineData("copy_action", "[{\"destination_vault_arn\":\"arn:aws:backup:eu-west-1:222222222222:backup-vault:copies\",\"lifecycle\":[{\"delete_after\":1}]}]", "rule[nightly].copy_action.lifecycle.delete_after")]
    [InlineData("target_vault_name", "\"other\"", "rule[nightly].target_vault_name")]
    [InlineData("target_vault_name", "null", "rule[nightly].target_vault_name")]
    [InlineData("rule_name", "\"weekly\"", "rule[nightly]")]
    [InlineData("lifecycle", "[]", null)]
    [InlineData("lifecycle", "[{\"delete_after\":90}]", null)]
    [InlineData("schedule", "\"cron(0 2 * * ? *)\"", null)]
    [InlineData("copy_action", "[{},{\"destination_vault_arn\":\"arn:aws:backup:eu-west-1:222222222222:backup-vault:copies\",\"lifecycle\":[]}]", null)]
    public async Task Rule_of_a_backup_plan_may_not_become_less(string name, string value, string? attribute)
    {
        var plan = Documents.Plan().Act(Documents.BackupPlan, "update");
        plan.Change(Documents.BackupPlan)["after"]!["rule"]![0]![name] = JsonNode.Parse(value);

        if (attribute is null)
        {
            await Documents.AssertLetThroughAsync(plan);
        }
        else
        {
            Assert.Equal(attribute, (await Documents.OnlyRefusalAsync(plan, GuardRules.BackupPlan)).Attribute);
        }
    }

    [Theory]
    [InlineData("true", "false", false)]
    [InlineData("true", "null", false)]
    [InlineData("false", "true", true)]
    public async Task Continuous_backup_of_a_plan_may_not_end(string before, string after, bool isLetThrough)
    {
        var plan = Documents.Plan().Act(Documents.BackupPlan, "update");
        plan.Change(Documents.BackupPlan)["before"]!["rule"]![0]!["enable_continuous_backup"] = JsonNode.Parse(before);
        plan.Change(Documents.BackupPlan)["after"]!["rule"]![0]!["enable_continuous_backup"] = JsonNode.Parse(after);

        Assert.Equal(isLetThrough ? [] : ["rule[nightly].enable_continuous_backup"], (await Documents.JudgeAsync(plan)).Refusals.Select(static refusal => refusal.Attribute));
    }
}
