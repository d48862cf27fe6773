using System.CommandLine;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Terraform;
using RestoreDrill.Host.Guarding;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill terraform-guard</c>: judges a state or a plan before it is applied. Needs no store and no credentials.</summary>
internal static class TerraformGuardCommand
{
    public static Command Create(Runner runner)
    {
        var file = new Argument<string>("file")
        {
            Description = "A state file, or what `terraform show -json` prints of a plan or a state; - or nothing: standard input.",
            DefaultValueFactory = static _ => GuardInput.Standard,
        };
        var offline = new Option<bool>("--offline") { Description = "Do not ask AWS whether it knows the ids that the document names." };
        var command = new Command("terraform-guard", "Refuses (exit code 4) a Terraform plan or state that would destroy or weaken what is protected. For a pipeline, in front of apply.")
        {
            file,
            offline,
        };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(invocation, parsed.GetRequiredValue(file), parsed.GetValue(offline), token));
    }

    private static async Task<int> RunAsync(Invocation invocation, string file, bool offline, CancellationToken cancellationToken)
    {
        var configured = invocation.GuardConfigured;
        await using var document = GuardInput.Open(file, invocation.Surroundings);
        var account = offline || configured.Source is null ? null : invocation.OpenSource(configured.Source);
        try
        {
            var verdict = await JudgeAsync(configured.Options, account, offline ? "--offline" : configured.WhyNoSource, document, invocation.Surroundings.Time, cancellationToken);
            var shown = GuardDocument.Of(file, configured, verdict);
            invocation.Presenter.Show(GuardReport.Of(shown), shown);
            return shown.Refused ? ExitCodes.SafetyRule : ExitCodes.Ok;
        }
        finally
        {
            (account as IDisposable)?.Dispose();
        }
    }

    private static async Task<(GuardReading Reading, StaleReport Stale)> JudgeAsync(
        GuardOptions options, ISourceAccount? account, string? whyNot, Stream document, TimeProvider time, CancellationToken cancellationToken)
    {
        var stale = new StaleCheck(account, whyNot, time);
        var reading = await new TerraformGuard(await stale.IdentifyAsync(options, cancellationToken)).ReadAsync(document, cancellationToken);
        return (reading, await stale.CheckAsync(reading, cancellationToken));
    }
}
