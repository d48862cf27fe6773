using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Restoring;

/// <summary>A plan.</summary>
internal static class PlanSample
{
    public static readonly RunId Restore = RunId.Parse("r04cr4r0abcd");

    public static RestorePlan Plan => new()
    {
        Installation = Sample.Installation,
        Database = Sample.Database,
        Run = Restore,
        MadeBy = "cli:maria@laptop",
        MadeAt = Sample.Now,
        ExpiresAt = Sample.Now.AddHours(4),
        Account = Sample.VaultAccount,
        Region = "eu-central-1",
        Copy = new PlannedCopy
        {
            Name = "rd-copy-acme-c04cr4r0abcd",
            Arn = "arn:copy",
            Facts = Sample.Facts,
            FactsFrom = "the copy's tags",
            Standing = CopyStanding.Proven,
            Reason = "Drill d04cr4r0wxyz passed.",
            Drill = Sample.Drill,
            Level = VerdictLevel.MatchesSource,
            Times = new DrillTimes { AskedAt = Sample.Now, FirstAnswerAt = Sample.Now.AddMinutes(10) },
        },
        Newer = [new NewerCopy("rd-copy-acme-c04cr4r0zzzz", Sample.Now, CopyStanding.Failed, "Drill failed.")],
        Order = new RestoreOrder
        {
            Name = Sample.Names.RestoredInstance(Restore),
            Copy = "rd-copy-acme-c04cr4r0abcd",
            InstanceClass = "db.r6g.large",
            SubnetGroup = "production",
            SecurityGroups = ["sg-production"],
            ParameterGroup = "restoredrill-postgres15",
            MultiAz = true,
            DeletionProtection = true,
            BackupRetentionDays = 7,
            Tags = RestoredOwnership.TagsOf(Sample.Installation, Restore),
        },
        FinalParameterGroup = "courses-postgres15",
    };
}
