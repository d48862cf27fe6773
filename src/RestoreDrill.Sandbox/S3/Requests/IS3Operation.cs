using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>One operation of S3. Runs while the account states are held, and never waits.</summary>
internal interface IS3Operation
{
    string Name { get; }

    S3Route Route { get; }

    /// <summary>Whether the body is an object's content, which goes to a file as it comes.</summary>
    bool TakesContent => false;

    /// <summary>The conditions on the request that the operation knows, such as <c>If-None-Match</c>.</summary>
    IReadOnlyList<string> Conditions => [];

    /// <summary>What the call needs before anything is looked at.</summary>
    /// <exception cref="AwsError">The request is not one that can be understood.</exception>
    IEnumerable<S3Permission> Permissions(S3Call call);

    /// <exception cref="AwsError">Nothing was changed then.</exception>
    S3Answer Execute(S3Call call);
}
