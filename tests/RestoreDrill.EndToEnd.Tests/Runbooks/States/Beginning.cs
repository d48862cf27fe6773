using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>What is there before a state comes about. The same beginning is made once; every state is given a copy of its own to spoil.</summary>
/// <param name="Before">What it is made from; null: from new accounts.</param>
/// <param name="Configure">What stands in the configuration from then on.</param>
/// <param name="MakeAsync">What is done then.</param>
internal sealed record Beginning(Beginning? Before, Action<Workbench> Configure, Func<RunbookSite, Task> MakeAsync)
{
    /// <summary>Whether the accounts are new in every way, as AWS gives them.</summary>
    public bool IsBare { get; private init; }

    /// <summary>New accounts, and a store with RestoreDrill's tables.</summary>
    public static Beginning Bare { get; } = new(null, static _ => { }, static _ => Task.CompletedTask) { IsBare = true };

    /// <summary>Production, in accounts that RestoreDrill's roles and vaults are in.</summary>
    public static Beginning Production { get; } = new(null, static _ => { }, static site => site.MakeProductionAsync());

    /// <summary>A copy, and a drill that proved it; nothing is locked.</summary>
    public static Beginning Proven { get; } = new(Production, static _ => { }, static site => site.CopyAndDrillAsync());

    /// <summary>Production, in accounts that <c>isolation apply</c> has isolated; copies go into the locked vault.</summary>
    public static Beginning Isolated { get; } = new(Production, Isolating, static async site => (await site.IsolateAsync()).Dispose());

    /// <summary>The same, with a copy and a drill that proved it.</summary>
    public static Beginning IsolatedAndProven { get; } = new(Isolated, static _ => { }, static site => site.CopyAndDrillAsync());

    /// <summary>Writes into a configuration what it holds by then.</summary>
    public void ConfigureAll(Workbench workbench)
    {
        Before?.ConfigureAll(workbench);
        Configure(workbench);
    }

    private static void Isolating(Workbench workbench)
    {
        workbench.CopyByBackup();
        workbench.AllowRestores();
    }
}
