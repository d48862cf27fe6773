using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>An account of the organisation. All were invited, so that each has what it takes to stand alone and may leave at any time.</summary>
internal sealed class Member
{
    /// <summary>How long the closure of an account takes; AWS speaks of a few minutes (API reference, CloseAccount).</summary>
    public static readonly TimeSpan Closing = TimeSpan.FromMinutes(2);

    /// <summary>After that a closed account is gone for good, from the organisation too (account management guide, "Post-closure period").</summary>
    public static readonly TimeSpan PostClosure = TimeSpan.FromDays(90);

    public required string AccountId { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public required string ParentId { get; set; }

    /// <summary>When its closure was asked for.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public string Name => Account.Named(AccountId).Name;

    public string Email => $"{Name}@restoredrill.example";

    public bool IsGone(DateTimeOffset now) => now >= ClosedAt + PostClosure;

    public bool IsClosing(DateTimeOffset now) => now < ClosedAt + Closing;

    /// <summary>Of a closed account SUSPENDED.</summary>
    public string StatusAt(DateTimeOffset now) => ClosedAt is null ? "ACTIVE" : IsClosing(now) ? "PENDING_CLOSURE" : "SUSPENDED";

    /// <summary>The newer of the two: SUSPENDED is there what AWS itself has suspended.</summary>
    public string StateAt(DateTimeOffset now) => StatusAt(now) == "SUSPENDED" ? "CLOSED" : StatusAt(now);
}
