using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>What cannot be judged is refused, and says what to hand in instead.</summary>
public sealed class UnreadableDocumentTests
{
    private const string Plan = "\"format_version\":\"1.2\",\"resource_changes\":[]";
    private const string State = "\"version\":4,\"terraform_version\":\"1.9.5\",\"serial\":1,\"lineage\":\"x\",\"resources\":[]";

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\t ", "white space")]
    [InlineData("null", "does not begin with {")]
    [InlineData("[]", "does not begin with {")]
    [InlineData("Terraform will perform the following actions:", "terraform show -json")]
    [InlineData("{}", "neither format_version nor version")]
    [InlineData("{" + Plan, "not valid JSON")]
    [InlineData("{" + Plan + "}}", "not valid JSON")]
    [InlineData("{" + Plan + "} x", "not valid JSON")]
    [InlineData("{" + Plan + "}{" + Plan + "}", "not valid JSON")]
    [InlineData("{" + Plan + ",}", "not valid JSON")]
    [InlineData("{" + Plan + ",\"errored\":NaN}", "not valid JSON")]
    [InlineData("{" + Plan + "// comment\n}", "not valid JSON")]
    [InlineData("{" + Plan + ",\"resource_changes\":[]}", "resource_changes comes twice")]
    [InlineData("{" + Plan + ",\"format_version\":\"1.2\"}", "format_version comes twice")]
    [InlineData("{\"@level\":\"info\",\"@message\":\"Terraform 1.9.5\"}\n{\"@level\":\"info\"}", "terraform plan -json")]
    [InlineData("{\"@level\":\"info\",\"@message\":\"Terraform 1.9.5\"}", "terraform plan -json")]
    [InlineData("{\"meta\":{},\"encrypted_data\":\"x\",\"encryption_version\":\"v0\"}", "encrypted")]
    [InlineData("{\"format_version\":\"1.0\"}", "where there is no state")]
    [InlineData("{\"format_version\":\"1.0\",\"provider_schemas\":{}}", "nothing else")]
    [InlineData("{" + Plan + ",\"values\":{}}", "different kinds")]
    [InlineData("{" + Plan + ",\"version\":4}", "different kinds")]
    [InlineData("{" + State + ",\"format_version\":\"1.0\"}", "different kinds")]
    [InlineData("{\"resources\":[],\"serial\":1}", "different kinds")]
    [InlineData("{\"version\":4}", "no terraform_version, no serial, no lineage, no resources")]
    [InlineData("{\"version\":4,\"terraform_version\":\"1.9.5\",\"serial\":1,\"lineage\":\"x\"}", "no resources")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":null}", "not a list")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":{}}", "not a list")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":[1]}", "not an object")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":[{}]}", "no address")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":1}]}", "not a text")]
    [InlineData("{\"format_version\":\"1.2\",\"prior_state\":[]}", "not an object")]
    [InlineData("{\"format_version\":\"1.2\",\"prior_state\":{\"format_version\":\"1.0\",\"values\":{\"root_module\":[]}}}", "not an object")]
    [InlineData("{\"format_version\":\"1.2\",\"prior_state\":{\"values\":{\"root_module\":{\"child_modules\":[1]}}}}", "not an object")]
    [InlineData("{\"format_version\":\"1.2\",\"errored\":\"no\",\"resource_changes\":[]}", "neither true nor false")]
    [InlineData("{\"format_version\":\"1.2\",\"resource_changes\":[],\"a\\ud800\":1}", "not a text")]
    [InlineData("{\"version\":4,\"terraform_version\":\"1.9.5\",\"serial\":1,\"lineage\":\"x\",\"resources\":[{\"mode\":\"managed\",\"type\":\"a\",\"name\":\"b\"}]}", "no list of instances")]
    [InlineData("{\"version\":4,\"terraform_version\":\"1.9.5\",\"serial\":1,\"lineage\":\"x\",\"resources\":[{\"mode\":\"managed\",\"type\":\"a\",\"name\":\"b\",\"instances\":[{}]}]}", "no attributes")]
    [InlineData("{\"version\":4,\"terraform_version\":\"1.9.5\",\"serial\":\"1\",\"lineage\":\"x\",\"resources\":[]}", "serial")]
    public async Task Document_that_cannot_be_judged_is_refused(string document, string says)
    {
        var refusal = Assert.Single((await Documents.JudgeAsync(document)).Refusals);

        Assert.Equal(GuardRules.Unreadable, refusal.Rule);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{" + Plan + "}")]
    [InlineData("{" + State + "}")]
    [InlineData("\r\n {" + Plan + ",\"from_the_future\":{\"a\":[1,{\"b\":null}]}} \n\n")]
    [InlineData("{\"format_version\":\"1.97\",\"resource_changes\":[]}")]
    public async Task Smallest_document_is_let_through(string document) => Assert.Empty((await Documents.JudgeAsync(document)).Refusals);

    [Theory]
    [InlineData("{\"format_version\":\"2.0\",\"resource_changes\":[]}")]
    [InlineData("{\"format_version\":\"0.2\",\"resource_changes\":[]}")]
    [InlineData("{\"format_version\":\"1\",\"resource_changes\":[]}")]
    [InlineData("{\"format_version\":\"1.x\",\"resource_changes\":[]}")]
    [InlineData("{\"format_version\":1.2,\"resource_changes\":[]}")]
    [InlineData("{\"format_version\":null,\"resource_changes\":[]}")]
    [InlineData("{\"format_version\":\"1.2\",\"prior_state\":{\"format_version\":\"2.0\"}}")]
    [InlineData("{\"version\":3,\"terraform_version\":\"0.11.14\",\"serial\":1,\"lineage\":\"x\",\"modules\":[]}")]
    [InlineData("{\"version\":5,\"serial\":1,\"lineage\":\"x\",\"resources\":[]}")]
    [InlineData("{\"version\":\"4\",\"serial\":1,\"lineage\":\"x\",\"resources\":[]}")]
    [InlineData("{\"version\":4.0,\"serial\":1,\"lineage\":\"x\",\"resources\":[]}")]
    public async Task Version_that_is_not_known_is_refused(string document) =>
        Assert.Equal(GuardRules.UnknownFormat, Assert.Single((await Documents.JudgeAsync(document)).Refusals).Rule);

    [Fact]
    public async Task Binary_plan_is_refused_with_the_command_that_shows_it()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("tfplan");
        }

        Assert.Contains("terraform show -json <plan file>", await OnlyMessageAsync(zip.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compressed_document_is_refused()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Documents.Text("plan-harmless.json")));
        }

        Assert.Contains("gzip", await OnlyMessageAsync(zipped.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Utf16_is_refused_with_what_to_write(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);

        Assert.Contains("Out-File -Encoding utf8", await OnlyMessageAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Documents.Text("plan-harmless.json"))]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Byte_order_mark_of_utf8_is_passed_over()
    {
        byte[] document = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Documents.Text("plan-harmless.json"))];

        Assert.Empty((await Documents.JudgeAsync(document)).Refusals);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused()
    {
        var document = Encoding.UTF8.GetBytes(Documents.Text("plan-harmless.json").Replace("production", "produ@tion", StringComparison.Ordinal));
        document[Array.LastIndexOf(document, (byte)'@')] = 0xFF;

        Assert.Contains("not UTF-8", await OnlyMessageAsync(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"deletion_protection\": true", "\"deletion_protection\": true, \"deletion_protection\": false")]
    [InlineData("\"actions\": [\n     \"no-op\"\n    ]", "\"actions\": [\"no-op\"], \"actions\": [\"delete\"]")]
    public async Task Member_that_comes_twice_in_a_resource_is_refused(string once, string twice)
    {
        var document = Documents.Text("plan-harmless.json");
        Assert.Contains(once, document, StringComparison.Ordinal);

        var at = document.LastIndexOf(once, StringComparison.Ordinal);
        var refusals = (await Documents.JudgeAsync(document[..at] + twice + document[(at + once.Length)..])).Refusals;

        Assert.Contains(refusals, static refusal => refusal.Rule == GuardRules.Unreadable);
    }

    [Theory]
    [InlineData("delete", "{}", "{}")]
    [InlineData("update", "{}", "null")]
    [InlineData("no-op", "{}", "null")]
    [InlineData("create", "{}", "{}")]
    [InlineData("forget", "null", "null")]
    public async Task Change_that_contradicts_itself_is_refused(string action, string before, string after)
    {
        var plan = Documents.Plan().Add("aws_s3_bucket", JsonNode.Parse(before), JsonNode.Parse(after), action);

        Assert.Contains("contradicts itself", (await Documents.OnlyRefusalAsync(plan, GuardRules.Unreadable)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type", "aws_s3_bucket")]
    [InlineData("name", "other")]
    [InlineData("mode", "data")]
    public async Task Address_that_does_not_agree_with_the_resource_is_refused(string member, string value)
    {
        var plan = Documents.Plan().Act(Documents.Instance, "delete");
        plan.Entry(Documents.Instance)[member] = value;

        Assert.Contains((await Documents.JudgeAsync(plan)).Refusals, static refusal => refusal.Message.Contains("contradicts itself", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Part_that_is_too_large_is_refused()
    {
        var plan = Documents.Plan().Add("aws_s3_object", null, new JsonObject { ["content"] = new string('x', JsonFeed.LargestPart) }, "create");

        Assert.Contains("32 MiB", (await Documents.OnlyRefusalAsync(plan, GuardRules.TooLarge)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        Assert.Equal(GuardRules.Unreadable, Assert.Single((await Documents.JudgeAsync("{\"format_version\":\"1.2\",\"x\":" + deep)).Refusals).Rule);
    }

    [Fact]
    public async Task What_was_found_before_the_end_is_told_too()
    {
        var document = Documents.Text("plan-destroy.json");

        var reading = await Documents.JudgeAsync(document[..^20]);

        Assert.Contains(reading.Refusals, static refusal => refusal.Rule == GuardRules.Destroyed && refusal.Resource == Documents.Instance);
        Assert.Contains(reading.Refusals, static refusal => refusal.Rule == GuardRules.Unreadable);
    }

    [Fact]
    public async Task Stream_that_breaks_is_refused()
    {
        await using var broken = new BrokenStream(Encoding.UTF8.GetBytes(Documents.Text("plan-harmless.json")));

        var reading = await new TerraformGuard(Documents.Options).ReadAsync(broken, TestContext.Current.CancellationToken);

        Assert.Contains("could not be read to its end", Assert.Single(reading.Refusals).Message, StringComparison.Ordinal);
    }

    private static async Task<string> OnlyMessageAsync(byte[] document)
    {
        var refusal = Assert.Single((await Documents.JudgeAsync(document)).Refusals);
        Assert.Equal(GuardRules.Unreadable, refusal.Rule);
        return refusal.Message;
    }
}
