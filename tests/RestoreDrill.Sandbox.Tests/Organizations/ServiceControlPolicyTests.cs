using Amazon.Organizations.Model;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class ServiceControlPolicyTests : OrganizationTest
{
    [Fact]
    public async Task Type_that_is_turned_on_hangs_full_access_on_everything_that_is_there_and_comes()
    {
        var before = await CreateUnitAsync("before");
        Assert.Empty(await OnAsync(Root));
        await EnableAsync();
        var after = await CreateUnitAsync("after");
        foreach (var target in (IEnumerable<string>)[Root, before, after, Account.Source.Id, Account.Vault.Id, Account.Management.Id])
        {
            Assert.Equal([FullAccess], await OnAsync(target));
        }

        var type = Assert.Single((await Management.ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0].PolicyTypes);
        Assert.Equal((Policies, "ENABLED"), (type.Type.Value, type.Status.Value));
        await Refusals.RefusedAsync<PolicyTypeAlreadyEnabledException>(EnableAsync, "The specified policy type is already enabled.");
    }

    [Fact]
    public async Task Type_is_turned_on_in_the_root_that_there_is_and_of_the_kind_that_is_known()
    {
        Task EnableAsync(string root, string type) => Management.EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = root, PolicyType = type }, Ct);
        await Refusals.RefusedAsync<RootNotFoundException>(() => EnableAsync("r-zz99zz", Policies), "You specified a root that doesn't exist.");
        await Refusals.RefusedAsync<PolicyTypeNotAvailableForOrganizationException>(() => EnableAsync(Root, "RESOURCE_CONTROL_POLICY"), "service control policies only");
        var refusal = await Refusals.RefusedAsync<InvalidInputException>(() => EnableAsync(Root, "ANY_POLICY"), "You specified an invalid value.");
        Assert.Equal("INVALID_ENUM_POLICY_TYPE", refusal.Reason.Value);
    }

    [Fact]
    public async Task Policy_is_described_as_it_was_made_and_updated()
    {
        const string Content = """{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "rds:*", "Resource": "*" } }""";
        var made = await CreatePolicyAsync("guard", Content);
        Assert.Matches("^p-[a-z0-9]{8}$", made.Id);
        Assert.Matches($"^arn:aws:organizations::333333333333:policy/o-[a-z0-9]{{10}}/service_control_policy/{made.Id}$", made.Arn);
        Assert.Equal(("guard", Policies, (bool?)false), (made.Name, made.Type.Value, made.AwsManaged));

        await Management.UpdatePolicyAsync(new UpdatePolicyRequest { PolicyId = made.Id, Description = "keeps the vault" }, Ct);
        var described = (await Management.DescribePolicyAsync(new DescribePolicyRequest { PolicyId = made.Id }, Ct)).Policy;
        Assert.Equal((Content, "guard", "keeps the vault"), (described.Content, described.PolicySummary.Name, described.PolicySummary.Description));
        var all = (await Management.ListPoliciesAsync(new ListPoliciesRequest { Filter = Policies }, Ct)).Policies.Select(policy => policy.Id);
        Assert.Equal([FullAccess, made.Id], all.OrderBy(id => id != FullAccess));
        Assert.True((await Management.ListPoliciesAsync(new ListPoliciesRequest { Filter = "TAG_POLICY" }, Ct)).Policies is null or []);
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""", "must not name principals")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Forbid","Action":"*","Resource":"*"}]}""", "Invalid effect")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*"}]}""", "needs a Resource")]
    public async Task Policy_that_cannot_be_read_is_refused(string content, string reason)
    {
        const string Text = "The provided policy document does not meet the requirements of the specified policy type.";
        Assert.StartsWith(Text, (await Refusals.RefusedAsync<MalformedPolicyDocumentException>(() => CreatePolicyAsync("bad", content), reason)).Message, StringComparison.Ordinal);
        var good = await CreatePolicyAsync("good", Policy("Deny", "rds:*"));
        await Refusals.RefusedAsync<MalformedPolicyDocumentException>(
            () => Management.UpdatePolicyAsync(new UpdatePolicyRequest { PolicyId = good.Id, Name = "other", Content = content }, Ct), Text);
        Assert.Equal("good", (await Management.DescribePolicyAsync(new DescribePolicyRequest { PolicyId = good.Id }, Ct)).Policy.PolicySummary.Name);
    }

    [Theory]
    [InlineData(10_240, true)]
    [InlineData(10_241, false)]
    public async Task Policy_has_at_most_ten_thousand_two_hundred_and_forty_characters_with_its_blanks(int length, bool isTaken)
    {
        var content = Policy("Deny", "rds:*").PadRight(length);
        if (isTaken)
        {
            await CreatePolicyAsync("long", content);
            return;
        }

        var refusal = await Refusals.RefusedAsync<ConstraintViolationException>(() => CreatePolicyAsync("long", content), "You have exceeded the maximum policy size.");
        Assert.Equal("POLICY_CONTENT_LIMIT_EXCEEDED", refusal.Reason.Value);
    }

    [Fact]
    public async Task Name_of_a_policy_is_there_once()
    {
        var first = await CreatePolicyAsync("guard", Policy("Deny", "rds:*"));
        var second = await CreatePolicyAsync("other", Policy("Deny", "rds:*"));
        const string Text = "A policy with the same name already exists.";
        await Refusals.RefusedAsync<DuplicatePolicyException>(() => CreatePolicyAsync("guard", Policy("Deny", "kms:*")), Text);
        await Refusals.RefusedAsync<DuplicatePolicyException>(
            () => Management.UpdatePolicyAsync(new UpdatePolicyRequest { PolicyId = second.Id, Name = "guard" }, Ct), Text);
        await Management.UpdatePolicyAsync(new UpdatePolicyRequest { PolicyId = first.Id, Name = "guard" }, Ct);
    }

    [Fact]
    public async Task Policy_of_AWS_cannot_be_changed()
    {
        var refusal = await Refusals.RefusedAsync<InvalidInputException>(
            () => Management.UpdatePolicyAsync(new UpdatePolicyRequest { PolicyId = FullAccess, Content = Policy("Deny", "*") }, Ct), "can't be modified");
        Assert.Equal("IMMUTABLE_POLICY", refusal.Reason.Value);
        var described = (await Management.DescribePolicyAsync(new DescribePolicyRequest { PolicyId = FullAccess }, Ct)).Policy.PolicySummary;
        Assert.Equal(("arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", (bool?)true), (described.Arn, described.AwsManaged));
    }

    [Fact]
    public async Task Policy_is_attached_only_once_the_type_is_on_and_then_once_to_what_there_is()
    {
        var guard = (await CreatePolicyAsync("guard", Policy("Deny", "rds:*"))).Id;
        await Refusals.RefusedAsync<PolicyTypeNotEnabledException>(
            () => AttachAsync(guard, Root), "This operation can be performed only for enabled policy types.");
        await EnableAsync();
        await AttachAsync(guard, Account.Vault.Id);
        Assert.Equal([FullAccess, guard], await OnAsync(Account.Vault.Id));
        await Refusals.RefusedAsync<DuplicatePolicyAttachmentException>(
            () => AttachAsync(guard, Account.Vault.Id), "A policy with the specified name and type already exists.");
        await Refusals.RefusedAsync<TargetNotFoundException>(() => AttachAsync(guard, "999999999999"), "You specified a target that doesn't exist.");
        await Refusals.RefusedAsync<PolicyNotFoundException>(() => AttachAsync("p-00000000", Root), "You specified a policy that doesn't exist.");
        var noTarget = await Refusals.RefusedAsync<InvalidInputException>(() => AttachAsync(guard, "elsewhere"), "required pattern");
        Assert.Equal("INVALID_PATTERN_TARGET_ID", noTarget.Reason.Value);
        var noPolicy = await Refusals.RefusedAsync<InvalidInputException>(() => AttachAsync("guard", Root), "required pattern");
        Assert.Equal("INVALID_SYNTAX_POLICY_ID", noPolicy.Reason.Value);
    }

    [Fact]
    public async Task Ten_policies_hang_on_a_target_and_no_more()
    {
        await EnableAsync();
        for (var number = 1; number < 10; number++)
        {
            await AttachAsync((await CreatePolicyAsync($"guard {number}", Policy("Deny", "rds:*"))).Id, Root);
        }

        var last = (await CreatePolicyAsync("too many", Policy("Deny", "rds:*"))).Id;
        var refusal = await Refusals.RefusedAsync<ConstraintViolationException>(
            () => AttachAsync(last, Root), "You have attached the maximum number of policies to the specified target.");
        Assert.Equal("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", refusal.Reason.Value);
        await AttachAsync(last, Account.Vault.Id);
    }

    [Fact]
    public async Task Last_policy_of_a_target_is_not_detached()
    {
        await EnableAsync();
        var refusal = await Refusals.RefusedAsync<ConstraintViolationException>(
            () => DetachAsync(FullAccess, Root),
            "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.");
        Assert.Equal("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", refusal.Reason.Value);

        var guard = (await CreatePolicyAsync("guard", Policy("Allow", "*"))).Id;
        await Refusals.RefusedAsync<PolicyNotAttachedException>(() => DetachAsync(guard, Root), "isn't attached");
        await AttachAsync(guard, Root);
        await DetachAsync(FullAccess, Root);
        Assert.Equal([guard], await OnAsync(Root));
    }

    [Fact]
    public async Task Policies_of_a_target_are_those_that_hang_on_itself()
    {
        await EnableAsync();
        var unit = await CreateUnitAsync("vaults");
        await MoveAsync(Account.Vault, Root, unit);
        var (ofRoot, ofUnit) = (await CreatePolicyAsync("of the root", Policy("Deny", "rds:*")), await CreatePolicyAsync("of the unit", Policy("Deny", "rds:*")));
        await AttachAsync(ofRoot.Id, Root);
        await AttachAsync(ofUnit.Id, unit);
        Assert.Equal([FullAccess], await OnAsync(Account.Vault.Id));
        Assert.Equal([FullAccess, ofUnit.Id], await OnAsync(unit));
    }
}
