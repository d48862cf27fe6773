using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>The three kinds of document as they are.</summary>
public sealed class WholeDocumentTests
{
    [Fact]
    public async Task Harmless_plan_is_let_through()
    {
        var reading = await Documents.JudgeAsync(Documents.Text("plan-harmless.json"));

        Assert.Empty(reading.Refusals);
        Assert.Empty(reading.Notes);
        Assert.Equal(TerraformDocumentKind.Plan, reading.Subject.Kind);
        Assert.Equal(("1.2", "1.9.5", true), (reading.Subject.FormatVersion, reading.Subject.TerraformVersion, reading.Subject.Complete));
        Assert.Equal(new GuardCounts { Existing = 12, Updated = 2, Deleted = 1, Unchanged = 9 }, reading.Counts);
    }

    [Fact]
    public async Task Plan_of_a_destroy_is_refused_for_everything_that_is_protected_and_for_its_share()
    {
        var reading = await Documents.JudgeAsync(Documents.Text("plan-destroy.json"));

        Assert.Equal(
            [Documents.BackupPlan, Documents.Vault, Documents.Instance, Documents.Replica, Documents.Snapshot, Documents.Key],
            reading.Refusals.Where(static refusal => refusal.Rule == GuardRules.Destroyed).Select(static refusal => refusal.Resource).Order(StringComparer.Ordinal));
        Assert.Single(reading.Refusals, static refusal => refusal.Rule == GuardRules.Share);
        Assert.Equal(12, reading.Counts.Destroyed);
    }

    [Theory]
    [InlineData("111111111112", "eu-west-1", "courses-prod")]
    [InlineData("111111111111", "eu-west-2", "courses-prod")]
    [InlineData("111111111111", "eu-west-1", "course-prod")]
    public async Task Document_that_holds_no_protected_database_by_a_slip_of_the_configuration_is_told(string account, string region, string instance)
    {
        var options = Documents.Options with { SourceAccount = account, SourceRegion = region, Instances = [new GuardedInstance("courses", instance)] };

        Assert.Contains(
            (await Documents.JudgeAsync(Documents.Text("state.json"), options)).Notes,
            note => note.Resource is null && note.Message.StartsWith($"No protected database is in this document: courses (instance {instance}) of account {account} in {region}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("state.json", TerraformDocumentKind.StateFile)]
    [InlineData("shown-state.json", TerraformDocumentKind.ShownState)]
    public async Task State_of_the_source_account_is_let_through_and_names_its_ids(string file, TerraformDocumentKind kind)
    {
        var reading = await Documents.JudgeAsync(Documents.Text(file));

        Assert.Empty(reading.Refusals);
        Assert.Equal(kind, reading.Subject.Kind);
        Assert.Equal(12, reading.Counts.Existing);
        Assert.Equal(
            [
                ("courses-prod", "db-ABC", true), ("courses-prod-replica", "db-REPLICA", true), ("before-upgrade", null, false),
                ("arn:aws:kms:eu-west-1:111111111111:key/6f0b2c1e-0000-4000-8000-000000000001", null, false), ("prod", null, false),
            ],
            reading.Ids.Select(static id => (id.Id, id.ResourceId, id.IsProtected)));
        Assert.Contains(reading.Notes, static note => note.Resource == Documents.Replica && note.Message.Contains("deletion_protection is false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task State_file_says_its_serial_and_lineage()
    {
        var subject = (await Documents.JudgeAsync(Documents.Text("state.json"))).Subject;

        Assert.Equal(("4", 218L, "3f1f9c3e-8f8e-4a57-9d6e-0c8f6f3a7c11"), (subject.FormatVersion, subject.Serial, subject.Lineage));
    }

    [Fact]
    public async Task Members_may_come_in_any_order()
    {
        var plan = Documents.Plan().Act(Documents.Instance, "delete");
        var turned = new System.Text.Json.Nodes.JsonObject(plan.Reverse().Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.Equal(Documents.Instance, (await Documents.OnlyRefusalAsync(turned, GuardRules.Destroyed)).Resource);
    }

    [Fact]
    public async Task No_password_is_in_what_is_told()
    {
        var reading = await Documents.JudgeAsync(Documents.Text("plan-destroy.json"));

        Assert.DoesNotContain("staple", string.Join('\n', reading.Refusals) + string.Join('\n', reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_value_is_judged_and_not_shown()
    {
        var plan = Documents.Plan().Update(Documents.Instance, "backup_retention_period", 14, 1);
        plan.Change(Documents.Instance)["before_sensitive"]!["backup_retention_period"] = true;
        plan.Change(Documents.Instance)["after_sensitive"]!["backup_retention_period"] = true;

        var refusal = await Documents.OnlyRefusalAsync(plan, GuardRules.BackupRetention);

        Assert.Equal(("(sensitive)", "(sensitive)"), (refusal.Before, refusal.After));
    }

    [Fact]
    public async Task Control_characters_of_a_document_are_not_printed()
    {
        var plan = Documents.Plan().Update(Documents.Instance, "identifier", "courses-prod", "x\u001b[2J");

        Assert.Equal("x?[2J", (await Documents.OnlyRefusalAsync(plan, GuardRules.Renamed)).After);
    }
}
