using RestoreDrill.Core.Cloud;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the three roles can be taken on and are who the configuration says.</summary>
/// <param name="Checks">What was found.</param>
/// <param name="SourceAnswers">Whether the source role can be used for further questions.</param>
/// <param name="VaultAnswers">Whether the vault role can.</param>
/// <param name="DrillAnswers">Whether the drill role can.</param>
internal sealed record RoleChecks(IReadOnlyList<LiveCheck> Checks, bool SourceAnswers, bool VaultAnswers, bool DrillAnswers)
{
    /// <summary>RDS and STS refuse signatures that are 15 minutes off; a skew that large is worth a word long before.</summary>
    private static readonly TimeSpan WorthAWord = TimeSpan.FromSeconds(30);

    public static async Task<RoleChecks> RunAsync(Configured configured, Ports ports, CancellationToken cancellationToken)
    {
        var checks = new List<LiveCheck>();
        var source = await AskAsync("source-role", configured.Source, () => ports.Source.IdentifyAsync(cancellationToken));
        var vault = await AskAsync("vault-role", configured.Vault, () => ports.Vault.IdentifyAsync(cancellationToken));
        var drill = await AskAsync("drill-role", configured.Drill, () => ports.Scratch.IdentifyAsync(cancellationToken));
        checks.AddRange([source.Check, vault.Check, drill.Check]);
        if (source.Identity is { } inSource && vault.Identity is { } inVault && drill.Identity is { } inDrill)
        {
            checks.Add(Apart(inSource, inVault, inDrill));
        }
        else
        {
            checks.Add(LiveCheck.NotChecked("accounts-apart", "not every role answers"));
        }

        return new RoleChecks(checks, Usable(source), Usable(vault), Usable(drill));
    }

    private static bool Usable((LiveCheck Check, AccountIdentity? Identity) role) => role.Check.State == LiveState.Ok;

    private static LiveCheck Apart(AccountIdentity source, AccountIdentity vault, AccountIdentity drill)
    {
        const string Name = "accounts-apart";
        if (source.AccountId == vault.AccountId || source.AccountId == drill.AccountId)
        {
            return LiveCheck.Problem(Name, $"the source role and a vault role answer from one account, {source.AccountId}", "Use a vault account of its own.")
                with { IsSafetyRule = true };
        }

        return vault.Arn == drill.Arn
            ? LiveCheck.Problem(Name, $"the vault role and the drill role are one, {vault.Arn}", "Use two roles: what may delete scratch instances must not write copies.")
                with { IsSafetyRule = true }
            : LiveCheck.Ok(Name, $"source {source.AccountId}, vault {vault.AccountId}, three different roles");
    }

    private static async Task<(LiveCheck Check, AccountIdentity? Identity)> AskAsync(string name, RoleAccess access, Func<Task<AccountIdentity>> identify)
    {
        AccountIdentity? identity = null;
        var check = await LiveChecks.AskAsync(
            name,
            $"Check the credentials (Profile, CredentialsFile), the trust policy of {access.RoleArn} and ExternalId.",
            async () =>
            {
                identity = await identify();
                var skew = identity.ClockSkew.Duration() < WorthAWord ? "" : $"; this machine's clock is off by {Words.Span(identity.ClockSkew.Duration())}, correct it";
                return identity.AccountId == access.AccountId
                    ? LiveCheck.Ok(name, identity.Arn + skew)
                    : LiveCheck.Problem(
                        name, $"{identity.Arn} is in account {identity.AccountId}, the configuration says {access.AccountId}", "Correct AccountId or the credentials.")
                        with { IsSafetyRule = true };
            });
        return (check, identity);
    }
}
