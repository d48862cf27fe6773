using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Restoring;

/// <summary>Shows the master password once, on a terminal and nowhere else.</summary>
internal sealed class PasswordOnTerminal : IPasswordDestination
{
    private readonly TextWriter _terminal;

    private PasswordOnTerminal(TextWriter terminal) => _terminal = terminal;

    public string Words => "the terminal, which showed it once";

    /// <exception cref="RefusedException">What is printed goes into files or other programs.</exception>
    public static PasswordOnTerminal Require(Surroundings surroundings) => surroundings switch
    {
        { ErrorIsTerminal: true } => new PasswordOnTerminal(surroundings.Error),
        { OutIsTerminal: true } => new PasswordOnTerminal(surroundings.Out),
        _ => throw new RefusedException(
            ["The new master password would be shown once on the terminal, and neither standard output nor standard error is one. Nothing was changed."],
            safetyRule: true,
            next: "leave one of them on the terminal, or configure RestoreDrill:Restore:PasswordFile"),
    };

    public async Task DeliverAsync(string instance, InstanceLogin login, CancellationToken cancellationToken)
    {
        await _terminal.WriteLineAsync($"""

            Master password of instance {instance}, user {login.User}. It is shown once and kept nowhere:

                {login.Password!.Reveal()}

            """.AsMemory(), cancellationToken);
        await _terminal.FlushAsync(cancellationToken);
    }
}
