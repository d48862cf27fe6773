using System.Buffers;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>RDS's rule for a PostgreSQL master password: 8 to 128 printable ASCII characters without slash, double quote, at sign and space.</summary>
internal static class Passwords
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\"@ ");

    public static void Check(string password)
    {
        var isPrintable = password.All(c => c is > '\u001f' and < '\u007f');
        if (password.Length is < 8 or > 128)
        {
            throw AwsError.InvalidParameterValue("The parameter MasterUserPassword is not a valid password because it is shorter than 8 or longer than 128 characters.");
        }

        if (!isPrintable || password.AsSpan().ContainsAny(Forbidden))
        {
            throw AwsError.InvalidParameterValue(
                "The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides '/', '@', '\"', ' ' may be used.");
        }
    }
}
