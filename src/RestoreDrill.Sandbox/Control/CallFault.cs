namespace RestoreDrill.Sandbox.Control;

/// <summary>A fault that calls run into.</summary>
public sealed record CallFault
{
    /// <summary>Which calls: an operation's name, or a pattern with <c>*</c>.</summary>
    public string Action { get; init; } = "*";

    /// <summary>Only calls that see this account (name or id); null for all.</summary>
    public string? Account { get; init; }

    /// <summary>The error code of the answer.</summary>
    public string Code { get; init; } = "InternalFailure";

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; init; } = 500;

    public string Message { get; init; } = "An internal error has occurred. Please try your query again at a later time.";

    public FaultMoment Moment { get; init; }

    /// <summary>How many calls it strikes; null for every one until it is cleared.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The share of matching calls that it strikes, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>What AWS answers to too many calls.</summary>
    public static CallFault Throttling(int? times, string action = "*", double share = 1) => new()
    {
        Action = action, Code = "Throttling", Status = 400, Message = "Rate exceeded", Times = times, Share = share,
    };
}
