using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;

namespace Bot.Platform.Directory;

/// <summary>Events as Graph writes and reads them.</summary>
internal static class GraphEvents
{
    private const int LongestUid = 1000;

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("yyyy'-'MM'-'dd'T'HH':'mm':'ss");

    /// <summary>Graph tells times with seven decimals.</summary>
    private static readonly LocalDateTimePattern ToldLocal = LocalDateTimePattern.CreateWithInvariantCulture("yyyy'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF");

    /// <summary>The header that has times told in a zone.</summary>
    public static string ZoneWish(string zone) => $"outlook.timezone=\"{zone}\"";

    /// <summary>The same GUID for the same mark, so that a repeated request makes no second event (transactionId).</summary>
    public static string TransactionOf(EventMark mark) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(mark.Key)).AsSpan(0, 16)).ToString("D");

    /// <summary>A local time with the name of its zone: 18:00 stays 18:00, whatever the clocks do in between.</summary>
    public static DateTimeTimeZone Moment(LocalDateTime local, string zone) => new() { DateTime = Local.Format(local), TimeZone = zone };

    /// <summary>What is sent of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isWhole">Whether it is new: then also what is never changed.</param>
    /// <param name="withPeople">Whether the list of people is sent; it replaces the one there is.</param>
    /// <param name="isRetimed">Whether subject, time and place are sent.</param>
    public static Event Of(DirectoryEntry entry, bool isWhole, bool withPeople, bool isRetimed = true)
    {
        var content = new Event();
        if (isWhole)
        {
            content.Body = new ItemBody { ContentType = BodyType.Text, Content = entry.Text };
            content.AllowNewTimeProposals = false;
            content.HideAttendees = true;
            content.ResponseRequested = true;
            content.Sensitivity = Sensitivity.Private;
        }

        if (isWhole || isRetimed)
        {
            content.Subject = entry.Subject;
            content.Start = Moment(entry.Start, entry.Zone);
            content.End = Moment(entry.End, entry.Zone);
            content.Location = new Location { DisplayName = entry.Place };
        }

        if (withPeople)
        {
            content.Attendees = [.. entry.People.Select(Attendee)];
        }

        return content;
    }

    /// <summary>What Graph told of an event.</summary>
    /// <param name="told">What it told.</param>
    /// <param name="zone">The zone times were asked for in; times told in another are left out rather than taken for local ones.</param>
    /// <exception cref="DirectoryException">It told nothing that could be one.</exception>
    public static DirectoryEvent Read(Event? told, string? zone = null) => told is { Id.Length: > 0 }
        ? new DirectoryEvent(
            told.Id, VersionOf(told), UidOf(told), LinkOf(told), LocalOf(told.Start, zone), LocalOf(told.End, zone), told.IsCancelled ?? false, [.. (told.Attendees ?? []).Select(Answer).OfType<DirectoryAnswer>()])
        : throw new DirectoryException(DirectoryFault.Doubtful, "NoEvent");

    private static Attendee Attendee(DirectoryPerson person) =>
        new() { EmailAddress = new EmailAddress { Address = person.Address, Name = person.Name }, Type = AttendeeType.Required };

    /// <summary>Only what can stand in a calendar file as it is; Exchange's own are some hundred letters and digits.</summary>
    private static string? UidOf(Event told) => told.ICalUId is { Length: > 0 and <= LongestUid } uid && uid.All(character => character is > ' ' and <= '~') ? uid : null;

    /// <summary>Only a secure address becomes a button people press.</summary>
    private static string? LinkOf(Event told) =>
        told.OnlineMeeting?.JoinUrl is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? link : null;

    private static string VersionOf(Event told) => told.AdditionalData.TryGetValue("@odata.etag", out var version) ? version?.ToString() ?? string.Empty : string.Empty;

    private static LocalDateTime? LocalOf(DateTimeTimeZone? told, string? zone) => told?.DateTime is { } text && zone is not null && string.Equals(told.TimeZone, zone, StringComparison.OrdinalIgnoreCase) && ToldLocal.Parse(text) is { Success: true, Value: var local } ? local : null;

    private static DirectoryAnswer? Answer(Attendee attendee) => attendee is { EmailAddress.Address: { Length: > 0 } address, Status.Response: { } response } && KindOf(response) is { } kind
        ? new DirectoryAnswer(address, kind, attendee.Status.Time is { Year: > 1900 } at ? Instant.FromDateTimeOffset(at) : null)
        : null;

    private static DirectoryAnswerKind? KindOf(ResponseType response) => response switch
    {
        ResponseType.Accepted => DirectoryAnswerKind.Accepted,
        ResponseType.TentativelyAccepted => DirectoryAnswerKind.Tentative,
        ResponseType.Declined => DirectoryAnswerKind.Declined,
        _ => null,
    };
}
