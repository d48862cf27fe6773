using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

public sealed class PaginatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_followed_to_the_end_across_an_empty_one()
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(200, Page("<member>a</member>", "m1")).Then(200, Page("", "m2")).Then(200, Page("<member>b</member>", null));
        using var client = iam.Client();

        var names = new List<string>();
        var paginator = client.Paginators.ListRolePolicies(new ListRolePoliciesRequest { RoleName = "drill", MaxItems = 1 });
        await foreach (var name in paginator.PolicyNames.WithCancellation(Cancelled))
        {
            names.Add(name);
        }

        Assert.Equal(["a", "b"], names);
        Assert.Equal(
            ["Action=ListRolePolicies\nMaxItems=1\nRoleName=drill\nVersion=2010-05-08",
                "Action=ListRolePolicies\nMarker=m1\nMaxItems=1\nRoleName=drill\nVersion=2010-05-08",
                "Action=ListRolePolicies\nMarker=m2\nMaxItems=1\nRoleName=drill\nVersion=2010-05-08"],
            iam.Asked.Select(a => a.Form));
    }

    [Fact]
    public async Task An_error_on_a_later_page_is_thrown_and_the_list_is_not_taken_for_complete()
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(200, Page("<member>a</member>", "m1")).Then(403, XmlAnswers.Error("AccessDenied", "no"));
        using var client = iam.Client();

        await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(async () =>
        {
            await foreach (var _ in client.Paginators.ListRolePolicies(new ListRolePoliciesRequest()).Responses.WithCancellation(Cancelled))
            {
                Assert.True(iam.Asked.Count == 1, "the second page was yielded");
            }
        });
    }

    private static string Page(string items, string? marker) => XmlAnswers.Result(
        "ListRolePolicies",
        $"<PolicyNames>{items}</PolicyNames><IsTruncated>{(marker is null ? "false" : "true")}</IsTruncated>"
            + (marker is null ? "" : $"<Marker>{marker}</Marker>"));
}
