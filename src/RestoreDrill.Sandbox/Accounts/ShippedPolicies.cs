using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Iam;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.Sample;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The policies of docs/iam, with what stands in braces replaced for the sandbox's accounts as docs/iam/README.md says.</summary>
internal sealed partial class ShippedPolicies(SandboxOptions options)
{
    /// <summary>Those that have an addition of their own for copying back, in a file of the same name with <c>.copy-back</c>.</summary>
    private static readonly string[] WithCopyBack = [PremadeRoles.Restore, "vault-key"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The bucket that the source role may look at; nobody has to make it.</summary>
    public static readonly string StateBucketName = $"terraform-state-{Account.Source.Id}";

    /// <param name="name">The file's name, without <c>.json</c>.</param>
    /// <param name="kind">What the policy hangs on.</param>
    /// <param name="installation">Whose names it is about; null for a policy that is about none.</param>
    /// <exception cref="Http.AwsError">MalformedPolicyDocument.</exception>
    public PolicyDocument Read(string name, PolicyKind kind, string? installation = null) => PolicyParser.Parse(Filled(name, installation), kind);

    /// <summary>A policy's text with what stands in braces replaced; where emergency restores are into another account, with the statements that this takes added.</summary>
    public string Filled(string name, string? installation = null)
    {
        var text = Fill(Text(name), ValuesFor(installation));
        return options.RestoreInto is not null && WithCopyBack.Contains(name) ? Added(text, Fill(Text(name + ".copy-back"), ValuesFor(installation))) : text;
    }

    /// <summary>A policy's text as it lies in this assembly.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(ShippedPolicies).Assembly.GetManifestResourceStream($"RestoreDrill.Sandbox.Iam.{name}.json")
            ?? throw new ArgumentException($"There is no policy '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Placeholder().Replace(text, match => values.GetValueOrDefault(match.Groups["name"].Value)
            ?? throw new ArgumentException($"A policy needs a value for {match.Value}."));

    private static string Added(string policy, string addition)
    {
        var document = (JsonObject)JsonNode.Parse(policy)!;
        foreach (var statement in (JsonArray)JsonNode.Parse(addition)!["Statement"]!)
        {
            ((JsonArray)document["Statement"]!).Add(statement!.DeepClone());
        }

        return document.ToJsonString(Indented);
    }

    private Dictionary<string, string?> ValuesFor(string? installation)
    {
        var target = options.RestoreInto ?? Account.Source;
        return new Dictionary<string, string?>
        {
            ["installation"] = installation,
            ["region"] = options.Region,
            ["source-account"] = Account.Source.Id,
            ["vault-account"] = Account.Vault.Id,
            ["source-key-arn"] = KeyOf(Account.Source),
            ["vault-key-arn"] = KeyOf(Account.Vault),
            ["source-vault"] = PremadeVaults.Staging,
            ["vault"] = PremadeVaults.Copies,
            ["fact-bucket"] = PremadeBucket.Name,
            ["state-bucket"] = StateBucketName,
            ["backup-role-arn"] = $"arn:aws:iam::{Account.Source.Id}:role/{BackupServiceRole.Name}",
            ["subnet-group"] = options.SubnetGroup,
            ["restore-subnet-group"] = options.RestoreSubnetGroup,
            ["restore-parameter-group"] = options.RestoreParameterGroup,
            ["service-role-arn"] = CredentialStore.AdministratorOf(Account.Vault),
            ["reader"] = SampleDatabase.ReaderUser,
            ["external-id"] = options.ExternalId,
            ["target-account"] = target.Id,
            ["target-vault"] = PremadeVaults.Restored,
            ["target-key-arn"] = KeyOf(target),
            ["target-role-arn"] = $"arn:aws:iam::{target.Id}:role/{PremadeRoles.RestoreTarget}",
            ["restore-role-arn"] = $"arn:aws:iam::{Account.Vault.Id}:role/{PremadeRoles.Restore}",
            ["copy-back-role-arn"] = $"arn:aws:iam::{Account.Vault.Id}:role/{BackupServiceRole.Name}",
        };
    }

    private string KeyOf(Account account) => KmsKey.FirstArn(account.Id, options.Region, KmsKey.CustomerAlias);

    // Not a policy's own variable, which begins with a dollar sign.
    [GeneratedRegex(@"(?<!\$)\{(?<name>[a-z-]+)\}")]
    private static partial Regex Placeholder();
}
