using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Cloud;

/// <summary>Says when this machine's clock differs from AWS's; the SDK corrects the signatures, but times recorded here are off by as much.</summary>
internal static class ClockWarning
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<RunEvent> For(string phase, params IReadOnlyList<AccountIdentity> identities)
    {
        var skew = identities.Select(static identity => identity.ClockSkew).MaxBy(static skew => skew.Duration());
        return skew.Duration() <= Tolerated
            ? []
            : [new RunEvent
            {
                Phase = phase,
                Kind = RunEventKind.Warning,
                Message = $"This machine's clock is {skew.Duration().TotalSeconds:0} s {(skew > TimeSpan.Zero ? "behind" : "ahead of")} AWS's. "
                    + "Signatures are corrected; times recorded here are off by as much. Mend the time synchronisation.",
            }];
    }
}
