using Amazon.KeyManagementService.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The KMS keys of one account and region.</summary>
internal sealed class MemberKeys(AccountSession session)
{
    /// <summary>A key by ARN or alias ARN; null: there is none.</summary>
    public async Task<KeyMetadata?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.LookAsync(
            "kms:DescribeKey", $"key {key}", "NotFoundException", session.Kms.DescribeKeyAsync, new DescribeKeyRequest { KeyId = key }, cancellationToken);
        return answer?.KeyMetadata;
    }

    public Task<string> PolicyOfAsync(string keyArn, CancellationToken cancellationToken) => Keys.PolicyOfAsync(session, keyArn, cancellationToken);

    public Task<IReadOnlyList<KeyGrant>> GrantsOfAsync(string keyArn, CancellationToken cancellationToken) => Keys.GrantsOfAsync(session, keyArn, cancellationToken);

    public Task PutPolicyAsync(string keyArn, string policy, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "kms:PutKeyPolicy",
        $"policy of key {keyArn}",
        session.Kms.PutKeyPolicyAsync,
        new PutKeyPolicyRequest { KeyId = keyArn, PolicyName = Keys.ThePolicy, Policy = policy },
        cancellationToken);

    /// <summary>A usable key with this very description and no alias, which an interrupted run has left; null: there is none.</summary>
    public async Task<string?> FindUnnamedAsync(string description, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "kms:ListKeys", "the account's keys", session.Kms.ListKeysAsync, new ListKeysRequest { Marker = next }, cancellationToken);
            foreach (var key in page.Keys ?? [])
            {
                if (await FindAsync(key.KeyArn, cancellationToken) is { Enabled: true } found
                    && found.Description == description
                    && !await HasAliasAsync(key.KeyArn, cancellationToken))
                {
                    return key.KeyArn;
                }
            }

            next = page.Truncated == true ? page.NextMarker : null;
        }
        while (next is not null);

        return null;
    }

    public async Task<string> CreateAsync(string description, string policy, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.ChangeAsync(
            "kms:CreateKey", $"key '{description}'", session.Kms.CreateKeyAsync, new CreateKeyRequest { Description = description, Policy = policy }, cancellationToken);
        return Answers.Needed(answer.KeyMetadata?.Arn, "key ARN");
    }

    /// <param name="alias">The alias's name, with <c>alias/</c>.</param>
    /// <param name="keyArn">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task NameAsync(string alias, string keyArn, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "kms:CreateAlias", $"{alias} of key {keyArn}", session.Kms.CreateAliasAsync, new CreateAliasRequest { AliasName = alias, TargetKeyId = keyArn }, cancellationToken);

    private async Task<bool> HasAliasAsync(string keyArn, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.AskAsync(
            "kms:ListAliases", $"aliases of key {keyArn}", session.Kms.ListAliasesAsync, new ListAliasesRequest { KeyId = keyArn }, cancellationToken);
        return answer.Aliases is { Count: > 0 };
    }
}
