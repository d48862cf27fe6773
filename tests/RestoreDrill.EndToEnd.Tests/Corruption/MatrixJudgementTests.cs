using RestoreDrill.CorruptionMatrix;
using RestoreDrill.CorruptionMatrix.Clean;
using RestoreDrill.CorruptionMatrix.Faults;
using RestoreDrill.CorruptionMatrix.Reporting;
using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.EndToEnd.Tests.Corruption;

/// <summary>What the matrix takes for caught, missed and a false alarm.</summary>
public sealed class MatrixJudgementTests
{
    private static readonly FaultCase Deleted = FaultCases.All.Single(static one => one.Name == "deleteRow matrix.deleted");
    private static readonly FaultCase Index = FaultCases.All.Single(static one => one.Name == "loseIndexEntry matrix.indexed_third");

    [Theory]
    [InlineData("fail", "failed", "courses.matrix.deleted lacks a row", "Caught")]
    [InlineData("fail", "errored", "courses.matrix.deleted lacks a row", "Caught")]
    [InlineData("fail", "failed", "courses.matrix.other lacks a row", "Unnamed")]
    [InlineData("fail", "passed", "courses.matrix.deleted is there", "Unnamed")]
    [InlineData("inconclusive", "notAvailable", "courses.matrix.deleted was not read", "Unnamed")]
    [InlineData("none", "failed", "courses.matrix.deleted lacks a row", "Unnamed")]
    [InlineData("pass", "passed", "", "Missed")]
    public void Fault_is_caught_only_by_a_failure_that_names_it(string outcome, string check, string text, string judgement) =>
        Assert.Equal(judgement, Deleted.Judge(Verdict(outcome, check, text), MatrixMode.Named("plain")).ToString());

    [Theory]
    [InlineData("plain", "inconclusive", "notAvailable", "matrix.indexed_third could not be looked into", "Prevented")]
    [InlineData("plain+amcheck", "inconclusive", "notAvailable", "matrix.indexed_third could not be looked into", "Unnamed")]
    [InlineData("plain", "inconclusive", "notAvailable", "another one could not be looked into", "Unnamed")]
    [InlineData("plain", "pass", "passed", "", "Missed")]
    [InlineData("plain", "fail", "failed", "index matrix.indexed_third lacks an entry", "Caught")]
    public void Fault_of_an_index_may_keep_a_drill_from_passing_where_there_is_no_amcheck(string mode, string outcome, string check, string text, string judgement) =>
        Assert.Equal(judgement, Index.Judge(Verdict(outcome, check, text), MatrixMode.Named(mode)).ToString());

    [Theory]
    [InlineData("pass", "", false)]
    [InlineData("inconclusive", "courses.public.homework was altered meanwhile", false)]
    [InlineData("inconclusive", "courses.public.homework_7 was altered meanwhile", false)]
    [InlineData("inconclusive", "courses.public.homework and courses.public.students were altered meanwhile", true)]
    [InlineData("inconclusive", "something was altered meanwhile", true)]
    [InlineData("fail", "courses.public.homework was altered meanwhile", true)]
    [InlineData("none", "", true)]
    public void Clean_drill_may_leave_open_only_what_was_altered(string outcome, string text, bool isFalseAlarm) =>
        Assert.Equal(isFalseAlarm, new CleanResult("column added", ["courses.public.homework"], Verdict(outcome, "notAvailable", text)).IsFalseAlarm);

    [Fact]
    public void Fault_counts_as_caught_only_if_it_was_in_every_mode()
    {
        var (caught, missed) = (Verdict("fail", "failed", "matrix.deleted"), Verdict("pass", "passed", ""));
        var modes = new MatrixOptions { Modes = [MatrixMode.Named("plain"), MatrixMode.Named("checksums")], CleanDrills = 0 };
        FaultResult[] both = [new(Deleted, modes.Modes[0], "", caught, null), new(Deleted, modes.Modes[1], "", missed, null)];

        var result = new MatrixResult(modes, both, []);

        Assert.False(result.IsGood);
        Assert.Equal("caught 0 of 1, false alarms 0 of 0 clean drills under write load", result.LastLine);
        Assert.Contains("| one row deleted | caught | **missed** | some-check | - | - |", MatrixTable.Of(result), StringComparison.Ordinal);
        Assert.True(new MatrixResult(modes, [both[0]], []).IsGood);
        Assert.False(new MatrixResult(modes, [], []).IsGood);
        Assert.False(new MatrixResult(modes with { CleanDrills = 1 }, [both[0]], []).IsGood);
    }

    [Fact]
    public void Table_takes_the_place_of_the_one_between_the_markers()
    {
        const string document = "before\n<!-- corruption-matrix -->\nold\n<!-- /corruption-matrix -->\nafter\n";

        Assert.Equal("before\n<!-- corruption-matrix -->\nnew\n<!-- /corruption-matrix -->\nafter\n", MatrixDocument.Insert(document, "new\n\n"));
        Assert.Throws<InvalidOperationException>(() => MatrixDocument.Insert("no markers", "new"));
        Assert.Throws<InvalidOperationException>(() => MatrixDocument.Insert(document + document, "new"));
    }

    [Fact]
    public void Every_fault_of_the_sandbox_is_in_the_matrix() => Assert.Empty(
        Sandbox.Control.SnapshotFault.All.Except(FaultCases.All.Select(static one => one.Damage.Fault)));

    private static DrillVerdict Verdict(string outcome, string check, string text) => new(outcome, "", [new CheckAnswer("some-check", check, text)], 0);
}
