using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Restoring;

/// <summary>
/// The person who does an emergency restore, at a terminal. Nothing else answers for them: no option, no variable, no file. That is a guard against haste; against an intruder there is the
/// second factor.
/// </summary>
internal sealed class PersonAtTerminal : ISecondFactor, IDisposable
{
    private const int Digits = 6;

    private readonly TypedLines _typed;

    private PersonAtTerminal(Surroundings surroundings) => _typed = new TypedLines(surroundings);

    /// <exception cref="RefusedException">Standard input is no terminal.</exception>
    public static PersonAtTerminal Require(Surroundings surroundings) => surroundings.InIsTerminal
        ? new PersonAtTerminal(surroundings)
        : throw Refused("An emergency restore asks a person, and standard input is not a terminal.", "run the same command in a terminal; over ssh with -t");

    /// <summary>Has the phrase typed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="file">Its file, for the message.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="RefusedException">Something else was typed, or nothing.</exception>
    public async Task ConfirmAsync(RestorePlan plan, string file, CancellationToken cancellationToken)
    {
        var typed = await _typed.AskAsync($"To restore copy {plan.Copy.Name} into the new instance {plan.Order.Name}, type the phrase that the plan printed:", cancellationToken);
        if (!plan.IsPhrase(typed))
        {
            throw Refused(
                "What was typed is not the phrase of this plan.",
                "repeat the command. `restore plan` printed the phrase as its last line (\"it asks for\"): the database's name and the plan's code, and the copy's name between them where it is not proven. "
                + $"The code also stands first in the plan's file: {ShellCommand.Of(["head", "-c", "19", file])}");
        }
    }

    public async Task<string> AskAsync(string device, string role, string? refused, CancellationToken cancellationToken)
    {
        var why = refused is null ? string.Empty : $"The code was not taken: {refused}. Wait until the device shows another one.\n";
        while (true)
        {
            var typed = await _typed.AskAsync($"{why}Role {role[(role.LastIndexOf('/') + 1)..]} asks for a second factor. Type the code that {device} shows:", cancellationToken)
                ?? throw Refused("No code was typed.", "repeat the command, with the device at hand");
            if (typed.Length == Digits && typed.All(char.IsAsciiDigit))
            {
                return typed;
            }

            why = $"A code has {Digits} digits.\n";
        }
    }

    public void Dispose() => _typed.Dispose();

    private static RefusedException Refused(string problem, string next) => new([$"{problem} Nothing was changed."], safetyRule: true, next);
}
