using System.Text;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>
/// Reads what comes as bytes. Names of roles and databases are bytes without an encoding: each was written in that of the database somebody happened to be in.
/// What is not valid in the database's encoding is read as Latin 1, which loses nothing.
/// </summary>
internal sealed class FieldText(string serverEncoding)
{
    private readonly Encoding strict = Encoding.GetEncoding(TextEncoding.DotnetName(serverEncoding), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    public string Of(byte[] bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
