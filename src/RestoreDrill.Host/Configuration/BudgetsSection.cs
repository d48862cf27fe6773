using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Budgets</c>: how much may be under way at once, how old and how large a scratch instance may become. Every key may be left out.</summary>
internal static class BudgetsSection
{
    public static BudgetOptions Read(Section section, ScratchOptions? scratch, TimingOptions timing)
    {
        var unset = new BudgetOptions();
        var before = section.Findings.Problems.Count;
        var budgets = new BudgetOptions
        {
            ScratchInstances = section.Whole("ScratchInstances", 1) ?? unset.ScratchInstances,
            CopyRuns = section.Whole("CopyRuns", 1) ?? unset.CopyRuns,
            ScratchAge = section.Duration("ScratchAge") ?? unset.ScratchAge,
            LargestSize = section.Text("LargestSize"),
        };
        section.RejectUnknown();
        if (section.Findings.Problems.Count == before)
        {
            CheckAge(section, budgets.ScratchAge, timing);
            CheckSize(section, budgets.LargestSize, scratch);
        }

        return budgets;
    }

    private static void CheckAge(Section section, TimeSpan age, TimingOptions timing)
    {
        if (age <= timing.Restore)
        {
            section.Findings.Add(
                section.KeyPath("ScratchAge"),
                $"is {age:c}, no longer than Timing:Restore ({timing.Restore:c}), so an instance could be removed before its drill has begun to read; "
                + $"write more than Timing's Restore, PasswordReset and Verify together ({timing.Restore + timing.PasswordReset + timing.Verify:c})");
        }
    }

    private static void CheckSize(Section section, string? largest, ScratchOptions? scratch)
    {
        if (largest is null)
        {
            return;
        }

        if (!InstanceSizes.IsSize(largest))
        {
            section.Findings.Add(section.KeyPath("LargestSize"), $"'{largest}' is not a size; write micro, small, medium, large, xlarge, 2xlarge, 4xlarge and so on, without db. and family");
        }
        else if (scratch is not null && InstanceSizes.Exceeds(scratch.InstanceClass, largest))
        {
            section.Findings.Add(
                section.KeyPath("LargestSize"),
                $"is {largest}, but Scratch:InstanceClass is {scratch.InstanceClass}, larger than that or of a size that has no order; write a smaller InstanceClass or a larger LargestSize");
        }
    }
}
