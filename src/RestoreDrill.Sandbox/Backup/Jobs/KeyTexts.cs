namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>What a job says of a key that it cannot use, in AWS's words (AWS Backup developer guide, "Monitoring").</summary>
internal static class KeyTexts
{
    public const string NotUsable = "KMS key is either disabled or pending deletion or access to KMS key is denied";

    public const string CannotBeShared = "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.";

    /// <summary>RDS's text, which AWS's knowledge centre has for a source key whose policy does not let the destination's account in.</summary>
    public static string SourceNotAccessible(string keyArn) =>
        $"The source snapshot KMS key [{keyArn}] does not exist, is not enabled or you do not have permissions to access it.";

    public const string DefaultKeyOfVault =
        "Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be "
        + "copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.";
}
