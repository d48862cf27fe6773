using Amazon.KeyManagementService.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>The key that production is encrypted under. Bare accounts begin without it.</summary>
internal static class ProductionKey
{
    /// <summary>Makes it, unless it is there.</summary>
    public static async Task MakeAsync(Customer customer, CancellationToken ct)
    {
        using var kms = customer.Kms(Account.Source);
        try
        {
            await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = KmsKey.CustomerAlias }, ct);
        }
        catch (NotFoundException)
        {
            var key = await kms.CreateKeyAsync(new CreateKeyRequest { Description = "production" }, ct);
            await kms.CreateAliasAsync(new CreateAliasRequest { AliasName = KmsKey.CustomerAlias, TargetKeyId = key.KeyMetadata.KeyId }, ct);
        }
    }
}
