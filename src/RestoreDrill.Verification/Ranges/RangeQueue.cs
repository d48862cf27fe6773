using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Fingerprints;

namespace RestoreDrill.Verification.Ranges;

/// <summary>The one queue that all connections take ranges from: the largest relation first, but a small one rather in the database where the connection is.</summary>
internal sealed class RangeQueue
{
    private readonly Lock gate = new();

    // The largest last: what is done is removed from the end.
    private readonly List<RelationWork> works;
    private readonly List<Seat> seats = [];
    private bool stopped;

    /// <param name="wanted">What is to be read.</param>
    /// <param name="connections">How many connections will take from the queue.</param>
    /// <param name="firstBytes">See <see cref="ReaderOptions.FirstRangeBytes"/>.</param>
    public RangeQueue(IEnumerable<WantedRanges> wanted, int connections, long firstBytes)
    {
        works = [.. wanted.Where(static ranges => ranges.Missing.Count > 0).Select(ranges => new RelationWork(ranges, connections, firstBytes))];
        works.Sort(BySize);
    }

    /// <summary>Whether nothing is left to begin.</summary>
    public bool IsDrained
    {
        get
        {
            lock (gate)
            {
                return stopped || works.Count == 0;
            }
        }
    }

    private static Comparison<RelationWork> BySize { get; } = static (left, right) => left.Bytes != right.Bytes
        ? left.Bytes.CompareTo(right.Bytes)
        : RelationName.Order.Compare(right.Name, left.Name);

    public Seat Sit()
    {
        lock (gate)
        {
            var seat = new Seat();
            seats.Add(seat);
            return seat;
        }
    }

    /// <summary>What a connection is to do next; null: nothing, and its seat is gone.</summary>
    /// <param name="seat">The connection's seat.</param>
    /// <param name="target">How long reading a range should take.</param>
    /// <param name="ct">Cancels waiting for a relation that another connection has begun with.</param>
    public async Task<RangeTask?> NextAsync(Seat seat, TimeSpan target, CancellationToken ct)
    {
        while (true)
        {
            Task[] begun;
            lock (gate)
            {
                if (!stopped && Choose(seat) is { } work)
                {
                    return Take(work, target);
                }

                begun = stopped ? [] : [.. works.Where(static other => other is { Shape: null, Beginning: not null }).Select(static other => other.Beginning!.Task)];
                if (begun.Length == 0)
                {
                    seats.Remove(seat);
                    return null;
                }
            }

            await Task.WhenAny(begun).WaitAsync(ct);
        }
    }

    public void Entered(Seat seat, string? database)
    {
        lock (gate)
        {
            seat.Database = database;
        }
    }

    /// <summary>Leaves to others what this connection could not do because it was not let in.</summary>
    /// <param name="seat">The connection's seat.</param>
    /// <param name="task">What it had taken.</param>
    /// <param name="ofDatabase">Whether only the task's database is full, and not the whole server.</param>
    /// <returns>False: nobody else is in, who could do it.</returns>
    public bool TryLeaveToOthers(Seat seat, RangeTask task, bool ofDatabase)
    {
        lock (gate)
        {
            if (!seats.Exists(other => other != seat && other.Database is { } database && (!ofDatabase || database == task.Work.Database)))
            {
                return false;
            }

            PutBack(task);
            seat.Avoided.Add(task.Work.Database);
            return true;
        }
    }

    public void Open(RelationWork work, RelationShape shape)
    {
        lock (gate)
        {
            work.Open(shape);
        }
    }

    public void Learn(RelationWork work, BlockRange range, TimeSpan took)
    {
        lock (gate)
        {
            work.Learn(range, took);
        }
    }

    /// <summary>No more of the relation is read.</summary>
    public void Settle(RelationWork work)
    {
        lock (gate)
        {
            works.Remove(work);
            work.GiveUpBeginning();
        }
    }

    /// <summary>A connection gives up its seat.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="endsAll">Whether nobody is to begin anything any more.</param>
    public void Leave(Seat seat, bool endsAll)
    {
        lock (gate)
        {
            seats.Remove(seat);
            if (endsAll)
            {
                stopped = true;
                works.ForEach(static work => work.GiveUpBeginning());
            }
        }
    }

    private RelationWork? Choose(Seat seat)
    {
        RelationWork? largest = null;
        for (var i = works.Count - 1; i >= 0; i--)
        {
            var work = works[i];
            if (!work.IsOffered || seat.Avoided.Contains(work.Database))
            {
                continue;
            }

            if (work.Database == seat.Database || seat.Database is null || work.IsLarge)
            {
                return work;
            }

            largest ??= work;
        }

        return largest;
    }

    private RangeTask Take(RelationWork work, TimeSpan target)
    {
        if (work.Shape is null)
        {
            work.Begin();
            return new RangeTask(work, null);
        }

        var range = work.Take(target);
        if (work.IsTaken)
        {
            works.Remove(work);
        }

        return new RangeTask(work, range);
    }

    private void PutBack(RangeTask task)
    {
        if (task.Range is null)
        {
            task.Work.GiveUpBeginning();
            return;
        }

        if (task.Work.IsTaken)
        {
            var place = works.BinarySearch(task.Work, Comparer<RelationWork>.Create(BySize));
            works.Insert(place < 0 ? ~place : place, task.Work);
        }

        task.Work.PutBack(task.Range);
    }
}
