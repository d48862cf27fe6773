using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>SelfTest</c>: when drills test themselves. Every key may be left out.</summary>
internal static class SelfTestSection
{
    public static SelfTestOptions Read(Section section)
    {
        var unset = new SelfTestOptions();
        var every = section.DurationOr("Every", "Never", out var never);
        section.RejectUnknown();
        return unset with { Every = never ? null : every ?? unset.Every };
    }
}
