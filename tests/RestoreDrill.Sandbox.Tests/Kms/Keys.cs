using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Kms;

/// <summary>Keys as tests need them, each test its own.</summary>
internal sealed class Keys(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public AmazonKeyManagementServiceClient Source { get; } = sandbox.Kms(sandbox.KeysOf(Account.Source));

    public AmazonKeyManagementServiceClient Vault { get; } = sandbox.Kms(sandbox.KeysOf(Account.Vault));

    public static string NewAlias() => $"alias/test-{Guid.NewGuid():n}";

    /// <summary>A new key of the account, with AWS's default policy unless another is given.</summary>
    public static async Task<KeyMetadata> CreateAsync(AmazonKeyManagementServiceClient account, string? policy = null) =>
        (await account.CreateKeyAsync(new CreateKeyRequest { Description = "a test", Policy = policy }, Ct)).KeyMetadata;

    public static async Task<KeyMetadata> DescribeAsync(AmazonKeyManagementServiceClient account, string key) =>
        (await account.DescribeKeyAsync(new DescribeKeyRequest { KeyId = key }, Ct)).KeyMetadata;

    public static async Task<List<GrantListEntry>> GrantsAsync(AmazonKeyManagementServiceClient account, string key) =>
        (await account.ListGrantsAsync(new ListGrantsRequest { KeyId = key }, Ct)).Grants ?? [];
}
