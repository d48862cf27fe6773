using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class HeldUpRestoreTests : RestoreTest
{
    [Fact]
    public async Task Tag_that_was_taken_away_stops_the_restore_by_a_safety_rule_and_it_goes_on_once_it_is_put_back()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        await RunAsync(phrase);
        var restored = Assert.Single(Line.Cloud.Instances.Values) with { ParameterGroup = "restoredrill-postgres15" };
        await CutJournalBeforeAsync("reading-catalog");
        var bare = restored with { Tags = restored.Tags.Where(static tag => tag.Key != "restoredrill:role").ToDictionary() };
        Line.Cloud.Restored(bare);
        Line.In = "654321\n"u8.ToArray();

        Assert.Equal(ExitCodes.SafetyRule, await Line.RunAsync("restore", "run", Plan));

        Assert.Contains("its tag restoredrill:role is missing", Line.Error, StringComparison.Ordinal);
        Assert.Contains($"`aws rds add-tags-to-resource --resource-name {restored.Arn} --tags Key=restoredrill:role,Value={restored.Tags["restoredrill:role"]}`", Line.Error, StringComparison.Ordinal);
        Assert.Contains($"go on with the same command: restoredrill restore run {Plan}", Line.Error, StringComparison.Ordinal);
        Assert.Equal(bare, Assert.Single(Line.Cloud.Instances.Values));

        Line.Cloud.Restored(restored);
        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("restore", "run", Plan));
        Assert.Single(Line.Cloud.Instances);
    }
}
