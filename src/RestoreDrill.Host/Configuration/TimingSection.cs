using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Timing</c>: how long things may take. Every key may be left out.</summary>
internal static class TimingSection
{
    public static TimingOptions Read(Section section)
    {
        var unset = new TimingOptions();
        var timing = new TimingOptions
        {
            Poll = section.Duration("Poll") ?? unset.Poll,
            Copy = section.Duration("Copy") ?? unset.Copy,
            Restore = section.Duration("Restore") ?? unset.Restore,
            PasswordReset = section.Duration("PasswordReset") ?? unset.PasswordReset,
            Verify = section.Duration("Verify") ?? unset.Verify,
            Remove = section.Duration("Remove") ?? unset.Remove,
            Deposit = section.Duration("Deposit") ?? unset.Deposit,
            Trouble = section.Duration("Trouble") ?? unset.Trouble,
            Turn = section.Duration("Turn") ?? unset.Turn,
            Lease = section.Duration("Lease") ?? unset.Lease,
            StorePatience = section.Duration("StorePatience") ?? unset.StorePatience,
        };
        section.RejectUnknown();
        return timing;
    }
}
