namespace RestoreDrill.Sandbox.Kms.Keys;

/// <summary>A key as CreateKey and DescribeKey answer it.</summary>
internal static class KeyMetadata
{
    public const string Spec = "SYMMETRIC_DEFAULT";
    public const string Usage = "ENCRYPT_DECRYPT";
    public const string Origin = "AWS_KMS";

    private static readonly string[] Algorithms = [Spec];

    public static Dictionary<string, object> Of(KmsKey key) => KmsJson.Object(
        ("AWSAccountId", key.AccountId),
        ("KeyId", key.KeyId),
        ("Arn", key.Arn),
        ("CreationDate", key.CreatedAt),
        ("Enabled", key.IsUsable),
        ("Description", key.Description),
        ("KeyUsage", Usage),
        ("KeyState", key.State),
        ("DeletionDate", key.DeletionAt),
        ("Origin", Origin),
        ("KeyManager", key.IsAwsManaged ? "AWS" : "CUSTOMER"),
        ("KeySpec", Spec),
        ("CustomerMasterKeySpec", Spec),
        ("EncryptionAlgorithms", Algorithms),
        ("MultiRegion", false));
}
