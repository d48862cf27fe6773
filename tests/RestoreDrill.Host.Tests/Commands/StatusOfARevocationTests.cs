using System.Text.Json.Nodes;
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
        _line.Store.Revocations.Add(RecordedRuns.Revocation());

        var code = await _line.RunAsync("status");

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains($"red: courses: the proof of copy {RecordedRuns.CopyName} by drill {RecordedRuns.DrillId} is revoked", _line.Out, StringComparison.Ordinal);
        Assert.Contains($"red: courses: the last drill {RecordedRuns.DrillId} passed, but the proof of its copy {RecordedRuns.CopyName} was revoked 2026-03-01 11:40:00Z", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Pass, revoked", _line.Out, StringComparison.Ordinal);
        await _line.RunAsync("status", "--output", "json");
        var database = JsonNode.Parse(_line.Out)!["databases"]![0]!;
        Assert.Null(database["lastProof"]);
        Assert.Equal("d00bbbbbbbb2", (string?)database["lastDrill"]!["revocation"]!["foundBy"]);
    }

    [Fact]
    public async Task Revoked_copy_that_is_gone_is_not_told_any_more()
    {
        _line.Store.Revocations.Add(RecordedRuns.Revocation("rd-copy-acme-c00gone00000"));

        await _line.RunAsync("status");

        Assert.DoesNotContain("is revoked", _line.Out, StringComparison.Ordinal);
    }
}
