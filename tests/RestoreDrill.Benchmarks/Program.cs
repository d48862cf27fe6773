using RestoreDrill.Benchmarks;

// Every method in every round, each round beginning with another one, so that a machine that becomes slower or quicker favours none.
var rounds = int.TryParse(Environment.GetEnvironmentVariable("BENCH_ROUNDS"), out var asked) && asked > 0 ? asked : 5;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

await using var server = await BenchServer.StartAsync(stop.Token);
Console.WriteLine("generating tables ...");
await BenchTables.MakeAsync(server, stop.Token);
var methods = await Methods.AllAsync(server, stop.Token);
var megabytes = await server.AskAsync<long>("SELECT sum(pg_table_size(oid))::int8 / 1000000 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'", stop.Token);
var measured = new Measured(await server.AskAsync<string>("SHOW server_version", stop.Token), Environment.ProcessorCount, megabytes);

foreach (var method in methods)
{
    // Untimed: everything is in memory, and compiled, from then on.
    await method.RunAsync(stop.Token);
}

for (var round = 0; round < rounds; round++)
{
    var seconds = new Dictionary<string, double>();
    for (var i = 0; i < methods.Count; i++)
    {
        var method = methods[(i + round) % methods.Count];
        var began = TimeProvider.System.GetTimestamp();
        await method.RunAsync(stop.Token);
        seconds[method.Name] = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Console.Error.WriteLine(FormattableString.Invariant($"round {round + 1} of {rounds}: {method.Name} {seconds[method.Name]:0.00} s"));
    }

    measured.Add(seconds);
}

measured.Print(Console.Out);
var file = Path.GetFullPath(args is [var named] ? named : Path.Combine("artifacts", "bench", "fingerprint.json"));
await measured.WriteAsync(file, stop.Token);
Console.WriteLine($"written to {file}");
