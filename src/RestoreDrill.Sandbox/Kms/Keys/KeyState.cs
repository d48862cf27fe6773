namespace RestoreDrill.Sandbox.Kms.Keys;

/// <summary>The states of a key whose material AWS makes (KMS developer guide, "Key states of AWS KMS keys").</summary>
internal static class KeyState
{
    public const string Enabled = "Enabled";
    public const string Disabled = "Disabled";
    public const string PendingDeletion = "PendingDeletion";

    public static bool IsOne(string state) => state is Enabled or Disabled or PendingDeletion;
}
