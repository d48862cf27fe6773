using System.Globalization;
using RestoreDrill.Soak;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = SoakOptions.FromEnvironment();
var started = TimeProvider.System.GetTimestamp();
Say($"Soak of {options.Drills} drills, seed {options.Seed} (SOAK_DRILLS, SOAK_SEED). Preparing two accounts, a store and four databases...");
var random = new Random(options.Seed);
await using var site = await Site.PrepareAsync();
var book = new RunBook(site.Workbench);
await using var fleet = new Fleet(site.Workbench, new Random(random.Next()));
await fleet.ReadyAsync();
Say("Two services are ready. From now on they are killed at random.");

using var enough = new CancellationTokenSource();
var storms = new StoreStorms(site.Store, new Random(random.Next()));
var demands = Site.Asked.Select(database => new Demand(database, fleet, book, new Random(random.Next()))).ToList();
var rough = Task.WhenAll(fleet.KillAsync(enough.Token), storms.BlowAsync(enough.Token));
var wishes = Task.WhenAll(demands.Select(demand => demand.GoOnAsync(enough.Token)));
while (TimeProvider.System.GetElapsedTime(started) < options.Longest)
{
    var runs = await book.RunsAsync();
    var finished = runs.Count(static run => run is { Kind: "drill", FinishedAt: not null });
    Say($"{finished} of {options.Drills} drills finished; {runs.Count(static run => run.FinishedAt is null)} open; "
        + $"{fleet.Kills} kills of services, {storms.Kills} of the store");
    if (finished >= options.Drills || wishes.IsFaulted || rough.IsFaulted)
    {
        break;
    }

    await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, CancellationToken.None);
}

Say("No more kills; what is open has two minutes to finish.");
await enough.CancelAsync();
await rough;
await wishes.WaitAsync(TimeSpan.FromMinutes(10));
var exits = await Quiet.DownAsync(fleet, book);
var tally = await Tally.OfAsync(site, book, demands);
var problems = ClosingTable.Print(tally, options, fleet, storms, demands.Sum(static demand => demand.Presses), exits, TimeProvider.System.GetElapsedTime(started));
return problems == 0 ? 0 : 1;

void Say(string what) => Console.WriteLine($"{TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss}  {what}");
