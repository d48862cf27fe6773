using Amazon.Organizations.Model;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class OrganizationMembershipTests : OrganizationTest
{
    [Fact]
    public async Task Member_leaves_and_stands_alone()
    {
        await EnableAsync();
        await LeaveAsync(Account.Source);
        var refusal = await Refusals.RefusedAsync<AWSOrganizationsNotInUseException>(
            () => Client(Account.Source).DescribeOrganizationAsync(new DescribeOrganizationRequest(), Ct), "Your account is not a member of an organization.");
        Assert.Equal("AWSOrganizationsNotInUseException", refusal.ErrorCode);
        Assert.Equal(["vault", "management"], await MembersAsync());
        await Refusals.RefusedAsync<TargetNotFoundException>(() => OnAsync(Account.Source.Id), "You specified a target that doesn't exist.");
        await Rds(Account.Source).DescribeDBInstancesAsync(Ct);
    }

    [Fact]
    public async Task Management_account_neither_leaves_nor_is_removed()
    {
        await Refusals.RefusedAsync<MasterCannotLeaveOrganizationException>(() => LeaveAsync(Account.Management), "management account");
        await Refusals.RefusedAsync<MasterCannotLeaveOrganizationException>(() => RemoveAsync(Account.Management), "management account");
        Assert.Equal(3, (await MembersAsync()).Count);
    }

    [Fact]
    public async Task Member_is_removed_by_the_management_account_alone()
    {
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => Client(Account.Source).RemoveAccountFromOrganizationAsync(new RemoveAccountFromOrganizationRequest { AccountId = Account.Vault.Id }, Ct),
            "You don't have permissions to access this resource.");
        await RemoveAsync(Account.Vault);
        Assert.Equal(["source", "management"], await MembersAsync());
        await Refusals.RefusedAsync<AccountNotFoundException>(() => RemoveAsync(Account.Vault), "You specified an account that doesn't exist.");
    }

    [Fact]
    public async Task Member_that_may_not_leave_stays()
    {
        await EnableAsync();
        var guard = await CreatePolicyAsync("stay", Policy("Deny", "organizations:LeaveOrganization"));
        await AttachAsync(guard.Id, Account.Vault.Id);
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => LeaveAsync(Account.Vault),
            $"is not authorized to perform: organizations:LeaveOrganization on resource: * with an explicit deny in a service control policy: {guard.Arn}");
        Assert.Equal(3, (await MembersAsync()).Count);
        await LeaveAsync(Account.Source);
    }

    [Fact]
    public async Task Closed_account_is_suspended_after_a_while_and_gone_after_ninety_days()
    {
        await CloseAsync(Account.Source);
        Assert.Equal(("PENDING_CLOSURE", "PENDING_CLOSURE"), await StatusAsync(Account.Source));
        await Refusals.RefusedAsync<ConflictException>(() => CloseAsync(Account.Source), "conflicts with the current state");
        Host.Control.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("SUSPENDED", "CLOSED"), await StatusAsync(Account.Source));
        await Refusals.RefusedAsync<AccountAlreadyClosedException>(() => CloseAsync(Account.Source), "The provided account is already closed.");
        await Refusals.RefusedAsync<ConstraintViolationException>(() => RemoveAsync(Account.Source), "closed account");
        Host.Control.Advance(TimeSpan.FromDays(90));
        Assert.Equal(["vault", "management"], await MembersAsync());
        await Refusals.RefusedAsync<AmazonRDSException>(() => Rds(Account.Source).DescribeDBInstancesAsync(Ct), "The account 111111111111 is closed.");
    }

    [Fact]
    public async Task Only_members_are_closed_and_only_by_the_management_account()
    {
        var refusal = await Refusals.RefusedAsync<ConstraintViolationException>(() => CloseAsync(Account.Management), "management account");
        Assert.Equal("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", refusal.Reason.Value);
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => Client(Account.Source).CloseAccountAsync(new CloseAccountRequest { AccountId = Account.Vault.Id }, Ct), "You don't have permissions");
        await RemoveAsync(Account.Source);
        await Refusals.RefusedAsync<AccountNotFoundException>(() => CloseAsync(Account.Source), "You specified an account that doesn't exist.");
        Assert.Equal(("ACTIVE", "ACTIVE"), await StatusAsync(Account.Vault));
    }

    [Fact]
    public async Task Closed_account_can_do_nothing_and_nothing_can_be_done_in_it()
    {
        var session = await AssumeAsync("restoredrill-source", Account.Source, Host.ExternalId);
        await Rds(session).DescribeDBInstancesAsync(Ct);
        await CloseAsync(Account.Source);

        foreach (var call in (IEnumerable<Func<Task>>)
            [
                () => Rds(Account.Source).DescribeDBInstancesAsync(Ct),
                () => Rds(session).DescribeDBInstancesAsync(Ct),
                () => Sts(Account.Source).GetCallerIdentityAsync(new GetCallerIdentityRequest(), Ct),
                () => AssumeAsync("restoredrill-source", Account.Source, Host.ExternalId),
            ])
        {
            var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
            Assert.Equal(("AccessDenied", "The account 111111111111 is closed."), (refusal.ErrorCode, refusal.Message));
        }

        await Rds(Account.Vault).DescribeDBInstancesAsync(Ct);
    }

    private Task<LeaveOrganizationResponse> LeaveAsync(Account account) => Client(account).LeaveOrganizationAsync(new LeaveOrganizationRequest(), Ct);

    private Task<RemoveAccountFromOrganizationResponse> RemoveAsync(Account account) =>
        Management.RemoveAccountFromOrganizationAsync(new RemoveAccountFromOrganizationRequest { AccountId = account.Id }, Ct);

    private Task<CloseAccountResponse> CloseAsync(Account account) => Management.CloseAccountAsync(new CloseAccountRequest { AccountId = account.Id }, Ct);

    private async Task<List<string>> MembersAsync() =>
        [.. (await Management.ListAccountsAsync(new ListAccountsRequest(), Ct)).Accounts.Select(account => account.Name)];

    private async Task<(string, string)> StatusAsync(Account account)
    {
        var described = (await Management.DescribeAccountAsync(new DescribeAccountRequest { AccountId = account.Id }, Ct)).Account;
        return (described.Status.Value, described.State.Value);
    }
}
