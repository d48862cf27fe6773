namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>The states of a legal hold, which protects a version until it is taken off.</summary>
internal static class LegalHolds
{
    public const string On = "ON";

    public const string Off = "OFF";

    public static bool IsState(string? text) => text is On or Off;
}
