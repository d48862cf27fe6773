using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>The share that is destroyed, and plans that are not whole.</summary>
public sealed class PlanRuleTests
{
    [Theory]
    [InlineData(100, 25, 3, 0.25, false)]
    [InlineData(100, 26, 3, 0.25, true)]
    [InlineData(100, 1, 0, 0, true)]
    [InlineData(100, 0, 0, 0, false)]
    [InlineData(4, 3, 3, 0.25, false)]
    [InlineData(4, 4, 3, 0.25, true)]
    [InlineData(100, 100, 3, 1, false)]
    public async Task Share_is_refused_above_the_most_and_above_the_few(int existing, int destroyed, int few, double most, bool refused)
    {
        var options = Documents.Options with { Terraform = new TerraformOptions { FewDestroyed = few, MostDestroyed = most } };

        var reading = await Documents.JudgeAsync(Buckets(existing, destroyed, "delete"), options);

        Assert.Equal(refused, reading.IsRefused);
        Assert.All(reading.Refusals, static refusal => Assert.Equal(GuardRules.Share, refusal.Rule));
        Assert.Equal((existing, destroyed), (reading.Counts.Existing, reading.Counts.Destroyed));
    }

    [Fact]
    public async Task Replaced_resources_count_as_destroyed()
    {
        Assert.Equal(GuardRules.Share, Assert.Single((await Documents.JudgeAsync(Buckets(10, 6, "delete", "create"))).Refusals).Rule);
    }

    [Fact]
    public async Task Forgotten_resources_do_not_count_as_destroyed()
    {
        var reading = await Documents.JudgeAsync(Buckets(10, 6, "forget"));

        Assert.Empty(reading.Refusals);
        Assert.Equal(6, reading.Counts.Forgotten);
    }

    [Fact]
    public async Task Data_sources_do_not_count()
    {
        var plan = Buckets(10, 6, "delete");
        foreach (var entry in plan["resource_changes"]!.AsArray().Where(static entry => (string?)entry!["change"]!["actions"]![0] == "no-op"))
        {
            entry!["mode"] = "data";
            entry["address"] = "data." + (string?)entry["address"];
        }

        Assert.Equal(6, (await Documents.JudgeAsync(plan)).Counts.Existing);
    }

    [Fact]
    public async Task Plan_that_failed_is_refused()
    {
        var plan = Documents.Plan();
        plan["errored"] = true;

        Assert.Equal("errored", (await Documents.OnlyRefusalAsync(plan, GuardRules.Incomplete)).Attribute);
    }

    [Fact]
    public async Task Plan_that_is_a_part_is_refused()
    {
        var plan = Documents.Plan();
        plan["complete"] = false;

        Assert.Equal("complete", (await Documents.OnlyRefusalAsync(plan, GuardRules.Incomplete)).Attribute);
    }

    [Fact]
    public async Task Plan_of_a_version_that_does_not_say_whether_it_is_whole_is_let_through()
    {
        var plan = Documents.Plan();
        plan.Remove("complete");
        plan.Remove("applyable");

        await Documents.AssertLetThroughAsync(plan);
    }

    [Fact]
    public async Task Protected_resource_of_which_the_plan_says_nothing_is_refused()
    {
        var plan = Documents.Plan();
        plan["resource_changes"]!.AsArray().Remove(plan.Entry(Documents.Instance));

        Assert.Equal(Documents.Instance, (await Documents.OnlyRefusalAsync(plan, GuardRules.Unaccounted)).Resource);
    }

    [Fact]
    public async Task Plan_without_changes_is_refused_where_protected_resources_exist()
    {
        var plan = Documents.Plan();
        plan.Remove("resource_changes");

        Assert.All((await Documents.JudgeAsync(plan)).Refusals, static refusal => Assert.Equal(GuardRules.Unaccounted, refusal.Rule));
        Assert.True((await Documents.JudgeAsync(plan)).IsRefused);
    }

