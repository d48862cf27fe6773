using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using Spectre.Console;

namespace RestoreDrill.Host.Runs;

/// <summary>Shows on standard error how a run gets on: a moving line on a terminal, a line per change elsewhere.</summary>
internal sealed class RunProgress(Surroundings surroundings, Presenter presenter)
{
    /// <summary>Within one phase, plain lines come no more often.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    /// <summary>Drives a run and shows its progress.</summary>
    /// <param name="run">The run as it is now.</param>
    /// <param name="drive">Drives it, reporting every step.</param>
    /// <returns>The finished run.</returns>
    public Task<Run> ShowAsync(Run run, Func<IProgress<Run>, Task<Run>> drive) =>
        surroundings.ErrorIsTerminal ? OnTerminalAsync(run, drive) : drive(new PlainLines(surroundings));

    private async Task<Run> OnTerminalAsync(Run run, Func<IProgress<Run>, Task<Run>> drive)
    {
        var console = presenter.Console(surroundings.Error);
        var latest = new Latest(run);
        return await console.Status().Spinner(Spinner.Known.Dots).StartAsync(Line(run), async status =>
        {
            var driving = drive(latest);
            var shown = run;
            while (!driving.IsCompleted)
            {
                var now = latest.Run;
                if (now.Phase != shown.Phase)
                {
                    console.MarkupLineInterpolated($"[green]✓[/] {shown.Phase} [dim]{Words.Span(now.PhaseSince - shown.PhaseSince)}[/]");
                    shown = now;
                }

                status.Status(Line(now));
                await Task.WhenAny(driving, Task.Delay(Refresh, surroundings.Time, CancellationToken.None));
            }

            return await driving;
        });
    }

    private string Line(Run run) => Markup.Escape($"{run.Phase} {Words.Span(surroundings.Time.GetUtcNow() - run.PhaseSince)}  {run.Note}");

    /// <summary>Keeps the newest report; the drawing loop looks at it.</summary>
    private sealed class Latest(Run first) : IProgress<Run>
    {
        private volatile Run _run = first;

        public Run Run => _run;

        public void Report(Run value) => _run = value;
    }

    /// <summary>Writes a line for each change, in the order of the reports.</summary>
    private sealed class PlainLines(Surroundings surroundings) : IProgress<Run>
    {
        private Run? _shown;
        private long _shownAt;

        public void Report(Run value)
        {
            var samePhase = value.Phase == _shown?.Phase;
            if (samePhase && (value.Note == _shown!.Note || surroundings.Time.GetElapsedTime(_shownAt) < Quiet))
            {
                return;
            }

            (_shown, _shownAt) = (value, surroundings.Time.GetTimestamp());
            surroundings.Error.WriteLine($"{Words.Moment(surroundings.Time.GetUtcNow())}  {value.Id}  {value.Phase}  {value.Note}");
        }
    }
}
