using RestoreDrill.CorruptionMatrix.Clean;
using RestoreDrill.CorruptionMatrix.Faults;
using RestoreDrill.CorruptionMatrix.Reporting;
using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.CorruptionMatrix;

/// <summary>The whole run: every fault in every mode, then clean drills of the last mode's site under load.</summary>
internal static class Matrix
{
    public static async Task<MatrixResult> RunAsync(MatrixOptions options, Action<string> say, CancellationToken ct)
    {
        var faults = new List<FaultResult>();
        IReadOnlyList<CleanResult> clean = [];
        var cases = FaultCases.All.Where(one => options.Faults.Count == 0 || options.Faults.Any(part => one.Name.Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
        var progress = Progress.Of(options.Sources, options.LaterDrills);
        foreach (var mode in options.Modes)
        {
            var known = cases.Select(one => progress.Of(one, mode)).OfType<FaultResult>().ToList();
            if (known.Count > 0)
            {
                say($"{mode.Name}: {known.Count} of {cases.Count} faults were drilled by an earlier run");
                faults.AddRange(known);
            }

            var left = cases.Where(one => progress.Of(one, mode) is null).ToList();
            if (left.Count == 0 && mode != options.Modes[^1])
            {
                continue;
            }

            await using var site = await Site.PrepareAsync(mode, say, ct);
            faults.AddRange(await new FaultRun(site, progress, options.LaterDrills, say).RunAsync(left, ct));
            if (mode == options.Modes[^1])
            {
                clean = await new CleanRun(site, new Random(options.Seed), say).RunAsync(options.CleanDrills, ct);
            }
        }

        return new MatrixResult(options, faults, clean);
    }
}
