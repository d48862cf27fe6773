using System.Globalization;

namespace RestoreDrill.Soak;

/// <summary>How long and how rough a soak is.</summary>
/// <param name="Drills">So many drills must have finished; <c>SOAK_DRILLS</c>.</param>
/// <param name="Seed">What is killed when is drawn from it; <c>SOAK_SEED</c>.</param>
/// <param name="Longest">After this time the soak ends, whatever has finished; <c>SOAK_MINUTES</c>.</param>
internal sealed record SoakOptions(int Drills, int Seed, TimeSpan Longest)
{
    public static SoakOptions FromEnvironment() => new(
        Number("SOAK_DRILLS") ?? 200,
        Number("SOAK_SEED") ?? (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 1_000_000),
        TimeSpan.FromMinutes(Number("SOAK_MINUTES") ?? 60));

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
