using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bot.Platform.Hosting;
using Bot.Texts;

namespace Bot.Features.TeamsApp;

/// <summary>What a Teams app package is made with; all of it is well-formed.</summary>
/// <param name="BotId">The bot's registration, a GUID.</param>
/// <param name="TeamsAppId">The app's own id, a GUID; the same in all later versions, or Teams takes the next one for another app.</param>
/// <param name="Host">Where the bot is reached, a whole host name in ASCII.</param>
/// <param name="DeveloperName">Who runs the bot.</param>
/// <param name="Website">An https address about the bot.</param>
/// <param name="Privacy">An https address of a privacy notice.</param>
/// <param name="Terms">An https address of terms of use.</param>
internal sealed record PackageRequest(Guid BotId, Guid TeamsAppId, string Host, string DeveloperName, Uri Website, Uri Privacy, Uri Terms)
{
    /// <summary>The longest name of who runs the bot, in characters (schema 1.30).</summary>
    public const int LongestName = 32;

    /// <summary>The longest address, in characters (schema 1.30).</summary>
    public const int LongestLink = 2048;

    /// <summary>Said where the host's name is too long to stand for whoever runs the bot.</summary>
    private const string NamelessDeveloper = "Koordinationsbot";

    /// <summary>Whether Teams takes it as a link: https, whole, without a password in it.</summary>
    public static bool IsLink(Uri link) =>
        link.IsAbsoluteUri && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0 && link.Host.Length > 0 && link.AbsoluteUri.Length <= LongestLink;

    /// <summary>Reads what was given.</summary>
    /// <param name="arguments">The order's words.</param>
    /// <param name="options">What the settings say where the order is silent.</param>
    /// <param name="registered">The app id of the settings; empty when there is none.</param>
    /// <param name="reader">Who reads what is wrong.</param>
    /// <param name="faults">A sentence for each fault; empty when there is none.</param>
    /// <returns>Null when there are faults.</returns>
    public static PackageRequest? Read(OrderArguments arguments, PackageOptions options, string registered, Reader reader, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        var botId = IdOf(arguments.Value(PackageOrder.AppId) ?? registered, PackageOrder.AppId, Sentence.PackageNoAppId, reader, found);
        var appId = arguments.Value(PackageOrder.TeamsAppId) is { } own ? IdOf(own, PackageOrder.TeamsAppId, Sentence.PackageNoAppId, reader, found) : OwnIdOf(botId);
        var host = HostOf(arguments.Value(PackageOrder.Host), reader, found);
        var name = arguments.Value(PackageOrder.DeveloperName) ?? options.DeveloperName ?? (host.Length is > 0 and <= LongestName ? host : NamelessDeveloper);
        if (name.Trim().Length is 0 or > LongestName)
        {
            found.Add(Messages.Get(reader, Sentence.PackageNameTooLong, PackageOrder.DeveloperName, LongestName));
        }

        var page = new Uri($"https://{(host.Length > 0 ? host : "localhost")}{AboutPage.Path}");
        var website = LinkOf(arguments, PackageOrder.Website, options.Website ?? page, reader, found);
        var privacy = LinkOf(arguments, PackageOrder.Privacy, options.Privacy ?? new Uri(page, "#" + AboutPage.PrivacyPart), reader, found);
        var terms = LinkOf(arguments, PackageOrder.Terms, options.Terms ?? new Uri(page, "#" + AboutPage.TermsPart), reader, found);
        faults = found;
        return found.Count == 0 ? new PackageRequest(botId, appId, host, name.Trim(), website, privacy, terms) : null;
    }

    /// <summary>An id of the app's own that is the same whenever it is made for the same bot, so that nobody has to keep it (RFC 9562, 5.8: version 8, by a hash of our own choice).</summary>
    public static Guid OwnIdOf(Guid botId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"Koordinationsbot/{botId:D}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private static Guid IdOf(string given, string name, Sentence missing, Reader reader, List<string> faults)
    {
        if (Guid.TryParseExact(given.Trim(), "D", out var id) && id != Guid.Empty)
        {
            return id;
        }

        faults.Add(given.Length == 0 ? Messages.Get(reader, missing, name) : Messages.Get(reader, Sentence.PackageNoGuid, name, given));
        return Guid.Empty;
    }

    private static string HostOf(string? given, Reader reader, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            faults.Add(Messages.Get(reader, Sentence.PackageNoHost, PackageOrder.Host));
            return string.Empty;
        }

        if (AsciiOf(given.Trim()) is { } host && Uri.CheckHostName(host) is UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal) && !IPAddress.TryParse(host, out _))
        {
            return host;
        }

        faults.Add(Messages.Get(reader, Sentence.PackageWrongHost, PackageOrder.Host, given));
        return string.Empty;
    }

    private static string? AsciiOf(string host)
    {
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Uri LinkOf(OrderArguments arguments, string name, Uri usual, Reader reader, List<string> faults)
    {
        if (arguments.Value(name) is not { } given)
        {
            return usual;
        }

        if (Uri.TryCreate(given, UriKind.Absolute, out var link) && IsLink(link))
        {
            return link;
        }

        faults.Add(Messages.Get(reader, Sentence.PackageNoLink, name, given));
        return usual;
    }
}
