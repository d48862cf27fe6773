using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>One operation of the KMS API. Runs while the account states are held, and never waits.</summary>
internal interface IKmsOperation
{
    string Name { get; }

    /// <summary>The answer as <see cref="KmsJson"/> makes it, or null for an answer without a body.</summary>
    /// <exception cref="AwsError">One of <see cref="KmsError"/>; nothing was changed then.</exception>
    Dictionary<string, object>? Execute(KmsCall call);
}
