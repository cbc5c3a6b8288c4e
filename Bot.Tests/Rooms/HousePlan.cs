using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Bot.Tests.Rooms;

/// <summary>Which room may know which. What is not written here is not allowed; what is written here and not used is taken out again.</summary>
internal static class HousePlan
{
    private const string Everything = "*";

    /// <summary>The rooms of the bot each room may know.</summary>
    private static readonly ImmutableSortedDictionary<string, string[]> Known = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Program"] = [Everything],
        ["Domain"] = [],
        ["Texts"] = ["Domain"],
        ["Platform/Cards"] = [],
        ["Platform/Calendars"] = [],
        ["Platform/Directory"] = [],
        ["Platform/Documents"] = [],
        ["Platform/Sealing"] = [],
        ["Platform/Telemetry"] = [],
        ["Platform/Tables"] = ["Platform/Telemetry"],
        ["Platform/Hosting"] = ["Platform/Telemetry"],
        ["Platform/Playground"] = [],
        ["Platform/Activities"] = ["Platform/Cards", "Platform/Telemetry"],
        ["Platform/Scheduling"] = ["Platform/Tables", "Platform/Telemetry"],
        ["Platform/Deliveries"] = ["Platform/Activities", "Platform/Directory", "Platform/Scheduling", "Platform/Tables", "Platform/Telemetry"],
        ["Storage"] = ["Domain", "Platform/Tables", "Platform/Telemetry", "Platform/Scheduling", "Platform/Deliveries"],
        ["Turns"] = ["Domain", "Texts", "Storage", "Platform/Activities", "Platform/Calendars", "Platform/Cards", "Platform/Deliveries", "Platform/Telemetry"],
        ["Features/Admissions"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        // For whoever runs the bot: nobody's turn reaches it. An export is written in the words people read, and asks each feature for its part as a turn would.
        ["Features/Backups"] =
        [
            "Domain", "Texts", "Storage", "Turns", "Platform/Activities", "Platform/Calendars", "Platform/Deliveries", "Platform/Documents", "Platform/Hosting", "Platform/Scheduling", "Platform/Sealing", "Platform/Tables",
        ],
        ["Features/Ballots"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Directory", "Platform/Scheduling"],
        ["Features/Calendars"] = [.. Feature, "Platform/Calendars"],
        // For whoever sets the bot up: it looks into every room that reaches the world, and nobody's turn reaches it.
        ["Features/Checkup"] = ["Texts", "Storage", "Platform/Activities", "Platform/Directory", "Platform/Hosting", "Platform/Scheduling", "Platform/Tables", "Platform/Telemetry"],
        ["Features/Deliveries"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Digests"] = [.. Feature, "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Rotas"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Elections"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Groups"] = [.. Feature, "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Holidays"] = [.. Feature],
        ["Features/SeatTerms"] = [.. Feature, "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Invitations"] = [.. Feature, "Platform/Calendars", "Platform/Deliveries", "Platform/Directory", "Platform/Scheduling"],
        ["Features/Meetings"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Minutes"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Directory", "Platform/Documents", "Platform/Scheduling"],
        ["Features/Privacy"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Polls"] = [.. Feature],
        ["Features/Motions"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Prospects"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Register"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Documents", "Platform/Scheduling"],
        ["Features/Rules"] = [.. Feature, "Platform/Scheduling"],
        ["Features/Sessions"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling", "Platform/Tables"],
        ["Features/Tasks"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/MemberLists"] = [.. Feature, "Platform/Activities", "Platform/Documents"],
        // Where no tenants are named, as on a developer's machine, a network is set up in the tenant of the local chat window.
        ["Features/Setup"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Playground", "Platform/Scheduling"],
        ["Features/Expulsions"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Memberships"] = [.. Feature, "Platform/Activities", "Platform/Deliveries", "Platform/Scheduling"],
        ["Features/Members"] = ["Domain", "Texts", "Turns", "Platform/Cards"],
        ["Features/Help"] = ["Domain", "Texts", "Turns", "Platform/Cards"],
        // For whoever brings the bot into Teams; one page of it is open to everybody.
        ["Features/TeamsApp"] = ["Texts", "Turns", "Platform/Hosting"],
        // Only the example knows the local chat window, and it answers nobody: it is asked by nobody's turn.
        ["Features/ExampleNetwork"] = ["Domain", "Texts", "Storage", "Platform/Playground", "Platform/Scheduling"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The only rooms that use what others have made; ASP.NET Core, logging, options and NodaTime may be used in every room but Domain.</summary>
    private static readonly ImmutableSortedDictionary<string, string[]> Guests = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Azure"] = ["Platform/Tables", "Platform/Scheduling", "Storage"],
        ["Azure.Core"] = ["Platform/Activities", "Platform/Directory", "Platform/Tables"],
        ["Azure.Identity"] = ["Platform/Activities", "Platform/Directory", "Platform/Tables"],
        ["DocumentFormat.OpenXml"] = ["Platform/Documents"],
        ["FuzzySharp"] = ["Turns", "Features/Ballots", "Features/Meetings", "Features/Rules", "Platform/Hosting"],
        ["Ical.Net"] = ["Platform/Calendars"],
        ["Microsoft.Data.Sqlite"] = ["Platform/Tables"],
        ["SQLitePCL"] = ["Platform/Tables"],
        ["Microsoft.Graph"] = ["Platform/Directory"],
        ["Microsoft.IdentityModel"] = ["Platform/Activities"],
        ["Microsoft.Kiota"] = ["Platform/Directory"],
        ["OpenTelemetry"] = ["Platform/Telemetry"],
        ["Polly"] = ["Platform/Activities"],
        ["Quartz"] = ["Platform/Scheduling"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> Feature => ["Domain", "Texts", "Storage", "Turns", "Platform/Cards"];

    /// <summary>All rooms.</summary>
    public static IEnumerable<string> Rooms => Known.Keys;

    /// <summary>All arrows that are allowed, the composition root's left out.</summary>
    public static IEnumerable<(string From, string To)> Arrows =>
        Known.Where(room => room.Value is not [Everything]).SelectMany(room => room.Value.Select(known => (room.Key, known)));

    /// <summary>Whether a room may name another.</summary>
    public static bool Allows(string from, string to) =>
        from == to || (Known.TryGetValue(from, out var known) && (known is [Everything] || known.Contains(to)));

    /// <summary>Whether a room may use a namespace of a package; the longest entry that fits decides.</summary>
    public static bool Admits(string room, string package)
    {
        var entry = Guests.Keys.Where(guest => package == guest || package.StartsWith(guest + ".", StringComparison.Ordinal)).MaxBy(guest => guest.Length);
        return entry is null ? room != "Domain" || package.Split('.')[0] is "System" or "NodaTime" : Guests[entry].Contains(room);
    }
}
