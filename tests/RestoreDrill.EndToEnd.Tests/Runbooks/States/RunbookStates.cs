namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>Every state that a runbook can name, by its name there.</summary>
internal static class RunbookStates
{
    public static IReadOnlyDictionary<string, RunbookState> All { get; } = new Dictionary<string, RunbookState>
    {
        ["drill-failed"] = RunbookState.New(DrillStates.FailAsync),
        ["loss-in-source"] = RunbookState.New(DrillStates.LoseInSourceAsync),
        ["proof-revoked"] = RunbookState.New(DrillStates.RevokeAsync),
        ["production-works-on"] = RunbookState.Then(static site => site.WorkOnAsync()),
        ["scratch-left-behind"] = RunbookState.New(DrillStates.LeaveScratchBehindAsync),
        ["scratch-removed"] = RunbookState.Then(DrillStates.RemoveScratchAsync),
        ["run-missed"] = RunbookState.New(DrillStates.MissAsync),
        ["copy-missing"] = RunbookState.New(CopyStates.TakeAwayAsync),
        ["staging-left-behind"] = RunbookState.New(CopyStates.LeaveStagingBehindAsync),
        ["aws-answers-again"] = RunbookState.Then(CopyStates.AnswerAgainAsync),
        ["staging-removed"] = RunbookState.Then(CopyStates.RemoveStagingAsync),
        ["vault-full"] = RunbookState.New(CopyStates.FillVaultAsync),
        ["quota-raised"] = RunbookState.Then(CopyStates.RaiseQuotaAsync),
        ["facts-refused"] = RunbookState.New(CopyStates.RefuseFactsAsync),
        ["facts-welcome"] = RunbookState.Then(CopyStates.WelcomeFactsAsync),
        ["bare-accounts"] = new RunbookState(new SandboxOptions { Installations = [], Bare = true }, AccountStates.BareAsync),
        ["guard-rail-broken"] = RunbookState.New(AccountStates.BreakGuardRailAsync),
        ["credentials-compromised"] = RunbookState.New(AccountStates.ProveAsync),
        ["store-lost"] = RunbookState.New(AccountStates.LoseStoreAsync),
        ["production-gone"] = RunbookState.New(EmergencyStates.LoseProductionAsync),
        ["restore-interrupted"] = RunbookState.Then(EmergencyStates.InterruptAsync),
        ["store-made-again"] = RunbookState.Then(EmergencyStates.MakeStoreAgainAsync),
        ["terraform-destroy"] = RunbookState.New(AccountStates.PlanDestroyAsync),
        ["terraform-plan-mended"] = RunbookState.Then(AccountStates.MendPlanAsync),
    };
}
