using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>The ARN of a backup vault.</summary>
internal sealed partial record VaultArn(string Region, string AccountId, string Name)
{
    public override string ToString() => $"arn:aws:backup:{Region}:{AccountId}:backup-vault:{Name}";

    public static VaultArn? TryParse(string text) => Pattern().Match(text) is { Success: true } match
        ? new VaultArn(match.Groups["region"].Value, match.Groups["account"].Value, match.Groups["name"].Value)
        : null;

    [GeneratedRegex(@"^arn:aws:backup:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):backup-vault:(?<name>[a-zA-Z0-9_-]{2,50})\z")]
    private static partial Regex Pattern();
}
