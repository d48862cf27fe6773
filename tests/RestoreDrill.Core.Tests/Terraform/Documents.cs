using System.Text;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>
/// States and plans as Terraform writes them, by hand after its public documentation, "JSON Output Format" (developer.hashicorp.com/terraform/internals/json-format). The
/// protected database is <c>courses-prod</c> of account 111111111111; the vault account is 222222222222.
/// </summary>
internal static class Documents
{
    public const string Instance = "module.db.aws_db_instance.courses";
    public const string Replica = "module.db.aws_db_instance.replica[\"eu\"]";
    public const string Snapshot = "module.db.aws_db_snapshot.before_upgrade";
    public const string Key = "module.db.aws_kms_key.rds";
    public const string Vault = "aws_backup_vault.prod";
    public const string BackupPlan = "aws_backup_plan.nightly";
    public const string Bucket = "aws_s3_bucket.uploads";

    public static GuardOptions Options { get; } = new()
    {
        SourceAccount = "111111111111",
        SourceRegion = "eu-west-1",
        VaultAccount = "222222222222",
        VaultBucket = "facts-of-acme",
        Instances = [new GuardedInstance("courses", "courses-prod")],
    };

    public static string Text(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "RestoreDrill.Core.Tests", "Terraform", "Fixtures", name));

    /// <summary>A plan of which nothing is refused.</summary>
    public static JsonObject Plan() => JsonNode.Parse(Text("plan-harmless.json"))!.AsObject();

    /// <summary>The state file of the same.</summary>
    public static JsonObject State() => JsonNode.Parse(Text("state.json"))!.AsObject();

    /// <summary>The entry of a plan's <c>resource_changes</c>.</summary>
    public static JsonObject Entry(this JsonObject plan, string address) =>
        plan["resource_changes"]!.AsArray().Select(static entry => entry!.AsObject()).Single(entry => (string?)entry["address"] == address);

    public static JsonObject Change(this JsonObject plan, string address) => plan.Entry(address)["change"]!.AsObject();

    /// <summary>Has the plan do something else to a resource.</summary>
    public static JsonObject Act(this JsonObject plan, string address, params string[] actions)
    {
        var change = plan.Change(address);
        change["actions"] = new JsonArray([.. actions.Select(static action => (JsonNode)action)]);
        change["after"] = actions is ["delete"] or ["forget"] ? null : change["before"]!.DeepClone();
        return plan;
    }

    /// <summary>Has the plan update one attribute.</summary>
    public static JsonObject Update(this JsonObject plan, string address, string attribute, JsonNode? before, JsonNode? after)
    {
        plan.Act(address, "update");
        plan.Change(address)["before"]![attribute] = before;
        plan.Change(address)["after"]![attribute] = after;
        return plan;
    }

    /// <summary>Puts one more resource into the plan.</summary>
    public static JsonObject Add(this JsonObject plan, string type, JsonNode? before, JsonNode? after, params string[] actions)
    {
        plan["resource_changes"]!.AsArray().Add(new JsonObject
        {
            ["address"] = $"{type}.one", ["mode"] = "managed", ["type"] = type, ["name"] = "one", ["provider_name"] = "registry.example/hashicorp/aws",
            ["change"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. actions.Select(static action => (JsonNode)action)]), ["before"] = before, ["after"] = after, ["after_unknown"] = new JsonObject(),
            },
        });
        return plan;
    }

    public static Task<GuardReading> JudgeAsync(JsonNode document, GuardOptions? options = null) => JudgeAsync(document.ToJsonString(), options);

    public static Task<GuardReading> JudgeAsync(string document, GuardOptions? options = null) => JudgeAsync(Encoding.UTF8.GetBytes(document), options);

    public static Task<GuardReading> JudgeAsync(byte[] document, GuardOptions? options = null) =>
        new TerraformGuard(options ?? Options).ReadAsync(new MemoryStream(document), TestContext.Current.CancellationToken);

    /// <summary>Asserts that the document is refused for this one reason.</summary>
    public static async Task<GuardRefusal> OnlyRefusalAsync(JsonNode document, string rule, GuardOptions? options = null)
    {
        var refusal = Assert.Single((await JudgeAsync(document, options)).Refusals);
        Assert.Equal(rule, refusal.Rule);
        return refusal;
    }

    public static async Task AssertLetThroughAsync(JsonNode document, GuardOptions? options = null) => Assert.Empty((await JudgeAsync(document, options)).Refusals);
}
