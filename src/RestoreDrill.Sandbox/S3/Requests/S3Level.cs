namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>What an operation is about.</summary>
internal enum S3Level
{
    Service,
    Bucket,
    Object,
}
