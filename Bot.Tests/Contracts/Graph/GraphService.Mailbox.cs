using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Bot.Tests.Contracts.Graph;

/// <content>The mailbox: events, busy times, mails.</content>
internal sealed partial class GraphService
{
    private static readonly string[] EventProperties =
        ["subject", "body", "start", "end", "location", "attendees", "isOnlineMeeting", "onlineMeetingProvider", "allowNewTimeProposals", "hideAttendees", "responseRequested", "sensitivity", "transactionId", "singleValueExtendedProperties"];

    private static readonly string[] ChangeableProperties = ["subject", "start", "end", "location", "attendees"];

    private readonly List<JsonObject> events = [], mails = [];
    private int versions;

    /// <summary>The events in the calendar, as they were last stored; cancelled ones are gone.</summary>
    public IReadOnlyList<JsonObject> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events.Select(one => one.DeepClone().AsObject())];
            }
        }
    }

    /// <summary>The mails that were taken.</summary>
    public IReadOnlyList<JsonObject> Mails
    {
        get
        {
            lock (gate)
            {
                return [.. mails];
            }
        }
    }

    /// <summary>Comments of the cancellations.</summary>
    public List<string> Cancellations { get; } = [];

    /// <summary>Whether events get their link with their making; otherwise it comes later, by <see cref="GiveLinks"/>.</summary>
    public bool GivesLinks { get; set; } = true;

    /// <summary>Who is how busy: the availability view of each mailbox; those not named are not known.</summary>
    public Dictionary<string, string> Views { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives all events the link they lack.</summary>
    public void GiveLinks()
    {
        lock (gate)
        {
            events.ForEach(GiveLink);
        }
    }

    /// <summary>Somebody answers in their calendar.</summary>
    public void Answer(string address, string response, string? at)
    {
        lock (gate)
        {
            foreach (var attendee in events.SelectMany(one => one["attendees"]!.AsArray()).Where(attendee => (string?)attendee!["emailAddress"]!["address"] == address))
            {
                attendee!["status"] = new JsonObject { ["response"] = response, ["time"] = at ?? "0001-01-01T00:00:00Z" };
            }

            events.ForEach(Renew);
        }
    }

    /// <summary>Somebody removes everything from the calendar by hand.</summary>
    public void RemoveAll()
    {
        lock (gate)
        {
            events.Clear();
        }
    }

    /// <summary>Somebody moves every event by hand.</summary>
    public void MoveAll(string start, string end)
    {
        lock (gate)
        {
            foreach (var one in events)
            {
                one["start"]!["dateTime"] = start;
                one["end"]!["dateTime"] = end;
                Renew(one);
            }
        }
    }

    private (int Status, JsonNode? Body) CreateEvent(GraphRequest request)
    {
        CheckJson(request, EventProperties);
        var asked = request.Json;
        CheckTimes(request, asked, "start", "end");
        CheckAttendees(request, asked);
        Check(request, ZoneIn(request) is not null, "does not say in which zone times are to be told");
        Check(request, Guid.TryParse((string?)asked["transactionId"], out var transaction), "has no GUID as transactionId");
        Check(request, ((string?)asked["subject"])?.Length is > 0 and <= 255, "has no subject, or too long a one");
        Check(request, (string?)asked["body"]?["contentType"] is "text" or "html", "has no body of a known type");
        Check(request, asked["isOnlineMeeting"] is null || (string?)asked["onlineMeetingProvider"] == "teamsForBusiness", "has no known provider of its online meeting");
        Check(request, (bool?)asked["hideAttendees"] == true, "shows everybody the others' addresses");
        foreach (var property in asked["singleValueExtendedProperties"]?.AsArray() ?? [])
        {
            Check(request, ExtendedProperty().IsMatch((string)property!["id"]!), "has an extended property of an unknown form");
        }

        if (events.FirstOrDefault(one => (string?)one["transactionId"] == transaction.ToString("D")) is { } before)
        {
            return (201, Told(request, before));
        }

        var made = asked.DeepClone().AsObject();
        made["id"] = "AAMk" + (events.Count + Cancellations.Count + versions).ToString("0000", CultureInfo.InvariantCulture) + "==";
        made["iCalUId"] = "040000008200E00074C5B7101A82E008" + (events.Count + Cancellations.Count + versions).ToString("X16", CultureInfo.InvariantCulture);
        made["isCancelled"] = false;
        made["attendees"] ??= new JsonArray();
        foreach (var attendee in made["attendees"]!.AsArray())
        {
            attendee!["status"] = new JsonObject { ["response"] = "none", ["time"] = "0001-01-01T00:00:00Z" };
        }

        if (GivesLinks && (bool?)made["isOnlineMeeting"] == true)
        {
            GiveLink(made);
        }

        Renew(made);
        events.Add(made);
        return (201, Told(request, made));
    }

    private (int Status, JsonNode? Body) FindEvents(GraphRequest request)
    {
        var filter = Filter().Match(request.Query);
        if (!filter.Success)
        {
            return Break(request, "has a filter of an unknown form: " + request.Query);
        }

        var found = events.Where(one => one["singleValueExtendedProperties"]?.AsArray().Any(property =>
            (string?)property!["id"] == filter.Groups["id"].Value && (string?)property["value"] == filter.Groups["value"].Value) == true);
        return (200, new JsonObject { ["value"] = new JsonArray([.. found.Select(one => Told(request, one))]) });
    }

    private (int Status, JsonNode? Body) ReadEvent(GraphRequest request, string id) =>
        EventOf(id) is { } found ? (200, Told(request, found)) : (404, Error("ErrorItemNotFound"));

    private (int Status, JsonNode? Body) ChangeEvent(GraphRequest request, string id)
    {
        CheckJson(request, ChangeableProperties);
        if (EventOf(id) is not { } found)
        {
            return (404, Error("ErrorItemNotFound"));
        }

        var asked = request.Json;
        Check(request, asked.Count > 0, "changes nothing");
        if (asked["start"] is not null || asked["end"] is not null)
        {
            CheckTimes(request, asked, "start", "end");
        }

        if (asked["attendees"] is not null)
        {
            CheckAttendees(request, asked);
            foreach (var attendee in asked["attendees"]!.AsArray())
            {
                var before = found["attendees"]!.AsArray().FirstOrDefault(one => (string?)one!["emailAddress"]!["address"] == (string?)attendee!["emailAddress"]!["address"]);
                attendee!["status"] = before?["status"]?.DeepClone() ?? new JsonObject { ["response"] = "none", ["time"] = "0001-01-01T00:00:00Z" };
            }
        }

        foreach (var (name, value) in asked)
        {
            found[name] = value?.DeepClone();
        }

        Renew(found);
        return (200, Told(request, found));
    }

    private (int Status, JsonNode? Body) CancelEvent(GraphRequest request, string id)
    {
        Check(request, request.Json.All(one => one.Key is "comment" or "Comment"), "has an unknown property");
        if (EventOf(id) is not { } found)
        {
            return (404, Error("ErrorItemNotFound"));
        }

        Cancellations.Add((string?)(request.Json["comment"] ?? request.Json["Comment"]) ?? string.Empty);
        events.Remove(found);
        return (202, null);
    }

    private (int Status, JsonNode? Body) GetSchedule(GraphRequest request)
    {
        var asked = new JsonObject(request.Json.Select(one => new KeyValuePair<string, JsonNode?>(char.ToLowerInvariant(one.Key[0]) + one.Key[1..], one.Value?.DeepClone())));
        Check(request, asked.All(one => one.Key is "schedules" or "startTime" or "endTime" or "availabilityViewInterval"), "has an unknown property");
        CheckTimes(request, asked, "startTime", "endTime");
        var schedules = asked["schedules"]!.AsArray().Select(one => (string)one!).ToList();
        Check(request, schedules.Count is > 0 and <= 20, "asks for no or more than 20 mailboxes");
        Check(request, (int?)asked["availabilityViewInterval"] is null or (>= 5 and <= 1440), "has an interval outside 5 to 1440");
        return (200, new JsonObject
        {
            ["value"] = new JsonArray([.. schedules.Select(address => Views.TryGetValue(address, out var view)
                ? new JsonObject { ["scheduleId"] = address, ["availabilityView"] = view }
                : new JsonObject { ["scheduleId"] = address, ["error"] = new JsonObject { ["responseCode"] = "ErrorMailRecipientNotFound" } })]),
        });
    }

    private (int Status, JsonNode? Body) SendMail(GraphRequest request)
    {
        CheckJson(request, "message", "Message", "saveToSentItems", "SaveToSentItems");
        var message = (request.Json["message"] ?? request.Json["Message"])!.AsObject();
        Check(request, message["toRecipients"]!.AsArray() is [var to] && ((string?)to!["emailAddress"]!["address"])!.Contains('@', StringComparison.Ordinal), "does not go to exactly one person");
        Check(request, message["ccRecipients"] is null && message["bccRecipients"] is null, "goes to others as well");
        foreach (var attachment in message["attachments"]?.AsArray() ?? [])
        {
            Check(request, (string?)attachment!["@odata.type"] == "#microsoft.graph.fileAttachment", "has an attachment without a type");
            Check(request, Convert.FromBase64String((string)attachment["contentBytes"]!).Length is > 0 and < 3 * 1024 * 1024, "has an attachment of no bytes or too many");
        }

        mails.Add(message.DeepClone().AsObject());
        return (202, null);
    }

    private JsonObject? EventOf(string id) => events.FirstOrDefault(one => (string?)one["id"] == id);

    private void CheckTimes(GraphRequest request, JsonObject asked, string start, string end)
    {
        var times = new[] { start, end }.Select(name => asked[name]).ToList();
        foreach (var time in times)
        {
            Check(request, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss").Parse((string?)time?["dateTime"] ?? string.Empty).Success, "has a time that is no local time");
            Check(request, DateTimeZoneProviders.Tzdb.GetZoneOrNull((string?)time?["timeZone"] ?? string.Empty) is not null, "has a time without a named zone");
        }

        Check(request, string.CompareOrdinal((string?)times[0]?["dateTime"], (string?)times[1]?["dateTime"]) < 0, "ends before it begins");
    }

    private void CheckAttendees(GraphRequest request, JsonObject asked)
    {
        var people = asked["attendees"]?.AsArray() ?? [];
        Check(request, people.Count <= 500, "has more than 500 attendees");
        foreach (var person in people)
        {
            Check(request, ((string?)person!["emailAddress"]?["address"])?.Contains('@', StringComparison.Ordinal) == true, "has an attendee without an address");
            Check(request, (string?)person["type"] is "required" or "optional" or "resource", "has an attendee of an unknown type");
        }
    }

    /// <summary>An event as it is told: times in the zone that was asked for, otherwise in UTC.</summary>
    private static JsonObject Told(GraphRequest request, JsonObject stored)
    {
        var told = stored.DeepClone().AsObject();
        if (request.Query.Contains("$select=", StringComparison.Ordinal) && !request.Query.Contains("iCalUId", StringComparison.Ordinal))
        {
            told.Remove("iCalUId");
        }

        foreach (var name in new[] { "start", "end" })
        {
            var zone = ZoneIn(request) ?? "UTC";
            var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss").Parse((string)stored[name]!["dateTime"]!).Value;
            var moment = DateTimeZoneProviders.Tzdb[(string)stored[name]!["timeZone"]!].AtLeniently(local);
            var asTold = moment.WithZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
            told[name] = new JsonObject { ["dateTime"] = asTold.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + ".0000000", ["timeZone"] = zone };
        }

        return told;
    }

    private static string? ZoneIn(GraphRequest request) =>
        Prefer().Match(request.Headers.GetValueOrDefault("Prefer", string.Empty)) is { Success: true } wish ? wish.Groups["zone"].Value : null;

    private static void GiveLink(JsonObject one) => one["onlineMeeting"] = new JsonObject { ["joinUrl"] = "https://teams.example.com/l/meetup-join/19%3ameeting_" + (string?)one["transactionId"] };

    private void Renew(JsonObject one) => one["@odata.etag"] = $"W/\"{versions++}\"";

    [GeneratedRegex(@"^outlook\.timezone=""(?<zone>[^""]+)""$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefer();

    [GeneratedRegex(@"^String \{[0-9a-f-]{36}\} Name \w+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ExtendedProperty();

    [GeneratedRegex(@"\$filter=singleValueExtendedProperties/Any\(ep: ep/id eq '(?<id>[^']+)' and ep/value eq '(?<value>[^']+)'\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Filter();
}
