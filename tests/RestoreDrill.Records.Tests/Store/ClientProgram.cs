using System.Diagnostics;
using System.Globalization;
using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Records.Tests.Store;

/// <summary>PostgreSQL's own client programs.</summary>
internal static class ClientProgram
{
    /// <summary>Runs <c>psql</c>, <c>pg_dump</c> or the like against a database; fails with what it said.</summary>
    internal static async Task RunAsync(string connectionString, string program, string[] arguments, string input = "")
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Path.Combine(PostgresBinaries.Locate().Directory, program), arguments)
        {
            RedirectStandardInput = true, RedirectStandardError = true,
        };
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = settings.Username;
        start.Environment["PGPASSWORD"] = settings.Password;
        start.Environment["PGDATABASE"] = settings.Database;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
