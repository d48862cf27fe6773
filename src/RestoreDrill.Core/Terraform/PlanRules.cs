using System.Globalization;

namespace RestoreDrill.Core.Terraform;

/// <summary>The rules for a plan as a whole.</summary>
internal static class PlanRules
{
    public static void Judge(TerraformSubject subject, GuardCounts counts, TerraformOptions options, Judgement judgement)
    {
        if (subject.Errored)
        {
            judgement.Refuse(new GuardRefusal(GuardRules.Incomplete, null, "errored", null, "true", "Making the plan failed: what it does not hold is not known. Make the plan again."));
        }

        if (subject.Complete == false)
        {
            judgement.Refuse(new GuardRefusal(
                GuardRules.Incomplete, null, "complete", null, "false", "The plan is a part of what is to be done (-target, or changes put off): what it leaves out cannot be judged. Make a whole plan."));
        }

        if (counts.Destroyed > options.FewDestroyed && counts.DestroyedShare > options.MostDestroyed)
        {
            judgement.Refuse(new GuardRefusal(
                GuardRules.Share, null, null, string.Create(CultureInfo.InvariantCulture, $"{counts.Existing} exist"),
                string.Create(CultureInfo.InvariantCulture, $"{counts.Destroyed} destroyed"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The plan destroys or replaces {counts.DestroyedShare:P1} of what exists; Terraform:MostDestroyed allows {options.MostDestroyed:P1}, or {options.FewDestroyed} whatever their share.")));
        }
    }
}
