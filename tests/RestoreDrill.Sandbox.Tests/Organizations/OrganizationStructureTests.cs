using Amazon.Organizations.Model;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class OrganizationStructureTests : OrganizationTest
{
    [Fact]
    public async Task Organisation_is_there_from_the_start_with_all_accounts_below_its_root()
    {
        var organization = (await Client(Account.Vault).DescribeOrganizationAsync(new DescribeOrganizationRequest(), Ct)).Organization;
        Assert.Matches("^o-[a-z0-9]{10}$", organization.Id);
        Assert.Equal(("ALL", "333333333333"), (organization.FeatureSet.Value, organization.MasterAccountId));
        Assert.Equal($"arn:aws:organizations::333333333333:account/{organization.Id}/333333333333", organization.MasterAccountArn);

        var root = Assert.Single((await Management.ListRootsAsync(new ListRootsRequest(), Ct)).Roots);
        Assert.Matches("^r-[0-9a-z]{4}$", root.Id);
        Assert.Equal(($"arn:aws:organizations::333333333333:root/{organization.Id}/{root.Id}", "Root"), (root.Arn, root.Name));
        Assert.True(root.PolicyTypes is null or [], "no policy type is on");

        var accounts = (await Management.ListAccountsForParentAsync(new ListAccountsForParentRequest { ParentId = root.Id }, Ct)).Accounts;
        Assert.Equal(["source", "vault", "management"], accounts.Select(account => account.Name));
        var vault = (await Management.DescribeAccountAsync(new DescribeAccountRequest { AccountId = Account.Vault.Id }, Ct)).Account;
        Assert.Equal(("ACTIVE", "ACTIVE", "INVITED"), (vault.Status.Value, vault.State.Value, vault.JoinedMethod.Value));
        Assert.Equal($"{organization.Id}/{root.Id}/222222222222/", Assert.Single(vault.Paths));
        Assert.InRange(vault.JoinedTimestamp!.Value.ToUniversalTime(), Host.Control.Now.UtcDateTime.AddMinutes(-10), Host.Control.Now.UtcDateTime);
    }

    [Fact]
    public async Task Account_that_is_not_in_the_organisation_is_not_found() => await Refusals.RefusedAsync<AccountNotFoundException>(
        () => Management.DescribeAccountAsync(new DescribeAccountRequest { AccountId = "999999999999" }, Ct), "You specified an account that doesn't exist.");

    [Fact]
    public async Task Units_make_a_tree_that_can_be_walked_both_ways()
    {
        var outer = await CreateUnitAsync("locked", null, new Tag { Key = "owner", Value = "" });
        var inner = await CreateUnitAsync("vaults", outer);
        await MoveAsync(Account.Vault, Root, inner);
        Assert.Matches($"^ou-{Root[2..]}-[a-z0-9]{{8}}$", outer);

        var described = (await Management.DescribeOrganizationalUnitAsync(new DescribeOrganizationalUnitRequest { OrganizationalUnitId = inner }, Ct)).OrganizationalUnit;
        Assert.Equal("vaults", described.Name);
        Assert.EndsWith($"/{Root}/{outer}/{inner}/", described.Path, StringComparison.Ordinal);
        Assert.Equal(outer, Assert.Single((await Management.ListOrganizationalUnitsForParentAsync(
            new ListOrganizationalUnitsForParentRequest { ParentId = Root }, Ct)).OrganizationalUnits).Id);
        Assert.Equal((inner, "ORGANIZATIONAL_UNIT"), await ParentAsync(Account.Vault.Id));
        Assert.Equal((outer, "ORGANIZATIONAL_UNIT"), await ParentAsync(inner));
        Assert.Equal((Root, "ROOT"), await ParentAsync(outer));
        Assert.Equal([Account.Vault.Id], await ChildrenAsync(inner, "ACCOUNT"));
        Assert.Equal([inner], await ChildrenAsync(outer, "ORGANIZATIONAL_UNIT"));
        Assert.Equal([Account.Source.Id, Account.Management.Id], await ChildrenAsync(Root, "ACCOUNT"));
        Assert.Equal("owner", Assert.Single((await Management.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceId = outer }, Ct)).Tags).Key);
    }

    [Fact]
    public async Task Unit_is_refused_where_it_cannot_be()
    {
        var parent = await CreateUnitAsync("one");
        await Refusals.RefusedAsync<DuplicateOrganizationalUnitException>(() => CreateUnitAsync("one"), "An OU with the same name already exists.");
        await CreateUnitAsync("one", parent);
        var absent = $"ou-{Root[2..]}-00000000";
        await Refusals.RefusedAsync<ParentNotFoundException>(() => CreateUnitAsync("two", absent), "doesn't exist");
        await Refusals.RefusedAsync<OrganizationalUnitNotFoundException>(
            () => Management.DescribeOrganizationalUnitAsync(new DescribeOrganizationalUnitRequest { OrganizationalUnitId = absent }, Ct), "doesn't exist");
        await Refusals.RefusedAsync<ChildNotFoundException>(() => ParentAsync(absent), "doesn't exist");
        var wrong = await Refusals.RefusedAsync<InvalidInputException>(() => CreateUnitAsync("two", "elsewhere"), "required pattern");
        Assert.Equal("INVALID_PATTERN", wrong.Reason.Value);

        for (var depth = 2; depth <= 5; depth++)
        {
            parent = await CreateUnitAsync($"depth {depth}", parent);
        }

        var tooDeep = await Refusals.RefusedAsync<ConstraintViolationException>(() => CreateUnitAsync("depth 6", parent), "too many levels deep");
        Assert.Equal("OU_DEPTH_LIMIT_EXCEEDED", tooDeep.Reason.Value);
    }

    [Fact]
    public async Task Account_is_moved_only_from_where_it_is_to_where_it_is_not()
    {
        var unit = await CreateUnitAsync("vaults");
        var absent = $"ou-{Root[2..]}-00000000";
        await Refusals.RefusedAsync<SourceParentNotFoundException>(() => MoveAsync(Account.Vault, absent, unit), "doesn't exist");
        await Refusals.RefusedAsync<DestinationParentNotFoundException>(() => MoveAsync(Account.Vault, Root, absent), "doesn't exist");
        await Refusals.RefusedAsync<AccountNotFoundException>(() => MoveAsync(Account.Vault, unit, Root), "You specified an account that doesn't exist.");
        await Refusals.RefusedAsync<DuplicateAccountException>(() => MoveAsync(Account.Vault, Root, Root), "already present");
        Assert.Equal((Root, "ROOT"), await ParentAsync(Account.Vault.Id));
        await MoveAsync(Account.Vault, Root, unit);
        Assert.Equal((unit, "ORGANIZATIONAL_UNIT"), await ParentAsync(Account.Vault.Id));
    }

    [Fact]
    public async Task Service_is_given_access_once_and_only_if_AWS_knows_it()
    {
        Task EnableAsync(string service) => Management.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest { ServicePrincipal = service }, Ct);
        await EnableAsync("backup.amazonaws.com");
        await EnableAsync("backup.amazonaws.com");
        var refusal = await Refusals.RefusedAsync<InvalidInputException>(() => EnableAsync("restoredrill.example"), "You specified an unrecognized service principal.");
        Assert.Equal("UNRECOGNIZED_SERVICE_PRINCIPAL", refusal.Reason.Value);
        var enabled = Assert.Single((await Management.ListAWSServiceAccessForOrganizationAsync(
            new ListAWSServiceAccessForOrganizationRequest(), Ct)).EnabledServicePrincipals);
        Assert.Equal("backup.amazonaws.com", enabled.ServicePrincipal);
        Assert.NotNull(enabled.DateEnabled);
    }

    private async Task<(string, string)> ParentAsync(string child)
    {
        var parent = Assert.Single((await Management.ListParentsAsync(new ListParentsRequest { ChildId = child }, Ct)).Parents);
        return (parent.Id, parent.Type.Value);
    }

    private async Task<IEnumerable<string>> ChildrenAsync(string parent, string type) =>
        (await Management.ListChildrenAsync(new ListChildrenRequest { ParentId = parent, ChildType = type }, Ct)).Children.Select(child => child.Id);
}
