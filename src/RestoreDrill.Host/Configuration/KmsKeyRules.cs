namespace RestoreDrill.Host.Configuration;

/// <summary>What a KMS key in the configuration must be: a customer managed key, by ARN, of the account and region it is used in.</summary>
internal static class KmsKeyRules
{
    /// <returns>The key, or null after a finding.</returns>
    public static string? Check(Section section, string key, string arn, AccessKeys keys, string whose)
    {
        var match = Forms.KmsKeyArn().Match(arn);
        string? problem = null;
        if (!match.Success)
        {
            problem = $"'{arn}' is not the ARN of a key or alias; write arn:aws:kms:<region>:<account>:key/<id> or ...:alias/<name>";
        }
        else if (match.Groups[3].Value.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            // A snapshot under an AWS managed key can be neither shared nor copied by another account (RDS: Sharing encrypted snapshots).
            problem = $"'{arn}' is an AWS managed key; write a customer managed key of {whose}";
        }
        else if (keys.AccountId is { } account && match.Groups[2].Value != account)
        {
            problem = $"is a key of account {match.Groups[2].Value}; write a key of {whose}, {account}";
        }
        else if (keys.Region is { } region && match.Groups[1].Value != region)
        {
            problem = $"is a key in {match.Groups[1].Value}; write a key in {region}, where it is used";
        }

        if (problem is null)
        {
            return arn;
        }

        section.Findings.Add(section.KeyPath(key), problem);
        return null;
    }
}
