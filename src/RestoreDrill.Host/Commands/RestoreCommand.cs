using System.CommandLine;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill restore plan | run</c>: the emergency restore, by a person.</summary>
internal static class RestoreCommand
{
    /// <summary>Where a person reads on who was refused, or whose restore broke off.</summary>
    public const string Runbook = "runbooks/emergency-restore.md";

    public static Command Create(Runner runner) => new("restore", "The emergency restore, for a person with a second factor. Needs the vault account and the configuration; neither the store nor the source account.")
    {
        RestorePlanCommand.Create(runner),
        RestoreRunCommand.Create(runner),
    };
}
