using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Hosting;

/// <summary>Tells in plain lines why the bot did not start, when whoever runs it can mend that. A bug keeps its stack trace.</summary>
internal static class StartFault
{
    private static readonly string?[] ReadersOfSettings =
    [
        typeof(ConfigurationBinder).Assembly.GetName().Name,
        typeof(BindingAddress).Assembly.GetName().Name,
    ];

    /// <summary>What is wrong with the settings or the surroundings, a line for each fault; empty when the cause is another.</summary>
    public static IReadOnlyList<string> Of(Exception exception) => exception switch
    {
        OptionsValidationException wrong => [.. wrong.Failures.Select(failure => InSettingsWords(wrong.OptionsType, failure))],
        AggregateException several when several.InnerExceptions.All(inner => Of(inner).Count > 0) => [.. several.InnerExceptions.SelectMany(Of)],
        _ when exception.InnerException is AddressInUseException => [exception.Message + " Another program listens there; end it, or choose another address with --urls."],
        SocketException refused => ["The bot cannot listen on its address: " + refused.Message + "."],
        IOException or UnauthorizedAccessException => [exception.Message],
        InvalidDataException => [Whole(exception)],
        _ when ReadersOfSettings.Contains(exception.Source) => [Whole(exception)],
        _ => [],
    };

    /// <summary>The framework's attributes speak of classes and properties; who runs the bot knows sections and keys.</summary>
    private static string InSettingsWords(Type holder, string failure)
    {
        if (SettingsSection.All.FirstOrDefault(section => section.Holder == holder) is not { } section)
        {
            return failure;
        }

        var prefix = section.Keys.Select(key => key + ": ").FirstOrDefault(prefix => failure.StartsWith(prefix, StringComparison.Ordinal));
        return failure[(prefix?.Length ?? 0)..].Replace($"The field {holder.Name}.", section.Name + ":", StringComparison.Ordinal);
    }

    private static string Whole(Exception exception) =>
        exception.InnerException is { } inner ? exception.Message + " " + Whole(inner) : exception.Message;

    /// <summary>Writes the lines where errors go.</summary>
    /// <param name="faults">A line for each.</param>
    /// <param name="heading">What did not happen.</param>
    /// <returns>The process's exit code.</returns>
    public static int Tell(IReadOnlyList<string> faults, string heading = "The bot did not start:")
    {
        Console.Error.WriteLine(heading);
        foreach (var fault in faults)
        {
            Console.Error.WriteLine("- " + fault.ReplaceLineEndings(" "));
        }

        return 1;
    }
}
