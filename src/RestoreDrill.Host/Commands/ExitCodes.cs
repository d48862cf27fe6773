namespace RestoreDrill.Host.Commands;

/// <summary>What <c>restoredrill</c> exits with. Stable: scripts and schedulers may rely on them. Any other code is a failure too.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and all is well.</summary>
    public const int Ok = 0;

    /// <summary>Failed, or something is red. A run that was under way keeps its state: the same command goes on with it.</summary>
    public const int Failed = 1;

    /// <summary>Not understood, or refused before a run began: wrong arguments, wrong configuration, no such database or run.</summary>
    public const int Refused = 2;

    /// <summary>The drill came to an end, and its verdict is <c>Fail</c> or <c>Inconclusive</c>.</summary>
    public const int DrillFailed = 3;

    /// <summary>A safety rule forbids it: source and vault are one account, or a resource is not this installation's.</summary>
    public const int SafetyRule = 4;

    /// <summary>Cancelled (Ctrl-C, SIGTERM). The run stays open: the same command goes on with it.</summary>
    public const int Cancelled = 130;
}
