using System.Text.Json;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>DescribeKey.</summary>
internal sealed class KmsService(KeyRing keys, KeyPolicies policies, SandboxClock clock) : IAwsService
{
    public string Name => "kms";

    public bool IsJson => true;

    public string ResourceOf(AwsCall call) =>
        call.Parameters.Text("KeyId") is { } name ? keys.Find(call.AccountId, call.Region, name)?.Arn ?? name : "*";

    /// <summary>A key that is not there has no policy: that it is not found can be told to anybody of the account.</summary>
    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call)
    {
        if (call.Parameters.Text("KeyId") is not { } name || keys.Find(call.AccountId, call.Region, name) is not { } key)
        {
            return [];
        }

        List<(string, string[])> asked = [("kms:CallerAccount", [call.AccountId])];
        if (name.Contains("alias/", StringComparison.Ordinal))
        {
            asked.Add(("kms:RequestAlias", [key.Alias]));
        }

        return [new AccessCheck($"kms:{call.Action}", key.Arn, key.AccountId, asked, policies.Of(key))];
    }

    public string Execute(AwsCall call)
    {
        if (call.Action != "DescribeKey")
        {
            throw new AwsError("UnknownOperationException", $"Unknown operation {call.Action}");
        }

        var name = call.Parameters.Text("KeyId")
            ?? throw new AwsError("ValidationException", "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null");
        var key = keys.Find(call.AccountId, call.Region, name);
        if (key is null)
        {
            var arn = name.StartsWith("arn:", StringComparison.Ordinal) ? name
                : $"arn:aws:kms:{call.Region}:{call.AccountId}:{(name.StartsWith("alias/", StringComparison.Ordinal) ? name : "key/" + name)}";
            throw new AwsError("NotFoundException",
                name.Contains("alias/", StringComparison.Ordinal) ? $"Alias {arn} is not found." : $"Key '{arn}' does not exist");
        }

        return JsonSerializer.Serialize(new { KeyMetadata = Metadata(key) });
    }

    private Dictionary<string, object> Metadata(KmsKey key)
    {
        var metadata = new Dictionary<string, object>
        {
            ["AWSAccountId"] = key.AccountId,
            ["KeyId"] = key.KeyId,
            ["Arn"] = key.Arn,
            ["CreationDate"] = 1767225600,
            ["Enabled"] = key.IsUsable,
            ["Description"] = key.Alias switch
            {
                KmsKey.RdsAlias => "Default key that protects my RDS database volumes when no other key is defined",
                KmsKey.BackupAlias => "Default key that protects my Backup data when no other key is defined",
                _ => "RestoreDrill",
            },
            ["KeyUsage"] = "ENCRYPT_DECRYPT",
            ["KeyState"] = key.State,
            ["Origin"] = "AWS_KMS",
            ["KeyManager"] = key.IsAwsManaged ? "AWS" : "CUSTOMER",
            ["KeySpec"] = "SYMMETRIC_DEFAULT",
            ["CustomerMasterKeySpec"] = "SYMMETRIC_DEFAULT",
            ["EncryptionAlgorithms"] = new[] { "SYMMETRIC_DEFAULT" },
            ["MultiRegion"] = false,
        };
        if (key.State == "PendingDeletion")
        {
            metadata["DeletionDate"] = clock.GetUtcNow().AddDays(30).ToUnixTimeSeconds();
        }

        return metadata;
    }
}
