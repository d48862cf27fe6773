using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Iam.Roles;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>A call with the account that it sees.</summary>
internal sealed record IamCall(AwsCall Call, AccountState State)
{
    public CallParameters Parameters => Call.Parameters;

    public string AccountId => Call.AccountId;

    public List<IamRole> Roles => State.Iam.Roles;

    /// <exception cref="AwsError">ValidationError.</exception>
    public string Required(string name) => Parameters.Text(name) ?? throw IamConstraint.Broken(name, "not be null");

    /// <summary>A name as IAM's names are.</summary>
    /// <exception cref="AwsError">ValidationError.</exception>
    public string RequiredName(string parameter, int longest) => IamConstraint.Name(parameter, Required(parameter), longest);

    /// <summary>The role that the call names.</summary>
    /// <exception cref="AwsError">ValidationError or NoSuchEntity.</exception>
    public IamRole Role()
    {
        var name = RequiredName("RoleName", IamRole.LongestName);
        return Roles.Find(role => role.Name == name) ?? throw IamError.NoSuchEntity($"The role with name {name} cannot be found.");
    }

    /// <summary>The role that the call names, to be changed.</summary>
    /// <exception cref="AwsError">ValidationError, NoSuchEntity, or UnmodifiableEntity for what belongs to an AWS service.</exception>
    public IamRole ChangeableRole() => Role() is { IsServiceLinked: false } role ? role
        : throw new AwsError("UnmodifiableEntity",
            $"Cannot perform the operation on the protected role '{Required("RoleName")}' - this role is only modifiable by AWS");
}
