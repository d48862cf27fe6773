using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>What a mode means for the sandbox, and for an installation: all that verification can compare is configured here.</summary>
internal static class Modes
{
    public static SandboxOptions OptionsOf(MatrixMode mode) => new()
    {
        DataChecksums = mode.Checksums,
        Extensions = mode.Amcheck ? ExtensionList.LikeRds : ExtensionList.LikeRds.Without("amcheck"),
    };

    public static Workbench Configure(Workbench workbench, MatrixMode mode) => workbench;
}
