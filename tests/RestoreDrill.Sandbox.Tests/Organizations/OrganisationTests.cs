using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Organizations.Policies;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Tests.Organizations;

/// <summary>What the organisation's policies mean for callers that no test can be: roles that only AWS's services assume.</summary>
public sealed class OrganisationTests : IDisposable
{
    private static readonly NamedPolicy Everything = new("everything", PolicyDocument.Administrator);
    private readonly string directory = Path.Combine(Path.GetTempPath(), "restoredrill-organisation-" + Guid.NewGuid().ToString("n"));
    private readonly Organisation organisation;

    public OrganisationTests()
    {
        organisation = new Organisation(new AccountStates(new StateDirectory(directory)), new SandboxClock(TimeProvider.System));
        organisation.State.HasServiceControlPolicies = true;
        organisation.State.Policies.Add(new ServiceControlPolicy
        {
            Id = "p-guarding", Name = "guard", Description = "", Content = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"backup:*","Resource":"*"}}""",
        });
        foreach (var target in (IEnumerable<string>)[organisation.State.RootId, .. Account.All.Select(account => account.Id)])
        {
            organisation.State.AttachFirst(target);
        }

        organisation.State.Attachments.Add(new PolicyAttachment("p-guarding", organisation.State.RootId));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("restoredrill-backup-service", "111111111111", false)]
    [InlineData("aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup", "111111111111", true)]
    [InlineData("restoredrill-backup-service", "333333333333", true)]
    public void Denial_binds_the_service_roles_of_members_and_not_those_that_services_are_linked_to(string role, string account, bool isAllowed)
    {
        var caller = new Principal(account, $"arn:aws:sts::{account}:assumed-role/{role}/AWSBackup", "AROA:AWSBackup", role).AsCaller();
        var request = new PolicyRequest(caller, "backup:CopyIntoBackupVault", "*", account, ConditionContext.Empty);
        var decision = PolicyEvaluator.Decide(request, new ApplicablePolicies([Everything], Controls: organisation.ControlsOf(account)));
        Assert.Equal(isAllowed, decision.IsAllowed);
    }

    [Fact]
    public void Policies_come_from_the_root_down_to_the_account()
    {
        var levels = organisation.ControlsOf(Account.Vault.Id)!.Levels;
        Assert.Equal([organisation.State.RootId, Account.Vault.Id], levels.Select(level => level.Target));
        Assert.Equal([2, 1], levels.Select(level => level.Policies.Count));
    }

    [Fact]
    public void Account_outside_the_organisation_or_in_one_without_such_policies_has_none()
    {
        Assert.Null(organisation.ControlsOf("999999999999"));
        organisation.State.HasServiceControlPolicies = false;
        Assert.Null(organisation.ControlsOf(Account.Vault.Id));
    }
}
