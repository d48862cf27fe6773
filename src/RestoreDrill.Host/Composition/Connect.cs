using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Composition;

/// <summary>The composition root: which class stands behind each port.</summary>
internal static class Connect
{
    public static Ports Real(Configured configured, Surroundings surroundings) =>
        throw new NotSupportedException($"No adapters for {configured.File} in this build, asked for by {surroundings.Trigger}.");
}
