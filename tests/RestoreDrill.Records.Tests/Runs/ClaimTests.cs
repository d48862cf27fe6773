using RestoreDrill.Core.Installation;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class ClaimTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Store_belongs_to_the_first_that_claims_it_for_good()
    {
        var acme = InstallationId.Parse("acme");

        Assert.Equal(acme, await Store.ClaimAsync(acme, Ct));
        Assert.Equal(acme, await Store.ClaimAsync(InstallationId.Parse("other"), Ct));
        Assert.Equal(acme, await Store.ClaimAsync(acme, Ct));
    }

    [Fact]
    public async Task Store_claimed_by_many_at_once_has_one_owner()
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Store.ClaimAsync(InstallationId.Parse($"host{i}"), Ct)));

        Assert.Single(owners.Distinct());
    }
}
