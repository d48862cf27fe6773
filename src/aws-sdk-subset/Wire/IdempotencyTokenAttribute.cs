namespace Amazon.Wire;

/// <summary>A member that is sent with a new value of ours where the caller gives none, so that a retry of the call does nothing twice.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdempotencyTokenAttribute : Attribute;
