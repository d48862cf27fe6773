namespace Amazon.Wire;

/// <summary>A property that instructs the client and is not sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotOnWireAttribute : Attribute;
