using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Http;

/// <summary>One AWS service: carries out a call, or throws an <see cref="AwsError"/>.</summary>
internal interface IAwsService
{
    /// <summary>The name in the credential scope, and the prefix of its actions.</summary>
    string Name { get; }

    /// <summary>Whether answers are JSON; else query XML.</summary>
    bool IsJson { get; }

    /// <summary>The ARN of what the call is about, for the call log; <c>*</c> if there is none.</summary>
    string ResourceOf(AwsCall call);

    /// <summary>The permissions that the call needs; none for what nobody can be denied.</summary>
    IReadOnlyList<AccessCheck> ChecksOf(AwsCall call);

    /// <summary>The body of the answer: a whole XML document's text, or JSON; empty where the operation answers nothing.</summary>
    string Execute(AwsCall call);
}
