using System.Text.Json.Nodes;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Tests.Configuration;

/// <summary>The configuration files and the schema that are published say what the program reads.</summary>
public sealed class PublishedConfigurationTests
{
    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("docs/appsettings.aws.json")]
    public void Published_file_lacks_nothing_but_the_files_of_its_machine(string file)
    {
        IReadOnlyList<ConfigurationProblem> problems = [];
        try
        {
            ConfigurationLoader.Load(Path.Combine(Repository.Root, file), new System.Collections.Hashtable());
        }
        catch (ConfigurationException exception)
        {
            problems = exception.Problems;
        }

        Assert.All(problems, static problem => Assert.Contains("does not exist", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_of_the_schema_is_one_the_program_reads()
    {
        using var folder = new ConfigurationFolder();
        folder.Document["RestoreDrill"] = Example(Schema()["properties"]!["RestoreDrill"]!);

        Assert.DoesNotContain(folder.Problems(), static problem => problem.Message.Contains("is not a key", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_the_program_reads_is_in_the_schema()
    {
        using var folder = new ConfigurationFolder();
        var schema = Schema()["properties"]!["RestoreDrill"]!;

        AssertKnown("RestoreDrill", schema, folder);
        AssertKnown("RestoreDrill:Store", Below(schema, "Store"), folder);
        AssertKnown("RestoreDrill:Source", Below(schema, "Source"), folder);
        AssertKnown("RestoreDrill:Vault", Below(schema, "Vault"), folder);
        AssertKnown("RestoreDrill:Backup", Below(schema, "Backup"), folder);
        AssertKnown("RestoreDrill:Facts", Below(schema, "Facts"), folder);
        AssertKnown("RestoreDrill:Scratch", Below(schema, "Scratch"), folder);
        AssertKnown("RestoreDrill:Restore", Below(schema, "Restore"), folder);
        AssertKnown("RestoreDrill:Timing", Below(schema, "Timing"), folder);
        AssertKnown("RestoreDrill:Reading", Below(schema, "Reading"), folder);
        AssertKnown("RestoreDrill:SelfTest", Below(schema, "SelfTest"), folder);
        AssertKnown("RestoreDrill:Budgets", Below(schema, "Budgets"), folder);
        AssertKnown("RestoreDrill:Terraform", Below(schema, "Terraform"), folder);
        AssertKnown("RestoreDrill:Service", Below(schema, "Service"), folder);
        var database = Below(schema, "Databases")["items"]!;
        AssertKnown("RestoreDrill:Databases:0", database, folder);
        var schedule = Below(database, "Schedule");
        AssertKnown("RestoreDrill:Databases:0:Schedule", schedule, folder);
        AssertKnown("RestoreDrill:Databases:0:Schedule:Copy", Below(schedule, "Copy"), folder);
        AssertKnown("RestoreDrill:Databases:0:Schedule:Drill", Below(schedule, "Drill"), folder);
        AssertKnown("RestoreDrill:Databases:0:Schedule:Blackouts:0", Below(schedule, "Blackouts")["items"]!, folder);
        var check = Below(database, "Checks")["items"]!;
        AssertKnown("RestoreDrill:Databases:0:Checks:0", check, folder);
        AssertKnown("RestoreDrill:Databases:0:Checks:0:Expect", Below(check, "Expect"), folder);
    }

    /// <summary>The message about an unknown key names every known one.</summary>
    private static void AssertKnown(string path, JsonNode schema, ConfigurationFolder folder)
    {
        folder.Environment.Clear();
        folder.Environment[$"{path}:Qqqqqqqqqqqqqqqqqqqqqqqqqqqqq".Replace(":", "__", StringComparison.Ordinal)] = "x";
        var message = Assert.Single(folder.Problems()).Message;
        var known = message[(message.IndexOf("Known here: ", StringComparison.Ordinal) + "Known here: ".Length)..].Split(", ");

        Assert.Equal(schema["properties"]!.AsObject().Select(static property => property.Key).Order(StringComparer.Ordinal), known);
    }

    private static JsonNode Below(JsonNode schema, string key) => schema["properties"]![key]!;

    private static JsonNode Schema() => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "appsettings.schema.json")))!;

    private static JsonNode Example(JsonNode schema) => schema["type"] is JsonValue type && type.TryGetValue<string>(out var name)
        ? name switch
        {
            "object" => new JsonObject(schema["properties"]!.AsObject().Select(static property => KeyValuePair.Create(property.Key, (JsonNode?)Example(property.Value!)))),
            "array" => new JsonArray(Example(schema["items"]!)),
            _ => "1",
        }
        : "1";
}
