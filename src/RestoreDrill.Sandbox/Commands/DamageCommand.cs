using System.CommandLine;
using System.Text.Json;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Commands;

/// <summary><c>damage</c>: spoils a snapshot of a running sandbox, through its control endpoint.</summary>
internal static class DamageCommand
{
    public static Command Create()
    {
        var endpoint = EndpointOption.Create();
        var snapshot = new Option<string>("--snapshot") { Description = "The snapshot's identifier.", Required = true };
        var account = new Option<string>("--account") { Description = "The account it lies in.", DefaultValueFactory = _ => "vault" };
        var fault = new Option<string>("--fault") { Description = "What is done to it: " + string.Join(", ", SnapshotFault.All.Select(static one => one.Name)) + ".", Required = true };
        var database = new Option<string?>("--database") { Description = "The database that is damaged." };
        var table = new Option<string?>("--table") { Description = "The table that is damaged." };
        var column = new Option<string?>("--column") { Description = "The column that is damaged." };
        var damaged = new Option<string?>("--object") { Description = "The object that is damaged, where it is no table." };
        var donor = new Option<string?>("--donor") { Description = "The snapshot whose content takes the place of this one's." };
        var command = new Command("damage", "Spoils a snapshot of a running sandbox, as no caller of AWS could.")
        {
            endpoint, snapshot, account, fault, database, table, column, damaged, donor,
        };
        command.SetAction((parsed, ct) => CustomerErrors.TellAsync(parsed.InvocationConfiguration.Error, async () =>
        {
            using var http = new HttpClient();
            using var answer = await http.PostAsJsonAsync(
                new Uri($"{parsed.GetValue(endpoint)!.TrimEnd('/')}/control/damage"),
                new SnapshotDamage
                {
                    Snapshot = parsed.GetValue(snapshot)!,
                    Account = parsed.GetValue(account)!,
                    Fault = SnapshotFault.Named(parsed.GetValue(fault)!),
                    Database = parsed.GetValue(database),
                    Table = parsed.GetValue(table),
                    Column = parsed.GetValue(column),
                    ObjectName = parsed.GetValue(damaged),
                    Donor = parsed.GetValue(donor),
                },
                ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"The damage was not done: {await answer.Content.ReadAsStringAsync(ct)}");
            }

            using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(told.RootElement.GetProperty("done").GetString());
        }, ct));
        return command;
    }
}
