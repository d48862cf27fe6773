using System.CommandLine;
using System.Text.Json;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Commands;

/// <summary><c>mfa</c>: what the MFA device of an account's administrator shows, in place of an authenticator app.</summary>
internal static class MfaCommand
{
    public static Command Create()
    {
        var endpoint = EndpointOption.Create();
        var account = new Option<string>("--account") { Description = "The account of the device's user, by name or id.", DefaultValueFactory = _ => Account.Vault.Name };
        var command = new Command("mfa", "Prints the current code of the MFA device of an account's administrator.") { endpoint, account };
        command.SetAction((parsed, ct) => CustomerErrors.TellAsync(parsed.InvocationConfiguration.Error, async () =>
        {
            using var http = new HttpClient();
            var codes = await http.GetFromJsonAsync<List<MfaCode>>(new Uri($"{parsed.GetValue(endpoint)!.TrimEnd('/')}/control/mfa"), JsonSerializerOptions.Web, ct);
            var shown = codes!.Single(code => code.Account == Account.Named(parsed.GetValue(account)!).Id);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(shown.Code);
        }, ct));
        return command;
    }
}
