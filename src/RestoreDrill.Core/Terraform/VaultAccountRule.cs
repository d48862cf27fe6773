using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// Finds what is of the vault account. That it is spoken of is no reason: snapshots are shared with it, and keys' policies let it use them. So policies (JSON inside of a
/// text) and the attributes that name a partner are passed over; see docs/terraform-guard.md.
/// </summary>
/// <param name="vaultAccount">Twelve digits.</param>
/// <param name="bucket">The account's bucket, which no attribute of another service is looked at for; null: none is known.</param>
internal sealed class VaultAccountRule(string vaultAccount, string? bucket)
{
    private const string S3 = "aws_s3_";

    private static readonly string[] Accounts = ["account_id", "owner_id", "owner_account_id", "aws_account_id"];

    private static readonly HashSet<string> Partners = new(StringComparer.Ordinal)
    {
        "destination_vault_arn", "destination_backup_vault_arn", "grantee_principal", "retiring_principal", "principal", "principals", "principal_arn", "allowed_principals",
        "identifiers", "shared_accounts", "target_id", "target_arn",
    };

    private readonly byte[][] _names = [.. ((string?[])[vaultAccount, bucket]).OfType<string>().Select(Encoding.ASCII.GetBytes)];

    /// <summary>Whether the account could be named anywhere in it; quick, and never wrongly false.</summary>
    public bool MayBeNamed(JsonElement entry)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(entry);
        foreach (var name in _names)
        {
            if (bytes.IndexOf(name) >= 0)
            {
                return true;
            }
        }

        // Digits and letters may be written as \u0030 to \u007a.
        return bytes.IndexOf("\\u00"u8) >= 0;
    }

    /// <summary>The first attribute that is of the vault account, and its value; null where there is none.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="values">The resource's attributes, or its identity.</param>
    public (string Attribute, string Value)? Find(string type, JsonElement values)
    {
        // A policy document as a data source is the policy, taken to pieces.
        if (values.ValueKind != JsonValueKind.Object || type == "aws_iam_policy_document")
        {
            return null;
        }

        foreach (var name in Accounts)
        {
            if (IsAccount(Members.Find(values, name)))
            {
                return (name, vaultAccount);
            }
        }

        if (type.StartsWith(S3, StringComparison.Ordinal) && FindBucket(values) is { } ofBucket)
        {
            return ofBucket;
        }

        return type == "aws_organizations_account" && IsAccount(Members.Find(values, "id")) ? ("id", vaultAccount) : FindArn(values, "");
    }

    /// <summary>Whether a provider's setting, as a constant, is the account or a role in it; for variables too.</summary>
    public bool Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number => IsAccount(value) || IsArn(value),
        JsonValueKind.Array => value.EnumerateArray().Any(Names),
        JsonValueKind.Object => value.EnumerateObject().Any(member => Names(member.Value)),
        _ => false,
    };

    /// <summary>A bucket, or something of a bucket: Terraform's resources name theirs in <c>bucket</c>, the bucket itself in <c>id</c> and <c>arn</c> as well.</summary>
    private (string Attribute, string Value)? FindBucket(JsonElement values)
    {
        foreach (var name in (ReadOnlySpan<string>)["bucket", "id", "arn"])
        {
            var value = Members.Find(values, name);
            if (bucket is not null && value.ValueKind == JsonValueKind.String && Members.TextOf(value) is var text
                && (text == bucket || Arn.Parse(text) is { Service: "s3", Resource: var resource } && resource.Split('/')[0] == bucket))
            {
                return (name, Printable.Of(text));
            }
        }

        return null;
    }

    private (string Attribute, string Value)? FindArn(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return IsArn(value) ? (path, Printable.Of(Members.TextOf(value))) : null;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (FindArn(item, $"{path}[{at++}]") is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (!Partners.Contains(member.Name) && FindArn(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}") is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private bool IsAccount(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Members.TextOf(value) == vaultAccount,
        JsonValueKind.Number => value.GetRawText() == vaultAccount,
        _ => false,
    };

    private bool IsArn(JsonElement value) => value.ValueKind == JsonValueKind.String && Arn.Parse(Members.TextOf(value))?.Account == vaultAccount;
}
