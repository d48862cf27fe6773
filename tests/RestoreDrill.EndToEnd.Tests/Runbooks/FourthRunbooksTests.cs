using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

public sealed class FourthRunbooksTests(SharedSandbox shared, PreparedSites prepared) : RunbookTests(shared, prepared)
{
    public static TheoryData<string, int> Mine => Share(3);

    [Theory]
    [MemberData(nameof(Mine))]
    public Task Reader_of_a_runbook_sees_what_it_says(string name, int part) => FollowAsync(name, part);
}
