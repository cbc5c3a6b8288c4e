using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;

namespace Bot.Platform.Telemetry;

/// <summary>What went wrong and where, for the log, without words of people: what an exception says may hold what they are called or have written.</summary>
internal static class FaultTrace
{
    /// <summary>What the table service has refused; it names tables and states.</summary>
    private const string ServiceFault = "Azure.RequestFailedException";

    /// <summary>The types, from the outermost to the cause, each with where it was thrown. What they say only where it is about files and the network, which whoever runs the bot must read.</summary>
    public static string Of(Exception fault)
    {
        var told = new StringBuilder();
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            told.Append(told.Length == 0 ? string.Empty : " <- ").Append(cause.GetType().FullName).Append(IsOfMachines(cause) ? ": " + cause.Message : string.Empty).AppendLine().Append(cause.StackTrace);
        }

        return told.ToString();
    }

    private static bool IsOfMachines(Exception cause) => cause is IOException or HttpRequestException or SocketException || cause.GetType().FullName == ServiceFault;
}
