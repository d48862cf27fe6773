using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

public sealed class ThirdRunbooksTests(SharedSandbox shared) : RunbookTests(shared)
{
    public static TheoryData<string> Mine => Share(2);

    [Theory(Explicit = true)]
    [MemberData(nameof(Mine))]
    public Task Reader_of_a_runbook_sees_what_it_says(string name) => FollowAsync(name);
}
