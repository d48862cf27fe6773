namespace RestoreDrill.Core.Copying;

/// <summary>What a copy run that went well came to, in one sentence.</summary>
internal static class CopySentence
{
    public static string Of(CopyState state) =>
        $"{state.CopyName} holds the data of {state.Facts?.DataTime:yyyy-MM-dd HH:mm:ss} UTC in account {state.VaultAccount}; it has not been proven yet.";
}
