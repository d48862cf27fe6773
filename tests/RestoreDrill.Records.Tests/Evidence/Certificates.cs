using System.Numerics;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Records.Tests.Evidence;

internal static class Certificates
{
    internal static readonly BigInteger Huge = BigInteger.Pow(7, 400);

    internal static BirthCertificate Of(string copyArn, RunId run) => new()
    {
        CopyArn = copyArn,
        PinnedBy = run,
        Algorithm = FingerprintSeed.Algorithm,
        Seed = long.MinValue,
        Identity = new InstanceIdentity(150018, null, "pg_control_system is not allowed \"here\""),
        Readings =
        [
            new RelationReading
            {
                Name = new RelationName("курсы", "публика 🙂", "tab\"le\n"),
                Kind = RelationKind.Partition,
                Outcome = ReadingOutcome.Read,
                Rows = long.MaxValue,
                HashSum = -Huge,
                Took = TimeSpan.FromTicks(12_345_678_901),
            },
            new RelationReading
            {
                Name = new RelationName("курсы", "публика 🙂", "z"),
                Kind = RelationKind.UnloggedTable,
                Outcome = ReadingOutcome.NotProtected,
                Rows = 0,
                Reason = "unlogged",
            },
        ],
        Sha256 = new string('a', 64),
    };
}
