using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>What a state by itself is refused for.</summary>
public sealed class StateRuleTests
{
    [Fact]
    public async Task Tainted_protected_resource_is_refused()
    {
        var state = Documents.State();
        Instance(state)["status"] = "tainted";

        Assert.Equal(Documents.Instance, (await Documents.OnlyRefusalAsync(state, GuardRules.Replaced)).Resource);
    }

    [Fact]
    public async Task Tainted_protected_resource_of_a_shown_state_is_refused()
    {
        var state = JsonNode.Parse(Documents.Text("shown-state.json"))!;
        state["values"]!["root_module"]!["child_modules"]![0]!["resources"]![0]!["tainted"] = true;

        Assert.Equal(Documents.Instance, (await Documents.OnlyRefusalAsync(state, GuardRules.Replaced)).Resource);
    }

    [Fact]
    public async Task Deposed_protected_resource_is_refused()
    {
        var state = Documents.State();
        Instance(state)["deposed"] = "byebye01";

        Assert.Equal(Documents.Instance, (await Documents.OnlyRefusalAsync(state, GuardRules.Destroyed)).Resource);
    }

    [Fact]
    public async Task Tainted_resource_that_is_not_protected_is_let_through()
    {
        var state = Documents.State();
        Of(state, "aws_s3_bucket")["status"] = "tainted";

        await Documents.AssertLetThroughAsync(state);
    }

    [Fact]
    public async Task Database_without_deletion_protection_is_told()
    {
        var state = Documents.State();
        Instance(state)["attributes"]!["deletion_protection"] = false;

        Assert.Contains((await Documents.JudgeAsync(state)).Notes, static note => note.Resource == Documents.Instance && note.Message.Contains("run directly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Instance_keys_are_part_of_the_address()
    {
        var state = Documents.State();
        state["resources"]!.AsArray().Single(static one => (string?)one!["name"] == "replica")!["instances"]![0]!["status"] = "tainted";

        Assert.Equal(Documents.Replica, (await Documents.OnlyRefusalAsync(state, GuardRules.Replaced)).Resource);
    }

    private static JsonObject Instance(JsonObject state) => Of(state, "aws_db_instance");

    private static JsonObject Of(JsonObject state, string type) =>
        state["resources"]!.AsArray().First(one => (string?)one!["type"] == type)!["instances"]![0]!.AsObject();
}
