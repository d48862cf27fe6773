using System.Globalization;

namespace RestoreDrill.Core.Protection;

/// <summary>What is expected of a check's answer. Exactly one of the members is set, or both limits of a number.</summary>
public sealed record Expectation
{
    /// <summary>The answer, as text, is exactly this.</summary>
    public string? EqualTo { get; init; }

    /// <summary>The answer is a number, this or larger.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The answer is a number, this or smaller.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>True: the query gives no row.</summary>
    public bool NoRows { get; init; }

    /// <summary>The answer is a time stamp no older than this, counted back from the moment of the data (not from now).</summary>
    public TimeSpan? NewerThan { get; init; }

    /// <summary>How many things are expected; a valid expectation has 1. A number between two limits is one.</summary>
    public int MembersSet => (EqualTo is null ? 0 : 1) + (AtLeast is null && AtMost is null ? 0 : 1) + (NoRows ? 1 : 0) + (NewerThan is null ? 0 : 1);

    public override string ToString() => this switch
    {
        { EqualTo: { } text } => $"equal to '{text}'",
        { AtLeast: { } least, AtMost: { } most } => string.Create(CultureInfo.InvariantCulture, $"between {least} and {most}"),
        { AtLeast: { } least } => string.Create(CultureInfo.InvariantCulture, $"at least {least}"),
        { AtMost: { } most } => string.Create(CultureInfo.InvariantCulture, $"at most {most}"),
        { NewerThan: { } age } => $"newer than {age:c} before the data's own time",
        { NoRows: true } => "no rows",
        _ => "nothing",
    };
}
