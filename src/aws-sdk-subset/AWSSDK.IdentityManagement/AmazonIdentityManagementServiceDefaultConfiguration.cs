using System.Collections.ObjectModel;
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.IdentityManagement;

/// <summary>The configuration modes that <see cref="AmazonIdentityManagementServiceConfig"/> can take its defaults from.</summary>
public static class AmazonIdentityManagementServiceDefaultConfiguration
{
    public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() => new([Standard, InRegion, CrossRegion, Mobile, Auto]);

    public static IDefaultConfiguration Standard => DefaultModes.Standard;

    public static IDefaultConfiguration InRegion => DefaultModes.InRegion;

    public static IDefaultConfiguration CrossRegion => DefaultModes.CrossRegion;

    public static IDefaultConfiguration Mobile => DefaultModes.Mobile;

    public static IDefaultConfiguration Auto => DefaultModes.Auto;
}
