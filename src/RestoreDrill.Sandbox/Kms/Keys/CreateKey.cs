using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms.Access;
using RestoreDrill.Sandbox.Kms.Tags;

namespace RestoreDrill.Sandbox.Kms.Keys;

/// <summary>
/// Makes a symmetric encryption key of one region, of material that AWS makes: any other kind is refused. Without a policy it gets AWS's default one, which leaves
/// everything to the account's own policies (KMS developer guide, "Default key policy").
/// </summary>
internal sealed class CreateKey(KeyPolicyRules rules, SandboxClock clock) : IKmsOperation
{
    private const int LongestDescription = 8192;

    private static readonly (string Parameter, string Only)[] Kinds =
    [
        ("KeyUsage", KeyMetadata.Usage), ("KeySpec", KeyMetadata.Spec), ("CustomerMasterKeySpec", KeyMetadata.Spec), ("Origin", KeyMetadata.Origin), ("MultiRegion", "False"),
    ];

    public string Name => nameof(CreateKey);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        RefuseOtherKinds(call.Parameters);
        var description = call.Parameters.Text("Description") ?? "";
        if (description.Length > LongestDescription)
        {
            throw KmsError.Constraint(description, "Description", $"Member must have length less than or equal to {LongestDescription}");
        }

        var policy = call.Parameters.Text("Policy");
        var key = new KmsKey
        {
            AccountId = call.AccountId,
            Region = call.Region,
            KeyId = Guid.NewGuid().ToString(),
            CreatedAt = clock.GetUtcNow(),
            Description = description,
            Policy = policy ?? DefaultPolicy(call.AccountId),
            Tags = KmsTags.Read(call.Parameters),
        };
        if (policy is not null)
        {
            rules.Check(call, key, policy);
        }

        call.State.Keys.Add(key);
        return KmsJson.Object(("KeyMetadata", KeyMetadata.Of(key)));
    }

    private static void RefuseOtherKinds(CallParameters parameters)
    {
        foreach (var (parameter, only) in Kinds)
        {
            if (parameters.Text(parameter) is { } asked && !asked.Equals(only, StringComparison.OrdinalIgnoreCase))
            {
                throw KmsError.Unsupported($"This sandbox makes symmetric encryption keys of one region only: {parameter} {asked} is not supported.");
            }
        }

        if ((parameters.Text("CustomKeyStoreId") ?? parameters.Text("XksKeyId")) is { } store)
        {
            throw KmsError.Unsupported($"This sandbox has no custom key stores: {store}.");
        }
    }

    private static string DefaultPolicy(string accountId) => $$"""
        {
          "Version" : "2012-10-17",
          "Id" : "key-default-1",
          "Statement" : [ {
            "Sid" : "Enable IAM User Permissions",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "arn:aws:iam::{{accountId}}:root"
            },
            "Action" : "kms:*",
            "Resource" : "*"
          } ]
        }
        """;
}
