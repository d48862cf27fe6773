using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Tests.Facts;
using RestoreDrill.Core.Tests.GuardRails;
using RestoreDrill.Core.Tests.Runs;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Drives copy runs and drills over a <see cref="MemoryCloud"/>, step by step in fake time, by processes that can be killed.</summary>
internal sealed class Driven
{
    private int _processes;

    public Driven()
    {
        Time = new FakeTimeProvider(Sample.Now);
        Cloud = new MemoryCloud(Time);
        Store = new MemoryRunStore(Time);
        Facts = new MemoryFactStore(Time);
        GuardRails = new MemoryGuardRails(Time);
        Emergency = new MemoryEmergency(Cloud);
        Target = new MemoryTarget(Cloud);
        Options = Sample.Options with
        {
            SelfTest = new SelfTestOptions { Every = null },
            Databases = [Sample.Configured with { Checks = [Check("first"), Check("second")] }],
        };
    }

    public FakeTimeProvider Time { get; }

    public MemoryCloud Cloud { get; }

    public MemoryRunStore Store { get; private set; }

    /// <summary>The store of facts; in use where <see cref="Options"/> name one.</summary>
    public MemoryFactStore Facts { get; }

    public MemoryGuardRails GuardRails { get; }

    public MemoryEmergency Emergency { get; }

    /// <summary>The account that emergency restores restore into where <see cref="Options"/> name one.</summary>
    public MemoryTarget Target { get; }

    /// <summary>Where the passwords of emergency restores go.</summary>
    public MemoryPasswords Passwords { get; } = new();

    public InstallationOptions Options { get; set; }

    /// <summary>How many processes were killed.</summary>
    public int Kills { get; private set; }


    /// <summary>Instances that are there, being deleted or not.</summary>
    public IReadOnlyList<MemoryInstance> InstancesLeft => [.. Cloud.Instances.Values.Where(instance => Cloud.Describe(instance) is not null)];

    /// <summary>Whose copy runs go by AWS Backup.</summary>
    public static Driven ByBackup()
    {
        var driven = new Driven();
        driven.Options = driven.Options with { Route = CopyRoute.AwsBackup, Backup = Sample.Backup };
        return driven;
    }

    /// <summary>With a store of facts.</summary>
    public static Driven WithFacts()
    {
        var driven = ByBackup();
        driven.Options = driven.Options with { Facts = FactSamples.Options };
        return driven;
    }

    /// <summary>With one copy in the vault, made six hours ago; what led to it is forgotten.</summary>
    public static Task<Driven> WithCopyAsync() => WithCopyAsync(new Driven());

    /// <summary>With one copy in the vault, made six hours ago; what led to it is forgotten.</summary>
    public static async Task<Driven> WithCopyAsync(Driven driven)
    {
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        driven.Cloud.Changes.Clear();
        driven.Store.Saves.Clear();
        driven.Time.Advance(TimeSpan.FromHours(6));
        return driven;
    }

    /// <summary>The same, whose drills test themselves every week.</summary>
    public static async Task<Driven> WithSelfTestsAsync()
    {
        var driven = await WithCopyAsync();
        driven.Options = driven.Options with { SelfTest = new SelfTestOptions() };
        return driven;
    }

    /// <summary>Our records are lost, and an empty store takes their place.</summary>
    public void LoseRecords() => Store = new MemoryRunStore(Time);

    public async Task<RunId> OpenCopyAsync() =>
        (await new CopyRuns(Options, new MemorySource(Cloud), new MemoryVault(Cloud), Store, Time, new Random(1)).OpenAsync(Sample.Database, RunRequest.ByPerson("test"), CancellationToken.None)).Run.Id;

    public async Task<RunId> OpenDrillAsync(CopySelection selection = CopySelection.Latest, string? named = null, bool asEmergency = false) =>
        (await new Drills(Options, new MemoryScratch(Cloud), Store, Time, new Random(2)).OpenAsync(Sample.Database, selection, named, asEmergency, RunRequest.ByPerson("test"), CancellationToken.None)).Run.Id;

    public async Task<Run> CopyAsync() => await ToTheEndAsync(await OpenCopyAsync());

    public async Task<Run> DrillAsync() => await ToTheEndAsync(await OpenDrillAsync());

    /// <summary>Drives with one process until the run has finished, going on with a new process whenever one is killed.</summary>
    /// <param name="id">The run.</param>
    /// <param name="newProcessEachStep">Whether each step is made by a process of its own.</param>
    public async Task<Run> ToTheEndAsync(RunId id, bool newProcessEachStep = false)
    {
        var (engine, owner) = Start();
        for (var steps = 0; steps < 2000; steps++)
        {
            try
            {
                var report = await engine.StepAsync(id, owner, CancellationToken.None);
                if (report.Run.FinishedAt is not null)
                {
                    return report.Run;
                }

                Time.Advance(report.Wait);
            }
            catch (ProcessKilledException)
            {
                Kills++;
                Cloud.Answered = static (_, _) => { };
                Facts.Put = static _ => { };
                Store.BeforeSave = Store.AfterSave = static _ => { };
                Store.CallerIsDead = false;
                (engine, owner) = Start();
            }

            if (newProcessEachStep)
            {
                (engine, owner) = Start();
            }
        }

        throw new InvalidOperationException("The run does not come to an end.");
    }

    /// <summary>Drives with one process until it is stopped.</summary>
    public async Task UntilStoppedAsync(RunId id, CancellationToken stop)
    {
        var (engine, owner) = Start();
        try
        {
            while (true)
            {
                Time.Advance((await engine.StepAsync(id, owner, stop)).Wait);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.True(stop.IsCancellationRequested);
        }
    }

    /// <summary>Kills the process before, or after, the save with this number (from 1).</summary>
    public void KillAtSave(int number, bool before)
    {
        var saves = 0;
        void Kill()
        {
            if (++saves == number)
            {
                Store.CallerIsDead = true;
                throw new ProcessKilledException();
            }
        }

        if (before)
        {
            Store.BeforeSave = _ => Kill();
        }
        else
        {
            Store.AfterSave = _ => Kill();
        }
    }

    /// <summary>Loses the answer to the changing call with this number (from 1): it is carried out, but nobody hears of it.</summary>
    public void LoseAnswerToChange(int number)
    {
        var lost = false;
        Cloud.Answered = (operation, _) =>
        {
            if (!lost && Cloud.Changes.Count == number)
            {
                lost = true;
                throw MemoryCloud.Unreachable(operation);
            }
        };
    }

    private static UserCheck Check(string name) => new() { Name = name, Database = "courses", Sql = "select 1", Expect = new Expectation { EqualTo = "1" } };

    private (RunEngine Engine, string Owner) Start()
    {
        IRunWorkflow[] workflows =
        [
            new CopyWorkflow(Options, new MemorySource(Cloud), new MemoryVault(Cloud), MemoryReaders.Of(Cloud), Store, Time),
            new DrillWorkflow(Options, new MemoryScratch(Cloud), GuardRails.Watch, MemoryReaders.Of(Cloud), Store, () => Facts, Time, new Random(3)),
        ];
        workflows =
        [
            .. workflows.Select(workflow => new DepositingWorkflow(workflow, Options, () => Facts, Store, Time)),
            new RestoreWorkflow(Options, Emergency, Options.Restore?.Account is null ? Emergency : Target, MemoryReaders.Of(Cloud), Store, Passwords, Time),
        ];
        return (new RunEngine(Store, workflows, Options.Timing, Time), $"process-{++_processes}");
    }
}
