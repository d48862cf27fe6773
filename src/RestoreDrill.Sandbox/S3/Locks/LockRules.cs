using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Objects;

namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>What Object Lock forbids (S3 user guide, "Locking objects with Object Lock").</summary>
internal static class LockRules
{
    /// <summary>"A protected object version can't be overwritten or deleted"; a delete marker is protected by nothing.</summary>
    /// <param name="version">What is to be deleted.</param>
    /// <param name="now">The sandbox's time.</param>
    /// <param name="mayBypass">Whether the caller may get by a governance retention, and said so; asked only where it matters.</param>
    /// <exception cref="AwsError">AccessDenied.</exception>
    public static void RefuseDeletion(ObjectVersion version, DateTimeOffset now, Func<bool> mayBypass)
    {
        var isRetained = version.Retention is { } retention && retention.Holds(now) && (retention.Mode == Retention.Compliance || !mayBypass());
        if (version.LegalHold == LegalHolds.On || isRetained)
        {
            throw Protected();
        }
    }

    /// <summary>
    /// A compliance retention that holds can only be made longer. A governance retention can be made longer by whoever may retain; anything else needs the bypass, which is asked of a
    /// change into compliance mode too: AWS says that the lock settings cannot be altered without it, and names no exception.
    /// </summary>
    /// <exception cref="AwsError">AccessDenied.</exception>
    public static void RefuseChange(Retention? current, Retention? wanted, DateTimeOffset now, Func<bool> mayBypass)
    {
        if (current is null || !current.Holds(now))
        {
            return;
        }

        var isLonger = wanted is not null && wanted.Mode == current.Mode && wanted.Until >= current.Until;
        if (!isLonger && (current.Mode == Retention.Compliance || !mayBypass()))
        {
            throw Protected();
        }
    }

    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static void RefusePast(Retention wanted, DateTimeOffset now, string argument)
    {
        if (!wanted.Holds(now))
        {
            throw S3Error.InvalidArgument("The retain until date must be in the future!", argument, S3Xml.Time(wanted.Until));
        }
    }

    private static AwsError Protected() => new("AccessDenied", "Access Denied because object protected by object lock.", 403);
}
