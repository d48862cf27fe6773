namespace RestoreDrill.Core.Cloud;

/// <summary>A resource that was about to be deleted or used is not this installation's. Nothing was done to it.</summary>
public sealed class NotOursException(string message) : Exception(message);
