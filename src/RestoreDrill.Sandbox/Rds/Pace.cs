namespace RestoreDrill.Sandbox.Rds;

/// <summary>How long each stage lasts at least, on the sandbox's clock; the real work may take longer.</summary>
public sealed record Pace
{
    /// <summary>For tests: a whole restore takes about a second.</summary>
    public static readonly Pace Fast = new()
    {
        Create = TimeSpan.FromMilliseconds(150),
        Snapshot = TimeSpan.FromMilliseconds(200),
        Copy = TimeSpan.FromMilliseconds(250),
        Modify = TimeSpan.FromMilliseconds(100),
        BeforeReset = TimeSpan.FromMilliseconds(60),
        Reset = TimeSpan.FromMilliseconds(150),
        Delete = TimeSpan.FromMilliseconds(150),
    };

    /// <summary>For watching: seconds.</summary>
    public static readonly Pace Slow = new()
    {
        Create = TimeSpan.FromSeconds(8),
        Snapshot = TimeSpan.FromSeconds(6),
        Copy = TimeSpan.FromSeconds(8),
        Modify = TimeSpan.FromSeconds(3),
        BeforeReset = TimeSpan.FromSeconds(2),
        Reset = TimeSpan.FromSeconds(4),
        Delete = TimeSpan.FromSeconds(5),
    };

    public required TimeSpan Create { get; init; }

    public required TimeSpan Snapshot { get; init; }

    public required TimeSpan Copy { get; init; }

    public required TimeSpan Modify { get; init; }

    /// <summary>After a new master password was accepted the status still says available for a while, as on RDS.</summary>
    public required TimeSpan BeforeReset { get; init; }

    public required TimeSpan Reset { get; init; }

    public required TimeSpan Delete { get; init; }

    /// <summary><c>fast</c> or <c>slow</c>.</summary>
    /// <exception cref="ArgumentException">Neither.</exception>
    public static Pace Named(string name) => name switch
    {
        "fast" => Fast,
        "slow" => Slow,
        _ => throw new ArgumentException($"There is no pace '{name}': use fast or slow."),
    };
}
