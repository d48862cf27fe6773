using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>Reads the states as <c>terraform-guard</c> does. A state that cannot be read to its end is not known to hold nothing.</summary>
internal sealed class TerraformStatesRule(GuardOptions options, IStateFiles files, TimeProvider time) : IGuardRailRule
{
    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(2);

    private static readonly string[] Unjudged = [GuardRules.Unreadable, GuardRules.UnknownFormat, GuardRules.TooLarge];

    public GuardRail Rail => GuardRailCatalog.TerraformStates;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var (held, unknown) = (new List<string>(), new List<string>());
        foreach (var path in options.Terraform.States)
        {
            try
            {
                Judge(path, await ReadAsync(path, cancellationToken).WaitAsync(LongestReading, time, cancellationToken).ConfigureAwait(false), held, unknown);
            }
            catch (TimeoutException)
            {
                unknown.Add($"{path}: it was not read to its end within {LongestReading.TotalSeconds:0} s");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unknown.Add($"{path}: {e.Message.TrimEnd('.')}");
            }
        }

        return held.Count == 0 && unknown.Count > 0
            ? GuardRailAnswer.NotCheckable(Rail, string.Join("; ", unknown))
            : GuardRailAnswer.Judge(
                Rail,
                held.Count == 0 ? [] : [.. held, .. unknown.Select(static one => $"not judged: {one}")],
                $"{options.Terraform.States.Count} read, nothing of {options.VaultAccount} in them");
    }

    /// <summary>On a thread of its own: opening a pipe, or a file of a server that is away, may never end, and nothing can cancel it.</summary>
    private Task<GuardReading> ReadAsync(string path, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var document = files.Open(path);
            await using (document.ConfigureAwait(false))
            {
                return await new TerraformGuard(options).ReadAsync(document, cancellationToken).ConfigureAwait(false);
            }
        },
        cancellationToken);

    private static void Judge(string path, GuardReading reading, List<string> held, List<string> unknown)
    {
        var refusals = reading.Refusals.ToLookup(static refusal => refusal.Rule);
        held.AddRange(refusals[GuardRules.VaultAccount].Select(refusal => $"{path}: {refusal.Resource} {refusal.Attribute} {refusal.Before ?? refusal.After}".TrimEnd()));
        unknown.AddRange(Unjudged.SelectMany(rule => refusals[rule]).Select(refusal => $"{path}: {refusal.Message.TrimEnd('.')}"));
        if (reading.RefusalsLeftOut > 0)
        {
            unknown.Add($"{path}: {reading.RefusalsLeftOut} more than can be told is refused by `restoredrill terraform-guard`");
        }
    }
}
