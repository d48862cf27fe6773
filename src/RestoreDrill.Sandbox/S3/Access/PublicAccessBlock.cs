namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>The four settings of S3 Block Public Access. There are no access control lists here, so that those about them change nothing.</summary>
/// <param name="BlockAcls">BlockPublicAcls.</param>
/// <param name="IgnoreAcls">IgnorePublicAcls.</param>
/// <param name="BlockPolicy">A policy that is public cannot be put.</param>
/// <param name="RestrictBuckets">A bucket whose policy is public is open to its own account only.</param>
internal sealed record PublicAccessBlock(bool BlockAcls, bool IgnoreAcls, bool BlockPolicy, bool RestrictBuckets)
{
    public static readonly PublicAccessBlock All = new(true, true, true, true);
}
