using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill that check the structure of what was restored: each puts questions for a while, one at least.</summary>
internal sealed class StructureSteps(InstallationOptions options, IStructureReader reader, ControlSteps control, TimeProvider time)
{
    /// <summary>How long one step asks before it saves.</summary>
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(5);

    public Task<StepResult> AskAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var answered = step.State.Structure;
        var open = StructureQuestions.Of(step.State.Inventory!)
            .Where(question => !answered.Any(answer => answer.Database == question.Database && answer.Kind == question.Kind))
            .ToList();
        return open.Count == 0
            ? Task.FromResult(Step<DrillState>.Next(DrillPhases.SelfTesting, step.State, $"{answered.Count} questions about the structure are answered"))
            : control.WithControlAsync(step, async login =>
            {
                var began = time.GetTimestamp();
                var answers = new List<StructureAnswer>();
                await foreach (var answer in reader.AskAllAsync(login, open, options.Timing.Verify, cancellationToken).ConfigureAwait(false))
                {
                    answers.Add(answer);
                    if (time.GetElapsedTime(began) >= StepLength)
                    {
                        break;
                    }
                }

                return step.Again(step.State with { Structure = [.. answered, .. answers] }, null, $"{open.Count - answers.Count} questions about the structure are left") with
                {
                    Events =
                    [
                        .. answers.Where(static answer => answer.Outcome is not (CheckOutcome.Passed or CheckOutcome.NotAvailable))
                            .Select(answer => step.Event(RunEventKind.Warning, $"{StructureChecks.IdOf(answer.Kind)} in {answer.Database} {Word(answer.Outcome)}: {answer.Summary}")),
                    ],
                };
            });
    }

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Failed => "found something",
        CheckOutcome.TimedOut => "took too long",
        _ => "could not be answered",
    };
}
