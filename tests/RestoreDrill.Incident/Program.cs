using System.Globalization;
using RestoreDrill.Incident;
using RestoreDrill.Incident.Destruction;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var started = TimeProvider.System.GetTimestamp();
Say("Preparing production, its vault account and a store.");
await using var site = await Site.PrepareAsync();
Say("restoredrill isolation apply");
(await site.Workbench.RunTypingAsync("222222222222\nrestoredrill-copies\n", "isolation", "apply")).MustExit(0);
Say("restoredrill copy courses, twice; restoredrill drill courses");
(await site.Workbench.RunAsync("copy", "courses")).MustExit(0);
(await site.Workbench.RunAsync("copy", "courses")).MustExit(0);
(await site.Workbench.RunAsync("drill", "courses")).MustExit(0);
Say("restoredrill guard");
Console.WriteLine((await site.Workbench.RunAsync("guard")).MustExit(0).Output);
var targets = await VaultTargets.PrepareAsync(site.Vault, site.Management, Site.Installation);

var holdings = await VaultHoldings.ListAsync(site.Vault, targets);
var copiesThere = holdings.Count(static line => line.StartsWith("copy ", StringComparison.Ordinal));
Say($"In the vault are {copiesThere} copies, and {holdings.Count - copiesThere} facts about them.");

// Taken on before: production takes the one in the source account with it.
using var copies = await site.RoleAsync(targets.Account, "restoredrill-vault");
using var drills = await site.RoleAsync(targets.Account, "restoredrill-drill");
using var person = await site.PersonAsync(targets.Account);
using var source = await site.RoleAsync("111111111111", "restoredrill-source");

Say("The source account's administrator destroys production: terraform destroy, then aws-nuke.");
var production = await Attempt.MakeAllAsync(SourceDestruction.Of(Site.Instance, Site.ManualSnapshot, Site.Installation), site.Source);
Print(production);
var left = await GoneAsync();
Say(left.Count == 0 ? "Production is gone: no instance, no snapshot, no automated backup, no backup vault." : $"PRODUCTION IS NOT GONE: {string.Join(", ", left)}");

Say("The same hands, and then everybody else's, at the copies.");
List<Attempt> attempts = [.. await Attempt.MakeAllAsync(VaultDestruction.FromSource(targets), site.Source), .. await Attempt.MakeAllAsync(VaultDestruction.FromSource(targets), source)];
Hands[] within = [site.Vault, copies, drills, person];
foreach (var hands in within)
{
    attempts.AddRange(await Attempt.MakeAllAsync(VaultDestruction.FromWithin(targets), hands));
}

Print(attempts);

// A name that reaches nothing is another account's, and in one's own account no rule.
var missed = attempts.Where(attempt => !attempt.IsRefusedByRule || (attempt.Refused == RefusingRule.Account && within.Any(hands => hands.Name == attempt.By))).ToList();
foreach (var attempt in missed)
{
    Say($"NOT REFUSED BY A RULE: {attempt.Action.Name} ({attempt.Action.What}) by {attempt.By}: {attempt.Answer}");
}

var after = await VaultHoldings.ListAsync(site.Vault, targets);
var touched = holdings.Except(after).Select(static line => $"WAS, AND IS NOT AS IT WAS: {line}").Concat(after.Except(holdings).Select(static line => $"WAS NOT THERE: {line}")).ToList();
touched.ForEach(Console.WriteLine);
Say(touched.Count == 0 && copiesThere == 2 ? $"All {copiesThere} copies and all {holdings.Count - copiesThere} facts are there, as they were." : "NOT ALL THAT WAS IN THE VAULT IS THERE AS IT WAS.");

Say("restoredrill isolation verify: what of the isolation is not in the source account is as it was made.");
var isolated = (await site.Workbench.RunAsync("isolation", "verify", "--output", "json")).Json["items"]!.AsArray();
var changed = isolated.Where(static item => (string?)item!["account"] != "source" && (string?)item["state"] != "done").Select(static item => $"{item!["id"]}: {item["found"]}: {string.Join("; ", item["changes"]!.AsArray().Select(static change => (string?)change))}").ToList();
changed.ForEach(static part => Console.WriteLine($"CHANGED: {part}"));

Say("The source account leaves the organisation.");
await SourceDestruction.Leave.DoAsync(site.Source);

