using System.IO.Enumeration;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Control;

/// <summary>The faults that the next calls run into, in the order in which they were asked for.</summary>
internal sealed class FaultPlan(Random random)
{
    private readonly Lock gate = new();
    private readonly List<(CallFault Fault, int Left)> planned = [];

    public void Add(CallFault fault)
    {
        lock (gate)
        {
            planned.Add((fault, fault.Times ?? int.MaxValue));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            planned.Clear();
        }
    }

    /// <summary>The fault that this call runs into, now used up once more; null for none.</summary>
    public CallFault? Take(string action, string accountId)
    {
        lock (gate)
        {
            for (var i = 0; i < planned.Count; i++)
            {
                var (fault, left) = planned[i];
                var concerns = FileSystemName.MatchesSimpleExpression(fault.Action, action)
                    && (fault.Account is null || Account.Named(fault.Account).Id == accountId);
                if (!concerns || random.NextDouble() >= fault.Share)
                {
                    continue;
                }

                if (left == 1)
                {
                    planned.RemoveAt(i);
                }
                else if (fault.Times is not null)
                {
                    planned[i] = (fault, left - 1);
                }

                return fault;
            }

            return null;
        }
    }
}
