namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>What a job says of a key that it cannot use, in AWS's words (AWS Backup developer guide, "Monitoring").</summary>
internal static class KeyTexts
{
    public const string NotUsable = "KMS key is either disabled or pending deletion or access to KMS key is denied";

    public const string CannotBeShared = "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.";

    public const string DefaultKeyOfVault =
        "Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be "
        + "copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.";
}