Say("restoredrill drill courses");
var drill = await site.Workbench.RunAsync("drill", "courses");
Console.WriteLine(drill.Everything);

Say("The person on call follows runbooks/emergency-restore.md, with the configuration, the vault account's credentials and their device: no store, no source account, no service.");
var called = TimeProvider.System.GetTimestamp();
using var desk = site.OpenDesk();
Say("restoredrill restore plan courses");
var planned = await desk.PlanAsync("courses");
Console.WriteLine(planned.Everything);
Say("restoredrill restore run courses.plan.json");
var progress = Path.Combine(desk.Directory, "progress");
await using var restoring = desk.StartRun(progress);
var restored = await restoring.WaitAsync();
Console.WriteLine(await File.ReadAllTextAsync(progress));
Console.WriteLine(restored.Everything);
var isRestored = planned.ExitCode == 0 && restored.ExitCode == 0;
Say(string.Create(CultureInfo.InvariantCulture, $"{(isRestored ? "Restored, proven and handed over" : "NOT RESTORED")} {TimeProvider.System.GetElapsedTime(called).TotalSeconds:0} s after the call."));

Say("The management account's administrator, whom nothing binds, detaches the service control policy. restoredrill guard says so:");
var layers = new LayerByLayer(targets, site.Vault, site.Management);
await layers.DetachAsync();
var looked = (await site.Workbench.RunAsync("guard")).MustExit(1).Output;
Console.WriteLine(looked);
var isTold = looked.Split('\n').Any(static line => line.StartsWith("service-control-policies ", StringComparison.Ordinal) && line.Contains(" BROKEN ", StringComparison.Ordinal));
var ofPolicy = await layers.TryAccessPolicyAsync();
var ofObjectLock = await layers.TryObjectLockAsync();
var lockAlone = await layers.PrepareLockAloneAsync();
site.Advance(TimeSpan.FromDays(LayerByLayer.CoolingOffDays + 1));
(string Layer, string Rule, IReadOnlyList<Attempt> Attempts)[] alone =
[
    ("The vault's access policy, by itself", RefusingRule.ResourcePolicy, ofPolicy),
    ("Object Lock of the facts, by itself", RefusingRule.Lock, ofObjectLock),
    ("A vault's lock, by itself, in a vault without an access policy, four days later", RefusingRule.Lock, await layers.TryLockAsync(lockAlone)),
];
foreach (var (layer, _, made) in alone)
{
    Say($"{layer}:");
    Print(made);
}

var opened = alone.SelectMany(static layer => layer.Attempts.Where(attempt => attempt.Refused != layer.Rule)).ToList();
opened.ForEach(static attempt => Console.WriteLine($"NOT REFUSED BY ITS LAYER: {attempt.Action.Name}: {attempt.Answer}"));
await layers.AttachAsync();
var gone = holdings.Except(await VaultHoldings.ListAsync(site.Vault, targets)).ToList();
gone.ForEach(static line => Console.WriteLine($"WAS, AND IS NOT AS IT WAS: {line}"));

var isGood = left.Count == 0 && production.All(static attempt => attempt.Refused is null) && missed.Count == 0 && touched.Count == 0 && copiesThere == 2 && changed.Count == 0
    && drill.ExitCode == 0 && isRestored && isTold && opened.Count == 0 && gone.Count == 0;
Say(isGood
    ? $"Production is gone. {attempts.Count} attempts at its copies, {attempts.Select(static attempt => attempt.Action.Name).Distinct().Count()} kinds of action, all refused, and each layer by itself holds what is its own. Every copy and every fact is left. The newest copy is restored, proven and handed over by a person who had nothing but the vault account."
    : "THE INCIDENT WAS NOT SURVIVED: see above.");
return isGood ? 0 : 1;

async Task<IReadOnlyList<string>> GoneAsync()
{
    for (var i = 0; ; i++)
    {
        var there = await SourceDestruction.LeftAsync(site.Source);
        if (there.Count == 0 || i == 100)
        {
            return there;
        }

        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
    }
}

void Print(IReadOnlyList<Attempt> made)
{
    Console.WriteLine();
    foreach (var line in AttemptTable.Lines(made))
    {
        Console.WriteLine(line);
    }

    Console.WriteLine();
}

void Say(string what) => Console.WriteLine($"{TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss}  {what}");
