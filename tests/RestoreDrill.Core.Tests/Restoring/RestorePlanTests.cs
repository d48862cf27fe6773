using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Core.Tests.Restoring;

public sealed class RestorePlanTests
{
    [Fact]
    public void Plan_comes_back_from_its_file_with_the_same_code()
    {
        var plan = PlanSample.Plan;

        var read = RestorePlanFile.Read(RestorePlanFile.Write(plan), "plan.json");

        Assert.Equal(plan.Code(), read.Code());
        Assert.Equal((plan.Run, plan.Order.Name, plan.Copy.Facts), (read.Run, read.Order.Name, read.Copy.Facts));
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", plan.Code());
    }

    [Theory]
    [InlineData("db.r6g.large", "db.r6g.16xlarge")]
    [InlineData("rd-copy-acme-c04cr4r0abcd", "rd-copy-acme-c04cr4r0abce")]
    [InlineData("\"multiAz\":true", "\"multiAz\":false")]
    [InlineData("\"proven\"", "\"unproven\"")]
    [InlineData("restoredrill-postgres15", "courses-postgres15")]
    [InlineData("2026-03-01T06:00:00", "2027-03-01T06:00:00")]
    public void Changed_file_is_refused_by_a_safety_rule(string what, string by)
    {
        var text = RestorePlanFile.Write(PlanSample.Plan);
        var changed = text.Replace(what, by, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);

        var refusal = Assert.Throws<RefusedException>(() => RestorePlanFile.Read(changed, "plan.json"));

        Assert.True(refusal.SafetyRule);
        Assert.Contains("plan.json was changed since it was made", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"code\":\"AAAA-AAAA\"}")]
    [InlineData("{\"code\":\"AAAA-AAAA\",\"plan\":{}}")]
    public void What_is_no_plan_is_refused(string text) => Assert.True(Assert.Throws<RefusedException>(() => RestorePlanFile.Read(text, "plan.json")).SafetyRule);

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(400)]
    public void Plan_that_is_cut_off_is_told_without_a_parsers_words(int kept)
    {
        var refusal = Assert.Throws<RefusedException>(() => RestorePlanFile.Read(RestorePlanFile.Write(PlanSample.Plan)[..kept], "plan.json"));

        Assert.Equal("plan.json is no plan of a restore, or is cut off or altered at line 1. Nothing was changed.", refusal.Message);
        Assert.Equal("make a new plan: restoredrill restore plan <database>", refusal.Next);
    }

    [Fact]
    public void Plan_of_another_form_is_refused()
    {
        var other = PlanSample.Plan with { Form = "restoredrill/restore-plan/2" };

        Assert.Contains("form restoredrill/restore-plan/2", Assert.Throws<RefusedException>(() => RestorePlanFile.Read(RestorePlanFile.Write(other), "plan.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrase_names_database_and_code_and_a_copy_that_is_not_proven()
    {
        var plan = PlanSample.Plan;
        Assert.Equal($"courses {plan.Code()}", plan.Phrase());
        foreach (var standing in Enum.GetValues<CopyStanding>().Where(static one => one != CopyStanding.Proven))
        {
            var doubtful = plan with { Copy = plan.Copy with { Standing = standing } };
            Assert.Equal($"courses {plan.Copy.Name} {doubtful.Code()}", doubtful.Phrase());
            Assert.False(doubtful.IsPhrase($"courses {doubtful.Code()}"));
        }
    }

    [Fact]
    public void Typed_phrase_may_differ_in_spaces_and_size_of_letters_alone()
    {
        var plan = PlanSample.Plan;

        Assert.True(plan.IsPhrase(plan.Phrase()));
        Assert.True(plan.IsPhrase($"  COURSES   {plan.Code().ToLowerInvariant()} "));
        Assert.True(plan.IsPhrase($"courses {plan.Code().Replace("-", string.Empty, StringComparison.Ordinal)}"));
        Assert.True((plan with { Database = "courses-eu" }) is var dashed && dashed.IsPhrase($"courses-eu {dashed.Code().Replace("-", string.Empty, StringComparison.Ordinal)}"));
        Assert.False(dashed.IsPhrase($"courseseu {dashed.Code()}"));
        Assert.False(plan.IsPhrase(null));
        Assert.False(plan.IsPhrase(string.Empty));
        Assert.False(plan.IsPhrase("yes"));
        Assert.False(plan.IsPhrase(plan.Code()));
        Assert.False(plan.IsPhrase($"billing {plan.Code()}"));
        Assert.False(plan.IsPhrase($"courses {(plan with { Database = "billing" }).Code()}"));
    }
}
