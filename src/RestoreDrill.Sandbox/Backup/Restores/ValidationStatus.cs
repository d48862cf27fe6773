namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>What a validation can say of a restored resource (API reference, PutRestoreValidationResult).</summary>
internal static class ValidationStatus
{
    public const string Validating = "VALIDATING";

    public static IReadOnlyList<string> All { get; } = ["FAILED", "SUCCESSFUL", "TIMED_OUT", Validating];
}
