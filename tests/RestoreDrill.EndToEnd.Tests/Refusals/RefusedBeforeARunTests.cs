using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Refusals;

/// <summary>What is refused before a run begins: exit 2 (4 for a safety rule), a clear message, no run and no verdict.</summary>
public sealed class RefusedBeforeARunTests(SharedSandbox shared)
{
    [Fact]
    public Task Database_that_is_not_configured_is_refused() =>
        RefusedAsync(static _ => { }, 2, ["copy", "nosuch"], "nosuch", "courses");

    [Fact]
    public Task Instance_that_does_not_exist_is_refused() =>
        RefusedAsync(static workbench => workbench.Set("Databases:0:Instance", "gone-prod"), 2, ["copy", "courses"], "gone-prod", "111111111111");

    [Fact]
    public Task Unreachable_endpoint_is_refused() =>
        RefusedAsync(static workbench => workbench.Set("Source:Endpoint", "http://127.0.0.1:9"), 2, ["copy", "courses"], "no answer");

    [Fact]
    public Task Role_that_may_not_be_assumed_is_refused() =>
        RefusedAsync(
            static workbench => workbench.Set("Source:RoleArn", "arn:aws:iam::111111111111:role/somebody-else"), 2, ["copy", "courses"], "AccessDenied", "request id");

    [Fact]
    public Task Wrong_external_id_is_refused() =>
        RefusedAsync(static workbench => workbench.Set("Source:ExternalId", "guessed"), 2, ["copy", "courses"], "AccessDenied");

    [Fact]
    public Task Role_in_the_wrong_account_is_refused() =>
        RefusedAsync(
            static workbench => workbench.Set("Vault:DrillRoleArn", "arn:aws:iam::111111111111:role/restoredrill-source"), 2, ["drill", "courses"], "222222222222");

    [Fact]
    public Task Source_and_vault_being_one_account_is_refused() =>
        RefusedAsync(static workbench => workbench.Set("Vault:AccountId", "111111111111"), 4, ["copy", "courses"], "RestoreDrill:Vault:AccountId");

    [Fact]
    public Task Source_role_in_the_vault_account_is_refused() =>
        RefusedAsync(
            static workbench =>
            {
                workbench.Set("Source:RoleArn", "arn:aws:iam::222222222222:role/restoredrill-vault");
                workbench.Set("Source:ExternalId", null);
            },
            2,
            ["copy", "courses"],
            "RestoreDrill:Source:RoleArn");

    [Fact]
    public Task Drill_without_a_copy_is_refused() =>
        RefusedAsync(static _ => { }, 2, ["drill", "courses"], "no available copy", "restoredrill copy courses");

    [Fact]
    public Task Unknown_configuration_key_is_refused() =>
        RefusedAsync(static workbench => workbench.Set("Scratch:InstanceKlass", "db.t3.medium"), 2, ["copy", "courses"], "RestoreDrill:Scratch:InstanceKlass");

    private async Task RefusedAsync(Action<Workbench> change, int exitCode, string[] command, params string[] words)
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        change(workbench);

        var result = (await workbench.RunAsync(command)).MustExit(exitCode);

        Assert.All(words, word => Assert.Contains(word, result.Everything, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.run"));
        Assert.Empty(await Cloud.SnapshotsAsync(shared.Cloud.Source, workbench.StagingPrefix));
    }
}
