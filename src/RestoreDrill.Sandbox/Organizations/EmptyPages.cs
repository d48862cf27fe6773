namespace RestoreDrill.Sandbox.Organizations;

/// <summary>Whether each page of a list comes after an empty one, which AWS says that it may give at any time.</summary>
internal sealed class EmptyPages
{
    public volatile bool AreOn;
}
