using System.Net;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using AWSSDK.RDS.Tests.Wire;

namespace AWSSDK.RDS.Tests.Clients;

/// <summary>
/// Every operation with every member set, against files under Golden: what botocore 1.43.11's query serializer writes for the same values,
/// and what its parser reads from the same answer. See Golden/README.md.
/// </summary>
public sealed class OperationTests
{
    public static TheoryData<string> Operations => [.. typeof(IAmazonRDS).GetMethods()
        .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(m => m.Name[..^"Async".Length])
        .Distinct()];

    [Fact]
    public void Every_operation_of_the_client_has_golden_files_and_none_is_left_over()
        => Assert.Equal(
            Operations.Select(o => o.Data).Order(),
            Directory.GetFiles(Folder, "*.form").Select(f => Path.GetFileNameWithoutExtension(f)).Order());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_with_every_member_set_is_written_as_the_query_protocol_has_it(string operation)
    {
        await using var rds = await RdsEndpoint.AnsweringAsync(Golden(operation, "xml"));
        using var client = rds.Client();

        await InvokeAsync(client, operation, Golden(operation, "request.json"));

        var asked = Assert.Single(rds.Asked);
        Assert.Equal("POST", asked.Method);
        Assert.Equal("/", asked.Path);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", asked.Headers["Content-Type"]);
        Assert.Equal(Sorted(Golden(operation, "form")), Sorted(asked.Form));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_with_every_member_set_is_read_in_full(string operation)
    {
        await using var rds = await RdsEndpoint.AnsweringAsync(Golden(operation, "xml"));
        using var client = rds.Client();

        var response = await InvokeAsync(client, operation, "{}");

        Assert.Equal(Golden(operation, "response.json"), GoldenJson.Write(response));
        Assert.Equal(Answers.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    private static string Golden(string operation, string kind) => File.ReadAllText(Path.Combine(Folder, $"{operation}.{kind}")).TrimEnd('\n');

    private static string Sorted(string form) => string.Join('\n', form.Split('\n').Order(StringComparer.Ordinal));

    private static async Task<AmazonWebServiceResponse> InvokeAsync(IAmazonRDS client, string operation, string json)
    {
        var requestType = typeof(CopyDBSnapshotRequest).Assembly.GetType($"Amazon.RDS.Model.{operation}Request", throwOnError: true)!;
        var method = typeof(IAmazonRDS).GetMethod(operation + "Async", [requestType, typeof(CancellationToken)])!;
        dynamic task = method.Invoke(client, [GoldenJson.Read(json, requestType), TestContext.Current.CancellationToken])!;
        return (AmazonWebServiceResponse)await task;
    }
}
