using System.Collections.ObjectModel;
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations;

/// <summary>The configuration modes that <see cref="AmazonOrganizationsConfig"/> can take its defaults from.</summary>
public static class AmazonOrganizationsDefaultConfiguration
{
    public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() => new([Standard, InRegion, CrossRegion, Mobile, Auto]);

    public static IDefaultConfiguration Standard => DefaultModes.Standard;

    public static IDefaultConfiguration InRegion => DefaultModes.InRegion;

    public static IDefaultConfiguration CrossRegion => DefaultModes.CrossRegion;

    public static IDefaultConfiguration Mobile => DefaultModes.Mobile;

    public static IDefaultConfiguration Auto => DefaultModes.Auto;
}
