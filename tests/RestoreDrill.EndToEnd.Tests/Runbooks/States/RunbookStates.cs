namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>Every state that a runbook can name, by its name there.</summary>
internal static class RunbookStates
{
    public static IReadOnlyDictionary<string, RunbookState> All { get; } = new Dictionary<string, RunbookState>
    {
        ["drill-failed"] = RunbookState.From(Beginning.IsolatedAndProven, DrillStates.FailAsync),
        ["loss-in-source"] = RunbookState.From(Beginning.IsolatedAndProven, DrillStates.LoseInSourceAsync),
        ["proof-revoked"] = RunbookState.From(Beginning.Isolated, DrillStates.RevokeAsync),
        ["production-works-on"] = RunbookState.Then(static site => site.WorkOnAsync()),
        ["scratch-left-behind"] = RunbookState.From(Beginning.Isolated, DrillStates.LeaveScratchBehindAsync),
        ["scratch-removed"] = RunbookState.Then(DrillStates.RemoveScratchAsync),
        ["run-missed"] = RunbookState.From(Beginning.Isolated, DrillStates.MissAsync),
        ["copy-missing"] = RunbookState.From(Beginning.Proven, CopyStates.TakeAwayAsync),
        ["staging-left-behind"] = RunbookState.From(Beginning.Production, CopyStates.LeaveStagingBehindAsync),
        ["aws-answers-again"] = RunbookState.Then(CopyStates.AnswerAgainAsync),
        ["staging-removed"] = RunbookState.Then(CopyStates.RemoveStagingAsync),
        ["vault-full"] = RunbookState.From(Beginning.Proven, CopyStates.FillVaultAsync),
        ["quota-raised"] = RunbookState.Then(CopyStates.RaiseQuotaAsync),
        ["facts-refused"] = RunbookState.From(Beginning.Production, CopyStates.RefuseFactsAsync),
        ["facts-welcome"] = RunbookState.Then(CopyStates.WelcomeFactsAsync),
        ["bare-accounts"] = RunbookState.From(Beginning.Bare, AccountStates.BareAsync),
        ["guard-rail-broken"] = RunbookState.From(Beginning.IsolatedAndProven, AccountStates.BreakGuardRailAsync),
        ["credentials-compromised"] = RunbookState.From(Beginning.IsolatedAndProven, static _ => Task.CompletedTask),
        ["store-lost"] = RunbookState.From(Beginning.IsolatedAndProven, AccountStates.LoseStoreAsync),
        ["production-gone"] = RunbookState.From(Beginning.IsolatedAndProven, EmergencyStates.LoseProductionAsync),
        ["restore-interrupted"] = RunbookState.Then(EmergencyStates.InterruptAsync),
        ["store-made-again"] = RunbookState.Then(EmergencyStates.MakeStoreAgainAsync),
        ["terraform-destroy"] = RunbookState.From(Beginning.Proven, AccountStates.PlanDestroyAsync),
        ["terraform-plan-mended"] = RunbookState.Then(AccountStates.MendPlanAsync),
    };
}
