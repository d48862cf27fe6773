using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type LifecycleDeleteAfterEvent; a value that is not listed here is kept as it came.</summary>
public class LifecycleDeleteAfterEvent : ConstantClass
{
    public static readonly LifecycleDeleteAfterEvent DELETE_AFTER_COPY = new("DELETE_AFTER_COPY");

    public LifecycleDeleteAfterEvent(string value)
        : base(value)
    {
    }

    public static LifecycleDeleteAfterEvent FindValue(string value) => FindValue<LifecycleDeleteAfterEvent>(value);

    public static implicit operator LifecycleDeleteAfterEvent(string value) => FindValue(value);
}
