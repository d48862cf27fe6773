using System.Text;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Follows a runbook, block by block, in the states that it is for.</summary>
internal sealed class RunbookReader(SharedSandbox shared, PreparedSites prepared, IReadOnlyDictionary<string, RunbookState> states) : IAsyncDisposable
{
    private readonly StringBuilder _shown = new();
    private RunbookSite? _site;

    public async Task<RunbookResult> FollowAsync(Runbook runbook)
    {
        var failures = runbook.Problems.ToList();
        var (run, matched) = (0, 0);
        foreach (var block in runbook.Blocks)
        {
            if (block.State is { } state && !await EnterAsync(state))
            {
                failures.Add($"{runbook.Name}:{block.Line}: there is no state '{state}'.");
                break;
            }

            if (block.NotRun is not null || block.Expected is null)
            {
                continue;
            }

            run++;
            if (await RunAsync(block) is { } difference)
            {
                failures.Add($"{runbook.Name}:{block.Line}: {difference}");
            }
            else
            {
                matched++;
            }
        }

        return new RunbookResult(runbook.Name, run, matched, [.. runbook.Blocks.Select(static block => block.NotRun).OfType<string>()], failures);
    }

    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> EnterAsync(string name)
    {
        if (!states.TryGetValue(name, out var state))
        {
            return false;
        }

        if (state.Beginning is { } beginning)
        {
            await DisposeAsync();
            _site = null;
            _site = await prepared.OpenAsync(shared, beginning);
            _shown.Clear();
        }

        await state.MakeAsync(_site ?? throw new InvalidOperationException($"The state '{name}' comes after another one."));
        return true;
    }

    /// <summary>Null where the block ended as its reader should see it.</summary>
    private async Task<string?> RunAsync(RunbookBlock block)
    {
        if (_site is not { } site)
        {
            return "no state is named before the first block that is run.";
        }

        string commands;
        var typed = new List<string>();
        try
        {
            commands = await site.FillInAsync(block.Command, _shown.ToString());
            foreach (var line in block.Typed)
            {
                typed.Add(await site.FillInAsync(line, _shown.ToString()));
            }
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }

        var (exitCode, output) = await BlockRunner.RunAsync(site.Workbench.WorkingDirectory, commands, typed);
        _shown.Append(output);
        var difference = OutputMatcher.Difference(block.Expected!, output);
        return exitCode == block.ExitCode && difference is null
            ? null
            : $"{commands}\nexit code {exitCode}, expected {block.ExitCode}\n{difference ?? output}";
    }
}
