using System.Text.Json.Nodes;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_configuration_is_read_into_the_domains_options()
    {
        var configured = _folder.Load();

        var options = configured.Installation;
        Assert.Equal("acme", options.Installation.Value);
        Assert.Equal("111111111111", options.Source.AccountId);
        Assert.Equal("arn:aws:kms:eu-west-1:111111111111:alias/restoredrill", options.Source.ReencryptionKey);
        Assert.Equal(50, options.Vault.SnapshotQuota);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Timing.Poll);
        Assert.Equal(TimeSpan.FromHours(12), options.Timing.Verify);
        Assert.Equal(Path.Combine(_folder.Folder, "ca.crt"), options.Scratch.RootCertificate);
        var database = Assert.Single(options.Databases);
        Assert.Equal(0.9, database.MinimumReadShare);
        Assert.Equal(["courses.private.notes"], database.MayStayUnread);
        Assert.Equal(0.25, database.MaximumLoss);
        Assert.Equal((0.8, 5000), (database.Chain!.MinimumProvenShare, database.Chain.Groups));
        Assert.Equal(["courses.public.sessions", "courses.audit.log_*"], database.MayShrink);
        Assert.Equal(TimeSpan.FromDays(1), database.Checks[0].Expect.NewerThan);
        Assert.Equal(TimeSpan.FromSeconds(10), database.Checks[0].Timeout);
        Assert.Equal(TimeSpan.FromMinutes(1), database.Checks[1].Timeout);
        Assert.Equal(10.5m, database.Checks[1].Expect.AtLeast);
        Assert.Equal(new Uri("http://127.0.0.1:4599"), configured.Source.Endpoint);
        Assert.Null(configured.Vault.Endpoint);
        Assert.Equal("arn:aws:iam::222222222222:role/restoredrill-drill", configured.Drill.RoleArn);
        Assert.Equal(Path.Combine(_folder.Folder, "credentials"), configured.Drill.CredentialsFile);
    }

    [Fact]
    public void Store_connection_keeps_its_password_to_itself()
    {
        var store = _folder.Load().Store;

        Assert.Contains(ConfigurationFolder.StorePassword, store.Reveal(), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1:5999/restoredrill", store.ToString());
        Assert.DoesNotContain(ConfigurationFolder.StorePassword, _folder.Load().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_variables_override_the_file()
    {
        _folder.Environment["RestoreDrill__Installation"] = "other";
        _folder.Environment["RestoreDrill__Databases__0__Instance"] = "courses-two";
        _folder.Environment["RestoreDrill__Source__ExternalId"] = "";
        _folder.Environment["SOMETHING__ELSE"] = "1";

        var configured = _folder.Load();

        Assert.Equal("other", configured.Installation.Installation.Value);
        Assert.Equal("courses-two", configured.Installation.Databases[0].Instance);
        Assert.Null(configured.Source.ExternalId);
    }

    [Fact]
    public void Unknown_environment_variable_below_the_section_is_a_problem()
    {
        _folder.Environment["RestoreDrill__Vault__KmsKy"] = "x";

        Assert.Contains("did you mean KmsKey?", _folder.OnlyProblem("RestoreDrill:Vault:KmsKy").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_unknown_keys_are_told_at_once_with_their_paths()
    {
        _folder.Document["RestoreDril"] = new JsonObject();
        _folder.Root["Databses"] = new JsonArray();
        _folder.Root["Source"]!["AcountId"] = "1";
        _folder.Root["Timing"]!["Pol"] = "00:00:01";
        _folder.Database["Chekcs"] = new JsonArray(new JsonObject { ["Name"] = "x" });
        _folder.Database["Checks"]![0]!["Expect"]!["Newer"] = "1.00:00:00";

        Assert.Equal(
            [
                "RestoreDril", "RestoreDrill:Databases:0:Checks:0:Expect:Newer", "RestoreDrill:Databases:0:Chekcs",
                "RestoreDrill:Source:AcountId", "RestoreDrill:Timing:Pol",
            ],
            _folder.Problems().Select(static problem => problem.Key).Where(static key => key != "RestoreDrill:Databses").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Empty_section_tells_everything_that_is_missing()
    {
        _folder.Document["RestoreDrill"] = new JsonObject();

        var keys = _folder.Problems().Select(static problem => problem.Key).ToList();

        Assert.Equal(
            [
                "RestoreDrill:Installation", "RestoreDrill:Store",
                "RestoreDrill:Source:AccountId", "RestoreDrill:Source:Region", "RestoreDrill:Source:RoleArn",
                "RestoreDrill:Vault:AccountId", "RestoreDrill:Vault:Region", "RestoreDrill:Vault:CopyRoleArn", "RestoreDrill:Vault:DrillRoleArn",
                "RestoreDrill:Vault:KmsKey",
                "RestoreDrill:Scratch:InstanceClass", "RestoreDrill:Scratch:SubnetGroup", "RestoreDrill:Scratch:ParameterGroup",
                "RestoreDrill:Scratch:SecurityGroups", "RestoreDrill:Scratch:RootCertificate",
                "RestoreDrill:Databases",
            ],
            keys);
    }

    [Fact]
    public void Schema_reference_at_the_top_is_welcome()
    {
        _folder.Document["$schema"] = "docs/appsettings.schema.json";

        Assert.NotNull(_folder.Load());
    }

    [Fact]
    public void File_that_is_not_there_is_one_problem()
    {
        var exception = Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load(Path.Combine(_folder.Folder, "none.json"), _folder.Environment));

        Assert.Contains("does not exist", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"RestoreDrill\": ")]
    [InlineData("{ \"RestoreDrill\": { \"Installation\": \"a1\", \"installation\": \"a2\" } }")]
    public void File_that_is_not_json_is_one_problem(string text)
    {
        _folder.Write("broken.json", text);

        var exception = Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load(Path.Combine(_folder.Folder, "broken.json"), _folder.Environment));

        Assert.Contains("not valid JSON", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistake_in_the_json_is_told_with_line_and_position()
    {
        _folder.Write("broken.json", "{\n  \"RestoreDrill\": {\n    \"Installation\": acme\n  }\n}\n");

        var exception = Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load(Path.Combine(_folder.Folder, "broken.json"), _folder.Environment));

        var message = Assert.Single(exception.Problems).Message;
        Assert.StartsWith("the file is not valid JSON at line 3, position 21: 'a' is an invalid start of a value.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", message, StringComparison.Ordinal);
    }
}
