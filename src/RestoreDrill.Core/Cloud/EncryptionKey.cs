namespace RestoreDrill.Core.Cloud;

/// <summary>A KMS key, as <c>DescribeKey</c> answers.</summary>
/// <param name="Arn">The key's ARN.</param>
/// <param name="State">For example <c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c>; unknown states survive.</param>
/// <param name="AwsManaged">Whether it is an AWS managed key (<c>aws/rds</c>), which can never leave its account.</param>
public sealed record EncryptionKey(string Arn, string State, bool AwsManaged);
