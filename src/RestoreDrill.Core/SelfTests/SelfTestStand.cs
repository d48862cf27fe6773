using System.Text.Json.Serialization;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.SelfTests;

/// <summary>How far a drill's self-test is, and what came of it.</summary>
public sealed record SelfTestStand
{
    /// <summary>Whether this drill tests itself.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Why, or why not.</summary>
    public required string Why { get; init; }

    /// <summary>The drill that had made the newest self-test that was finished or missed something; null: none had.</summary>
    public RunId? Earlier { get; init; }

    /// <summary>What that one missed; null: nothing.</summary>
    public string? EarlierMiss { get; init; }

    /// <summary>When it was decided, before the first damage.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When the last fault had been judged; null: not finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What a fault is about to be done to, or was when its process died. No check that has to see it named the object before this was saved.</summary>
    public FaultTarget? UnderWay { get; init; }

    /// <summary>What came of the faults so far, in their order.</summary>
    public IReadOnlyList<FaultResult> Results { get; init; } = [];

    /// <summary>Why it could not be finished; null: nothing stood in its way.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it was finished, nothing was missed, and rows were damaged.</summary>
    [JsonIgnore]
    public bool IsClean => FinishedAt is not null && Problem is null && DamagedRows
        && Results.All(static result => result.Outcome is FaultOutcome.Caught or FaultOutcome.NotTried);

    /// <summary>Whether damage to rows was done and caught.</summary>
    [JsonIgnore]
    public bool DamagedRows => Results.Any(static result => result.Fault.ChangesRows() && result.Outcome == FaultOutcome.Caught);

    /// <summary>What was missed, in words; null: nothing.</summary>
    [JsonIgnore]
    public string? Miss => Words(FaultOutcome.Missed);

    /// <summary>The results of one outcome in words; null: there are none.</summary>
    public string? Words(FaultOutcome outcome)
    {
        var of = Results.Where(result => result.Outcome == outcome).Select(WordsOf).ToList();
        return of.Count == 0 ? null : string.Join("; ", of);
    }

    private static string WordsOf(FaultResult result)
    {
        var fault = Json.CanonicalJson.Write(result.Fault).Trim('"');
        return result switch
        {
            { Outcome: FaultOutcome.Caught } => $"{fault} of {result.Target} by {string.Join(" and ", result.SeenBy)}",
            { Target: { } target } => $"{fault} of {target} ({result.Reason})",
            _ => $"{fault} ({result.Reason})",
        };
    }
}
