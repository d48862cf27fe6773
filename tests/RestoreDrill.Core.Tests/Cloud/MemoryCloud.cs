using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Tests.Runs;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Two accounts in memory: what exists, what was asked, and faults to order. Slow things take fake time.</summary>
internal sealed class MemoryCloud(FakeTimeProvider time)
{
    private int _calls;

    public static TimeSpan SnapshotTakes { get; } = TimeSpan.FromMinutes(2);

    public static TimeSpan RestoreTakes { get; } = TimeSpan.FromMinutes(8);

    public static TimeSpan DeletionTakes { get; } = TimeSpan.FromMinutes(3);

    public static TimeSpan PasswordTakes { get; } = TimeSpan.FromSeconds(40);

    public FakeTimeProvider Time { get; } = time;

    public MemoryBackups Backups => field ??= new MemoryBackups(this);

    public Dictionary<string, MemorySnapshot> SourceSnapshots { get; } = [];

    public Dictionary<string, MemorySnapshot> VaultSnapshots { get; } = [];

    /// <summary>What copy jobs brought into <see cref="Sample.OtherAccount"/>.</summary>
    public Dictionary<string, MemorySnapshot> OtherSnapshots { get; } = [];

    public Dictionary<string, MemoryInstance> Instances { get; } = [];

    public Dictionary<string, HashSet<string>> Shares { get; } = [];

    public string? SourceKey { get; set; }

    public bool SourceKeyIsAwsManaged { get; set; }

    /// <summary>Null: the source account knows no key.</summary>
    public string? SourceKeyState { get; set; } = "Enabled";

    public bool SourceIsProtected { get; set; }

    public string VaultKeyState { get; set; } = "Enabled";

    public bool VaultKeyIsAwsManaged { get; set; }

    public string SourceStatus { get; set; } = "available";

    public bool DeletionNeverCompletes { get; set; }

    /// <summary>By how much the data of snapshots taken from now on is later than that of the first.</summary>
    public TimeSpan DataMovedOn { get; set; }

    /// <summary>What every restored instance holds.</summary>
    public List<RelationReading> Content { get; set; } =
    [
        Sample.Reading("submissions", 5000), Sample.Reading("students", 1200), Sample.Reading("homework", 90), Sample.Reading("drafts", 0),
        Sample.Reading("invoices", 10, "billing"),
    ];

    /// <summary>The row versions of students that the restored copy holds.</summary>
    public List<(int Block, ulong Transaction, long Hash)> Versions { get; set; } = [];

    /// <summary>The copy's next transaction.</summary>
    public ulong NextTransaction { get; set; } = 1000;

    /// <summary>The restored cluster's system identifier.</summary>
    public string SystemIdentifier { get; set; } = "7301";

    /// <summary>The status a restored instance ends in.</summary>
    public string RestoreEndsIn { get; set; } = "available";

    /// <summary>Every changing call that was carried out, in order: operation and subject.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>Into how many ranges of ten blocks each relation is divided for reading.</summary>
    public int RangesOfRelation { get; set; } = 1;

    /// <summary>What the copy's catalog says of its table; the source's says <c>owner app</c>.</summary>
    public string CopiedItem { get; set; } = "owner app";

    /// <summary>The old rows of each block of the copy's table; the source's has ten rows that sum to 100.</summary>
    public GroupSum CopiedGroup { get; set; } = new(10, 100);

    /// <summary>The hashes of these rows.</summary>
    public long[] CopiedHashes { get; set; } = [];

    /// <summary>What happens to whoever reads the source; null: it answers.</summary>
    public Func<Exception?> SourceTroubleOf { get; set; } = static () => null;

    /// <summary>From which block on the copy's table cannot be read any more for its old rows; null: it can.</summary>
    public int? UnreadableFrom { get; set; }

    /// <summary>What the source's read replica has replayed, each time it is asked; null: it is no standby any more. The source is at 0/1000.</summary>
    public Func<string?> ReplicaHasReplayed { get; set; } = static () => "0/1000";

    /// <summary>The hosts from which old rows were read, in order, once for each range.</summary>
    public List<string> OldRowsReadFrom { get; } = [];

    /// <summary>What was damaged on purpose, in order: the host and the object.</summary>
    public List<(string Host, FaultTarget Target)> Damage { get; } = [];

    /// <summary>Faults that the readers do not see.</summary>
    public HashSet<Fault> BlindTo { get; } = [];

    /// <summary>Names of the relations read, in order, once for each range.</summary>
    public List<string> Reads { get; } = [];

    /// <summary>All calls, changing or not, to either account or a restored instance.</summary>
    public int Calls => _calls;

    /// <summary>Before a call is carried out; may throw.</summary>
    public Action<string> Asked { get; set; } = static _ => { };

    /// <summary>After a call is carried out, with its number from 1; may throw, and the answer is lost then.</summary>
    public Action<string, int> Answered { get; set; } = static (_, _) => { };

    public async Task<T> CallAsync<T>(string operation, string subject, bool changes, Func<T> carryOut)
    {
        await Task.CompletedTask;
        Asked(operation);
        var answer = carryOut();
        if (changes)
        {
            Changes.Add($"{operation} {subject}");
        }

        _calls++;
        Answered(operation, _calls);
        CloudCallLog.Note(new CloudCall(operation, subject, changes, $"req-{_calls}"));
        return answer;
    }

    /// <summary>Whether a reader sees damage on a host.</summary>
    public bool Shows(string host, Func<FaultTarget, bool> damage) => Damage.Any(done => done.Host == host && damage(done.Target) && !BlindTo.Contains(done.Target.Fault));

    /// <summary>How often an operation was carried out.</summary>
    public int Made(string operation) => Changes.Count(change => change.StartsWith(operation + " ", StringComparison.Ordinal));

    public static CloudException Refusal(CloudFault fault, string operation, string code) => new(fault, operation, "it", code, "req-no", "words");

    public static CloudException Unreachable(string operation) => new(CloudFault.Unreachable, operation, "it", null, null, "the connection broke");

    public CloudSnapshot Describe(MemorySnapshot snapshot) => snapshot.Snapshot with
    {
        Status = snapshot.Status ?? (Time.GetUtcNow() >= snapshot.AvailableAt ? "available" : "creating"),
    };

    public CloudInstance? Describe(MemoryInstance instance)
    {
        if (instance.GoneAt is { } gone)
        {
            return !DeletionNeverCompletes && Time.GetUtcNow() >= gone ? null : instance.Instance with { Status = "deleting" };
        }

        var pending = Time.GetUtcNow() < instance.PasswordInForceAt;
        return instance.Instance with
        {
            Status = Time.GetUtcNow() < instance.AvailableAt ? "creating" : pending ? "resetting-master-credentials" : RestoreEndsIn,
            Host = Time.GetUtcNow() < instance.AvailableAt ? null : $"{instance.Instance.Name}.rds",
            Port = 5432,
            PasswordPending = pending,
        };
    }

    /// <summary>The dead process's call: nothing of it comes back.</summary>
    public void KillAfter(int call, MemoryRunStore store) => Answered = (_, number) =>
    {
        if (number == call)
        {
            store.CallerIsDead = true;
            throw new ProcessKilledException();
        }
    };
}
