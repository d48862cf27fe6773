using System.CommandLine;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>The option <c>--restore-into</c>: the account that emergency restores restore into in place of the vault account.</summary>
internal static class RestoreIntoOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--restore-into") { Description = "The account that emergency restores restore into in place of the vault account: source." };
        option.AcceptOnlyFromAmong(Account.Source.Name);
        return option;
    }

    /// <summary>The account; null where the option was not given.</summary>
    public static Account? Read(string? given) => given is null ? null : Account.Named(given);
}
