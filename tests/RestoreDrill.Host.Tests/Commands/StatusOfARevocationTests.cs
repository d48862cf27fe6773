using System.Text.Json.Nodes;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What <c>status</c> tells of a copy whose proof was revoked.</summary>
public sealed class StatusOfARevocationTests : IDisposable
{
    private readonly CommandLine _line = new();

    public StatusOfARevocationTests() => RecordedRuns.Record(_line);

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Revoked_copy_is_red_and_its_drill_is_no_proof_any_more()
    {
        await _line.RunAsync("status", "--output", "json");
        Assert.NotNull(JsonNode.Parse(_line.Out)!["databases"]![0]!["lastProof"]);
        _line.Store.Revocations.Add(Revocation(RecordedRuns.CopyName));

        var code = await _line.RunAsync("status");

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains($"red: courses: the proof of copy {RecordedRuns.CopyName} by drill {RecordedRuns.DrillId} is revoked", _line.Out, StringComparison.Ordinal);
        await _line.RunAsync("status", "--output", "json");
        Assert.Null(JsonNode.Parse(_line.Out[_line.Out.IndexOf('{', StringComparison.Ordinal)..])!["databases"]![0]!["lastProof"]);
    }

    [Fact]
    public async Task Revoked_copy_that_is_gone_is_not_told_any_more()
    {
        _line.Store.Revocations.Add(Revocation("rd-copy-acme-c00gone00000"));

        await _line.RunAsync("status");

        Assert.DoesNotContain("is revoked", _line.Out, StringComparison.Ordinal);
    }

    private static Revocation Revocation(string copy) => new()
    {
        Database = "courses",
        CopyName = copy,
        CopyArn = "arn:b",
        Drill = RecordedRuns.DrillId,
        FoundBy = RunId.Parse("d00bbbbbbbb2"),
        LaterCopy = "rd-copy-acme-c00aaaaaaaa2",
        EarlierCopy = "rd-copy-acme-c00aaaaaaaa0",
        Places = ["courses.public.students, block 17: 61 rows are in the copies before and after it, only 60 in it"],
    };
}
