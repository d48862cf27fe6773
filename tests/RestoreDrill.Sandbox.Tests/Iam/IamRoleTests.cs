using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

[Collection(nameof(SharedIamSandbox))]
public sealed class IamRoleTests(IamSandbox sandbox)
{
    private static readonly string Trust = IamSandbox.Trust("arn:aws:iam::222222222222:root");
    private readonly AmazonIdentityManagementServiceClient iam = sandbox.Vault;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Role_is_described_as_it_was_created()
    {
        var before = sandbox.Host.Control.Now.UtcDateTime.AddSeconds(-1);
        var created = (await iam.CreateRoleAsync(
            new CreateRoleRequest
            {
                RoleName = "described", Path = "/restore/drill/", AssumeRolePolicyDocument = Trust, Description = "for a test", MaxSessionDuration = 7200,
                Tags = [new Tag { Key = "team", Value = "data" }, new Tag { Key = "empty", Value = "" }],
            }, Ct)).Role;
        Assert.Equal(("described", "/restore/drill/", "arn:aws:iam::222222222222:role/restore/drill/described"), (created.RoleName, created.Path, created.Arn));
        Assert.Matches("^AROA[A-Z2-7]{17}$", created.RoleId);
        Assert.Equal((null, null), (created.Description, created.MaxSessionDuration));

        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = "described" }, Ct)).Role;
        Assert.Equal((created.RoleId, created.Arn, "for a test", 7200), (role.RoleId, role.Arn, role.Description, role.MaxSessionDuration));
        Assert.Equal(Uri.EscapeDataString(Trust), role.AssumeRolePolicyDocument);
        Assert.InRange(role.CreateDate!.Value, before, before.AddMinutes(5));
        Assert.Equal([("team", "data"), ("empty", "")], role.Tags.Select(tag => (tag.Key, tag.Value)));
        Assert.NotNull(role.RoleLastUsed);
        Assert.Null(role.RoleLastUsed.LastUsedDate);
    }

    [Fact]
    public async Task Role_without_more_has_an_hour_and_the_root_path()
    {
        var name = await sandbox.CreateRoleAsync("plain");
        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, Ct)).Role;
        Assert.Equal(("/", 3600, null, $"arn:aws:iam::222222222222:role/{name}"), (role.Path, role.MaxSessionDuration, role.Description, role.Arn));
        Assert.Empty(role.Tags ?? []);
    }

    [Theory]
    [InlineData("twice")]
    [InlineData("TWICE")]
    public async Task Name_that_is_taken_is_refused_whatever_its_case(string again)
    {
        await Record.ExceptionAsync(() => CreateAsync("twice"));
        await IamRefusals.RefusedAsync<EntityAlreadyExistsException>(HttpStatusCode.Conflict, $"Role with name {again} already exists.", () => CreateAsync(again));
    }

    [Fact]
    public async Task Names_are_an_accounts_own()
    {
        await CreateAsync("in-one-account");
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, "The role with name in-one-account cannot be found.",
            () => sandbox.Source.GetRoleAsync(new GetRoleRequest { RoleName = "in-one-account" }, Ct));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("with/slash")]
    public async Task Name_outside_of_the_pattern_is_refused(string name) => await IamRefusals.RefusedAsync(
        "ValidationError", "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-", () => CreateAsync(name));

    [Fact]
    public async Task Name_of_64_characters_is_taken_and_a_longer_one_refused()
    {
        await CreateAsync(new string('n', 64));
        await IamRefusals.RefusedAsync(
            "ValidationError", "1 validation error detected: Value at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64",
            () => CreateAsync(new string('n', 65)));
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("/drill")]
    [InlineData("drill/")]
    [InlineData("/with space/")]
    public async Task Path_that_is_not_between_slashes_is_refused(string path) => await IamRefusals.RefusedAsync(
        "ValidationError", "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
        () => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "any", Path = path, AssumeRolePolicyDocument = Trust }, Ct));

    [Theory]
    [InlineData(3599, "greater than or equal to 3600")]
    [InlineData(43201, "less than or equal to 43200")]
    public async Task Session_length_outside_of_one_to_twelve_hours_is_refused(int seconds, string limit)
    {
        var text = $"1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value {limit}";
        var name = await sandbox.CreateRoleAsync("length");
        await IamRefusals.RefusedAsync("ValidationError", text, () => iam.CreateRoleAsync(
            new CreateRoleRequest { RoleName = "any", AssumeRolePolicyDocument = Trust, MaxSessionDuration = seconds }, Ct));
        await IamRefusals.RefusedAsync("ValidationError", text, () => iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, MaxSessionDuration = seconds }, Ct));
    }

    [Fact]
    public async Task Update_changes_what_it_names_alone()
    {
        var name = await sandbox.CreateRoleAsync("updated");
        await iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, Description = "changed" }, Ct);
        await iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, MaxSessionDuration = 43200 }, Ct);
        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, Ct)).Role;
        Assert.Equal(("changed", 43200), (role.Description, role.MaxSessionDuration));

        await iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, Description = "" }, Ct);
        role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, Ct)).Role;
        Assert.Equal((null, 43200), (role.Description, role.MaxSessionDuration));
    }

    [Fact]
    public async Task Description_is_bounded()
    {
        var name = await sandbox.CreateRoleAsync("wordy");
        await iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, Description = new string('d', 1000) }, Ct);
        await IamRefusals.RefusedAsync(
            "ValidationError", "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000",
            () => iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, Description = new string('d', 1001) }, Ct));
        Assert.Equal("ValidationError", await RunningSandbox.ErrorAsync(() => iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = name, Description = "snow: ☃" }, Ct)));
    }

    [Fact]
    public async Task Roles_are_listed_by_path_in_pages()
    {
        string[] names = [await sandbox.CreateRoleAsync("page", path: "/paged/"), await sandbox.CreateRoleAsync("page", path: "/paged/a/"), await sandbox.CreateRoleAsync("page", path: "/paged/")];
        List<string> listed = [];
        var request = new ListRolesRequest { PathPrefix = "/paged/", MaxItems = 2 };
        var pages = 0;
        do
        {
            var page = await iam.ListRolesAsync(request, Ct);
            listed.AddRange(page.Roles.Select(role => role.RoleName));
            Assert.Equal(page.IsTruncated, page.Marker is not null);
            Assert.All(page.Roles, role => Assert.Equal(3600, role.MaxSessionDuration));
            request.Marker = page.Marker;
            pages++;
        }
        while (request.Marker is not null);

        Assert.Equal(names.Order(StringComparer.Ordinal), listed);
        Assert.Equal(2, pages);
        Assert.Single((await iam.ListRolesAsync(new ListRolesRequest { PathPrefix = "/paged/a" }, Ct)).Roles);
        Assert.Empty((await iam.ListRolesAsync(new ListRolesRequest { PathPrefix = "/nowhere/" }, Ct)).Roles ?? []);
    }

    [Theory]
    [InlineData(0, "greater than or equal to 1")]
    [InlineData(1001, "less than or equal to 1000")]
    public async Task Page_size_out_of_range_is_refused(int size, string limit) => await IamRefusals.RefusedAsync(
        "ValidationError", $"1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value {limit}",
        () => iam.ListRolesAsync(new ListRolesRequest { MaxItems = size }, Ct));

    [Fact]
    public async Task Marker_that_is_none_is_refused()
    {
        await IamRefusals.RefusedAsync("ValidationError", "Invalid Marker.", () => iam.ListRolesAsync(new ListRolesRequest { Marker = "§" }, Ct));
        await IamRefusals.RefusedAsync(
            "ValidationError", "The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.",
            () => iam.ListRolesAsync(new ListRolesRequest { PathPrefix = "paged" }, Ct));
    }

    [Fact]
    public async Task Deleted_role_is_gone_and_another_of_its_name_has_another_id()
    {
        var name = await sandbox.CreateRoleAsync("short-lived");
        var first = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, Ct)).Role.RoleId;
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name }, Ct);
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, $"The role with name {name} cannot be found.", () => iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name }, Ct));
        await CreateAsync(name);
        Assert.NotEqual(first, (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, Ct)).Role.RoleId);
    }

    [Fact]
    public async Task Role_with_policies_is_not_deleted()
    {
        var name = await sandbox.CreateRoleAsync("full", IamSandbox.Allowing("rds:Describe*"));
        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        Task<DeleteRoleResponse> Delete() => iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name }, Ct);

        await IamRefusals.RefusedAsync<DeleteConflictException>(HttpStatusCode.Conflict, "Cannot delete entity, must detach all policies first.", Delete);
        await iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        await IamRefusals.RefusedAsync<DeleteConflictException>(HttpStatusCode.Conflict, "Cannot delete entity, must delete policies first.", Delete);
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = name, PolicyName = "own" }, Ct);
        await Delete();
    }

    [Fact]
    public async Task Service_linked_role_is_there_and_nobody_changes_it()
    {
        const string Name = "AWSServiceRoleForBackup";
        const string Text = $"Cannot perform the operation on the protected role '{Name}' - this role is only modifiable by AWS";
        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = Name }, Ct)).Role;
        Assert.Equal("arn:aws:iam::222222222222:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup", role.Arn);
        Func<Task>[] changes =
        [
            () => iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = Name }, Ct),
            () => iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = Name, MaxSessionDuration = 7200 }, Ct),
            () => iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest { RoleName = Name, PolicyDocument = Trust }, Ct),
            () => iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = Name, PolicyName = "own", PolicyDocument = IamSandbox.Allowing("*") }, Ct),
            () => iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = Name, PolicyName = "own" }, Ct),
            () => iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = Name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct),
            () => iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = Name, PolicyArn = IamManagedPolicyTests.ForServiceLinked }, Ct),
        ];
        foreach (var change in changes)
        {
            await IamRefusals.RefusedAsync<UnmodifiableEntityException>(HttpStatusCode.BadRequest, Text, change);
        }

        await Assert.ThrowsAsync<InvalidInputException>(() => CreateAsync("AWSServiceRoleForOthers"));
    }

    [Fact]
    public async Task Permissions_boundary_is_refused_rather_than_passed_over() => await Assert.ThrowsAsync<InvalidInputException>(() => iam.CreateRoleAsync(
        new CreateRoleRequest { RoleName = "bounded", AssumeRolePolicyDocument = Trust, PermissionsBoundary = IamManagedPolicyTests.ForBackup }, Ct));

    [Fact]
    public async Task Operation_that_is_not_there_is_named()
    {
        using var http = new HttpClient(new SigningHandler(sandbox.Host.KeysOf(Account.Vault), "iam", "us-east-1"));
        using var answer = await http.PostAsync(sandbox.Host.BaseAddress, new FormUrlEncodedContent([new("Action", "CreateUser"), new("Version", "2010-05-08")]), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<Code>InvalidAction</Code><Message>Could not find operation CreateUser for version 2010-05-08</Message>", await answer.Content.ReadAsStringAsync(Ct));
    }

    private Task<CreateRoleResponse> CreateAsync(string name) => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = Trust }, Ct);
}
