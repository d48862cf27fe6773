using System.Text.Json.Nodes;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>What a mode means for the sandbox, and for an installation: all that verification can compare is configured here.</summary>
internal static class Modes
{
    public static SandboxOptions OptionsOf(MatrixMode mode) => new()
    {
        Installations = [Site.Installation],
        DataChecksums = mode.Checksums,
        Extensions = mode.Amcheck ? ExtensionList.LikeRds : ExtensionList.LikeRds.Without("amcheck"),
    };

    /// <summary>Clean drills drop tables that are meant to go, and empty one that may be empty.</summary>
    public static Workbench Configure(Workbench workbench)
    {
        workbench.Set("Databases:0:MayShrink", new JsonArray("courses.public.passing_*", "courses.public.waiting_list"));
        return workbench;
    }
}
