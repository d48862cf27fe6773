using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace RestoreDrill.EndToEnd.Tests.Setting;

internal static class FreePort
{
    /// <summary>A port of 127.0.0.1 on which nobody listens. Below Linux's range for outgoing connections, so that it is still free when it is used.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(15000, 32000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }
    }
}
