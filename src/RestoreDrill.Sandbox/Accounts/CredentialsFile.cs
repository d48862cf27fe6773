using System.Text;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>AWS's shared credentials format: one profile for each account.</summary>
internal static class CredentialsFile
{
    public const string Region = "eu-west-1";

    public static void Write(string path, IReadOnlyList<AccountKeys> keys)
    {
        var text = new StringBuilder();
        foreach (var (account, id, secret) in keys)
        {
            text.Append('[').Append(account.Name).Append("]\n")
                .Append("aws_access_key_id = ").Append(id).Append('\n')
                .Append("aws_secret_access_key = ").Append(secret).Append('\n')
                // So that a client with no other configuration has one; the sandbox knows every region.
                .Append("region = ").Append(Region).Append("\n\n");
        }

        PrivateFile.Write(path, text.ToString());
    }

    public static IReadOnlyList<AccountKeys> Read(string path)
    {
        var values = new Dictionary<(string Profile, string Key), string>();
        var profile = "";
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                profile = line[1..^1];
            }
            else if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value])
            {
                values[(profile, key)] = value;
            }
        }

        return
        [
            .. from account in Account.All
               let id = values.GetValueOrDefault((account.Name, "aws_access_key_id"))
               let secret = values.GetValueOrDefault((account.Name, "aws_secret_access_key"))
               where id is not null && secret is not null
               select new AccountKeys(account, id, secret),
        ];
    }
}
