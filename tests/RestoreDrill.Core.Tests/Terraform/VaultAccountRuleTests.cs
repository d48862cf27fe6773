using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>Nothing of the vault account may be in a state or a plan; that it is spoken of is no reason.</summary>
public sealed class VaultAccountRuleTests
{
    [Theory]
    [InlineData("managed", "aws_db_subnet_group", "{\"arn\":\"arn:aws:rds:eu-west-1:222222222222:subgrp:scratch\"}", "arn")]
    [InlineData("managed", "aws_backup_vault_policy", "{\"backup_vault_arn\":\"arn:aws:backup:eu-west-1:222222222222:backup-vault:copies\"}", "backup_vault_arn")]
    [InlineData("managed", "aws_iam_role", "{\"arn\":\"arn:aws:iam::222222222222:role/restoredrill-vault\"}", "arn")]
    [InlineData("managed", "aws_security_group", "{\"id\":\"sg-1\",\"owner_id\":\"222222222222\"}", "owner_id")]
    [InlineData("managed", "aws_s3_account_public_access_block", "{\"account_id\":222222222222}", "account_id")]
    [InlineData("managed", "aws_organizations_account", "{\"id\":\"222222222222\"}", "id")]
    [InlineData("managed", "aws_thing", "{\"list\":[{},{\"key\":\"arn:aws:kms:eu-west-1:222222222222:key/1\"}]}", "list[1].key")]
    [InlineData("managed", "aws_thing", "{\"arn\":\"arn:aws:rds:eu-west-1:\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032\\u0032:db:x\"}", "arn")]
    [InlineData("managed", "aws_s3_bucket", "{\"bucket\":\"facts-of-acme\"}", "bucket")]
    [InlineData("managed", "aws_s3_bucket", "{\"id\":\"facts-of-acme\"}", "id")]
    [InlineData("managed", "aws_s3_bucket", "{\"arn\":\"arn:aws:s3:::facts-of-acme\"}", "arn")]
    [InlineData("managed", "aws_s3_object", "{\"arn\":\"arn:aws:s3:::facts-of-acme/acme/x\"}", "arn")]
    [InlineData("managed", "aws_s3_bucket_lifecycle_configuration", "{\"bucket\":\"f\\u0061cts-of-acme\"}", "bucket")]
    [InlineData("managed", "aws_s3_bucket", "{\"bucket\":\"facts-of-acme-2\",\"arn\":\"arn:aws:s3:::facts-of-acme-2\"}", null)]
    [InlineData("managed", "aws_s3_bucket_replication_configuration", "{\"bucket\":\"mine\",\"rule\":[{\"destination\":[{\"bucket\":\"arn:aws:s3:::facts-of-acme\"}]}]}", null)]
    [InlineData("data", "aws_caller_identity", "{\"account_id\":\"222222222222\"}", "account_id")]
    [InlineData("managed", "aws_kms_key", "{\"policy\":\"{\\\"Principal\\\":{\\\"AWS\\\":\\\"arn:aws:iam::222222222222:root\\\"}}\"}", null)]
    [InlineData("managed", "aws_backup_plan", "{\"rule\":[{\"copy_action\":[{\"destination_vault_arn\":\"arn:aws:backup:eu-west-1:222222222222:backup-vault:copies\"}]}]}", null)]
    [InlineData("managed", "aws_kms_grant", "{\"grantee_principal\":\"arn:aws:iam::222222222222:role/restoredrill-vault\"}", null)]
    [InlineData("managed", "aws_db_snapshot", "{\"shared_accounts\":[\"222222222222\"]}", null)]
    [InlineData("managed", "aws_organizations_policy_attachment", "{\"target_id\":\"222222222222\"}", null)]
    [InlineData("data", "aws_iam_policy_document", "{\"statement\":[{\"resources\":[\"arn:aws:kms:eu-west-1:222222222222:key/1\"]}]}", null)]
    [InlineData("managed", "aws_thing", "{\"arn\":\"arn:aws:rds:eu-west-1:111111111111:db:222222222222\"}", null)]
    public async Task Resource_of_the_vault_account_is_refused_in_a_state_and_in_a_plan(string mode, string type, string values, string? attribute)
    {
        var entry = new JsonObject
        {
            ["mode"] = mode, ["type"] = type, ["name"] = "one", ["provider"] = "provider[\"registry.example/hashicorp/aws\"]",
            ["instances"] = new JsonArray(new JsonObject { ["attributes"] = JsonNode.Parse(values) }),
        };
        var state = Documents.State();
        state["resources"]!.AsArray().Add(entry);
        // As text, so that escapes stay what they are.
        var text = state.ToJsonString().Replace(JsonNode.Parse(values)!.ToJsonString(), values, StringComparison.Ordinal);

        var refusals = (await Documents.JudgeAsync(text)).Refusals;

        if (attribute is null)
        {
            Assert.Empty(refusals);
            return;
        }

        var refusal = Assert.Single(refusals);
        Assert.Equal((GuardRules.VaultAccount, $"{(mode == "data" ? "data." : "")}{type}.one", attribute), (refusal.Rule, refusal.Resource, refusal.Attribute));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task Change_of_something_in_the_vault_account_is_refused(string when)
    {
        var plan = Documents.Plan().Act(Documents.Bucket, "update");
        plan.Change(Documents.Bucket)[when]!["arn"] = "arn:aws:s3:eu-west-1:222222222222:accesspoint/x";

        var refusal = await Documents.OnlyRefusalAsync(plan, GuardRules.VaultAccount);

        Assert.Equal(when == "after", refusal.After is not null);
    }

    [Theory]
    [InlineData("after_identity", "{\"account_id\":\"222222222222\",\"id\":\"x\"}")]
    [InlineData("importing", "{\"id\":\"arn:aws:rds:eu-west-1:222222222222:db:x\"}")]
    public async Task Creation_or_import_whose_identity_is_in_the_vault_account_is_refused(string member, string value)
    {
        var plan = Documents.Plan().Add("aws_db_parameter_group", null, new JsonObject { ["name"] = "x" }, "create");
        plan.Change("aws_db_parameter_group.one")[member] = JsonNode.Parse(value);

        await Documents.OnlyRefusalAsync(plan, GuardRules.VaultAccount);
    }

    [Fact]
    public async Task Drift_and_prior_state_are_looked_at_too()
    {
        var plan = Documents.Plan();
        var resources = plan["prior_state"]!["values"]!["root_module"]!["child_modules"]![0]!["resources"]!.AsArray();
        resources.Add(new JsonObject { ["address"] = "module.db.data.aws_caller_identity.vault", ["mode"] = "data", ["type"] = "aws_caller_identity", ["name"] = "vault", ["values"] = new JsonObject { ["account_id"] = "222222222222" } });

        Assert.Equal("module.db.data.aws_caller_identity.vault", (await Documents.OnlyRefusalAsync(plan, GuardRules.VaultAccount)).Resource);
    }

    [Theory]
    [InlineData("assume_role", "[{\"role_arn\":{\"constant_value\":\"arn:aws:iam::222222222222:role/admin\"}}]", true)]
    [InlineData("assume_role", "{\"role_arn\":{\"constant_value\":\"arn:aws:iam::222222222222:role/admin\"}}", true)]
    [InlineData("assume_role_with_web_identity", "[{\"role_arn\":{\"constant_value\":\"arn:aws:iam::222222222222:role/admin\"}}]", true)]
    [InlineData("assume_role", "[{\"role_arn\":{\"references\":[\"var.vault_role\"]}}]", true)]
    [InlineData("assume_role", "[{\"role_arn\":{\"references\":[\"var.vault_account\"]}}]", true)]
    [InlineData("assume_role", "[{\"role_arn\":{\"references\":[\"var.roles.vault\",\"var.roles\"]}}]", true)]
    [InlineData("allowed_account_ids", "{\"constant_value\":[\"222222222222\"]}", true)]
    [InlineData("allowed_account_ids", "{\"references\":[\"var.vault_account\"]}", true)]
    [InlineData("forbidden_account_ids", "{\"constant_value\":[\"222222222222\"]}", false)]
    [InlineData("assume_role", "[{\"role_arn\":{\"constant_value\":\"arn:aws:iam::111111111111:role/deploy\"}}]", false)]
    [InlineData("assume_role", "[{\"role_arn\":{\"references\":[\"var.deploy_role_arn\"]},\"external_id\":{\"references\":[\"var.vault_account\"]}}]", false)]
    public async Task Provider_that_works_in_the_vault_account_is_refused(string setting, string expression, bool refused)
    {
        var plan = Documents.Plan();
        plan["variables"]!["vault_role"] = new JsonObject { ["value"] = "arn:aws:iam::222222222222:role/admin" };
        plan["variables"]!["vault_account"] = new JsonObject { ["value"] = "222222222222" };
        plan["variables"]!["roles"] = new JsonObject { ["value"] = new JsonObject { ["vault"] = "arn:aws:iam::222222222222:role/admin" } };
        plan["configuration"]!["provider_config"]!["aws.other"] = new JsonObject
        {
            ["name"] = "aws", ["alias"] = "other", ["expressions"] = new JsonObject { [setting] = JsonNode.Parse(expression) },
        };

        if (refused)
        {
            Assert.Equal(("provider aws.other", setting), (await Documents.OnlyRefusalAsync(plan, GuardRules.VaultAccount)) is var one ? (one.Resource, one.Attribute) : default);
        }
        else
        {
            await Documents.AssertLetThroughAsync(plan);
        }
    }

    [Fact]
    public async Task Role_that_the_plan_does_not_tell_is_said_to_be_not_checked()
    {
        var plan = Documents.Plan();
        plan["configuration"]!["provider_config"]!["aws"]!["expressions"]!["assume_role"] = JsonNode.Parse("[{\"role_arn\":{\"references\":[\"local.role\"]}}]");

        var reading = await Documents.JudgeAsync(plan);

        Assert.Empty(reading.Refusals);
        Assert.Contains("Not checked", Assert.Single(reading.Notes).Message, StringComparison.Ordinal);
    }
}