    [Fact]
    public async Task Drift_that_deleted_a_protected_resource_is_stale()
    {
        var plan = Documents.Plan();
        var gone = plan.Entry(Documents.Snapshot).DeepClone();
        gone["change"]!["actions"] = new JsonArray("delete");
        gone["change"]!["after"] = null;
        plan["resource_drift"] = new JsonArray(gone);

        Assert.Equal(Documents.Snapshot, (await Documents.OnlyRefusalAsync(plan, GuardRules.Stale)).Resource);
    }

    [Fact]
    public async Task Drift_that_weakened_a_protected_resource_is_told()
    {
        var plan = Documents.Plan();
        var weaker = plan.Entry(Documents.Instance).DeepClone();
        weaker["change"]!["after"]!["deletion_protection"] = false;
        plan["resource_drift"] = new JsonArray(weaker);

        var reading = await Documents.JudgeAsync(plan);

        Assert.Empty(reading.Refusals);
        Assert.Contains("deletion_protection went from true to false", Assert.Single(reading.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_of_a_provider_is_told_as_not_judged()
    {
        var plan = Documents.Plan();
        plan["action_invocations"] = new JsonArray(new JsonObject { ["address"] = "action.aws_lambda_invoke.wipe", ["type"] = "aws_lambda_invoke", ["name"] = "wipe" });

        Assert.Equal("action.aws_lambda_invoke.wipe", Assert.Single((await Documents.JudgeAsync(plan)).Notes).Resource);
    }

    [Fact]
    public async Task Configured_database_comes_first_and_is_never_left_out()
    {
        var plan = Documents.Plan();
        for (var i = 0; i < Judgement.Most + 50; i++)
        {
            plan.Add("aws_kms_key", new JsonObject { ["id"] = "x" }, null, "delete");
            var entry = plan["resource_changes"]!.AsArray()[^1]!;
            (entry["name"], entry["address"]) = ($"k{i}", $"aws_kms_key.k{i}");
        }

        var last = plan.Act(Documents.Instance, "delete").Entry(Documents.Instance);
        plan["resource_changes"]!.AsArray().Remove(last);
        plan["resource_changes"]!.AsArray().Add(last);

        Assert.Equal(Documents.Instance, (await Documents.JudgeAsync(plan)).Refusals[0].Resource);
    }

    [Fact]
    public async Task Refusals_beyond_the_most_are_counted()
    {
        var plan = new JsonObject { ["format_version"] = "1.2", ["resource_changes"] = new JsonArray() };
        for (var i = 0; i < Judgement.Most + 50; i++)
        {
            plan["resource_changes"]!.AsArray().Add(Buckets(0, 1, "delete")["resource_changes"]![0]!.DeepClone());
            var entry = plan["resource_changes"]![i]!;
            (entry["type"], entry["name"], entry["address"]) = ("aws_kms_key", $"k{i}", $"aws_kms_key.k{i}");
        }

        var reading = await Documents.JudgeAsync(plan);

        Assert.Equal((Judgement.Most + 1, 50), (reading.Refusals.Count, reading.RefusalsLeftOut));
        Assert.Equal(GuardRules.Share, reading.Refusals[0].Rule);
    }

    private static JsonObject Buckets(int existing, int destroyed, params string[] actions)
    {
        var changes = new JsonArray();
        for (var i = 0; i < Math.Max(existing, destroyed); i++)
        {
            var goes = i < destroyed;
            var bucket = new JsonObject { ["bucket"] = $"b{i}" };
            changes.Add(new JsonObject
            {
                ["address"] = $"aws_s3_bucket.b[{i}]", ["mode"] = "managed", ["type"] = "aws_s3_bucket", ["name"] = "b", ["index"] = i,
                ["change"] = new JsonObject
                {
                    ["actions"] = goes ? new JsonArray([.. actions.Select(static action => (JsonNode)action)]) : new JsonArray("no-op"),
                    ["before"] = bucket.DeepClone(),
                    ["after"] = goes && actions.Length == 1 ? null : bucket,
                },
            });
        }

        return new JsonObject { ["format_version"] = "1.2", ["terraform_version"] = "1.9.5", ["resource_changes"] = changes, ["errored"] = false };
    }
}
