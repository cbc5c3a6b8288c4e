using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using NodaTime;

namespace Bot.Platform.Directory;

/// <summary>The organizer's calendar in Exchange Online. Needs <c>Calendars.ReadWrite</c>, limited to that one mailbox.</summary>
/// <remarks>Sources: Graph v1.0, user-post-events, event-update, event-cancel, calendar-getschedule, singlevaluelegacyextendedproperty-get.</remarks>
internal sealed class GraphCalendar(GraphConnection graph) : IOrganizerCalendar
{
    /// <summary>Mailboxes one question about busy times takes.</summary>
    private const int MailboxesAtOnce = 20;

    /// <summary>Where our own identity of an event stands in it: a named property of the bot's own set.</summary>
    private const string MarkProperty = "String {6f9a3b52-70f4-4c4e-8f3b-2f5f0c1d9a77} Name Koordinationsbot";

    private static readonly string[] Told = ["id", "iCalUId", "start", "end", "isCancelled", "onlineMeeting", "attendees"];

    private string Organizer => graph.Options.Organizer;

    /// <inheritdoc/>
    public async Task<DirectoryEvent> CreateAsync(DirectoryEntry entry, EventMark mark, CancellationToken cancellationToken)
    {
        var content = GraphEvents.Of(entry, isWhole: true, withPeople: true);
        content.TransactionId = GraphEvents.TransactionOf(mark);
        content.SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = MarkProperty, Value = mark.Key }];
        if (graph.Options.TeamsLink)
        {
            content.IsOnlineMeeting = true;
            content.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        }

        return GraphEvents.Read(await graph.AskAsync(
            (client, token) => client.Users[Organizer].Events.PostAsync(content, request => request.Headers.Add("Prefer", GraphEvents.ZoneWish(entry.Zone)), token), cancellationToken), entry.Zone);
    }

    /// <inheritdoc/>
    public async Task<DirectoryEvent?> FindAsync(EventMark mark, CancellationToken cancellationToken)
    {
        var found = await graph.AskAsync(
            (client, token) => client.Users[Organizer].Events.GetAsync(
                request =>
                {
                    var value = mark.Key.Replace("'", "''", StringComparison.Ordinal);
                    request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{MarkProperty}' and ep/value eq '{value}')";
                    request.QueryParameters.Select = Told;
                    request.QueryParameters.Top = 2;
                },
                token),
            cancellationToken);
        return found?.Value is [var one, ..] ? GraphEvents.Read(one) : null;
    }

    /// <inheritdoc/>
    public async Task<DirectoryEvent?> ReadAsync(string id, string zone, CancellationToken cancellationToken)
    {
        var found = await graph.AskIfThereAsync(
            (client, token) => client.Users[Organizer].Events[id].GetAsync(
                request =>
                {
                    request.QueryParameters.Select = Told;
                    request.Headers.Add("Prefer", GraphEvents.ZoneWish(zone));
                },
                token),
            cancellationToken);
        return found is null ? null : GraphEvents.Read(found, zone);
    }

    /// <inheritdoc/>
    public async Task<DirectoryEvent?> ChangeAsync(string id, DirectoryEntry entry, bool isRetimed, bool arePeopleChanged, CancellationToken cancellationToken)
    {
        // The text is never sent again: it would take the Teams link out of the invitation (Graph, event-update).
        var content = GraphEvents.Of(entry, isWhole: false, withPeople: arePeopleChanged, isRetimed);
        var changed = await graph.AskIfThereAsync(
            (client, token) => client.Users[Organizer].Events[id].PatchAsync(content, request => request.Headers.Add("Prefer", GraphEvents.ZoneWish(entry.Zone)), token), cancellationToken);
        return changed is null ? null : GraphEvents.Read(changed, entry.Zone);
    }

    /// <inheritdoc/>
    public async Task CancelAsync(string id, string comment, CancellationToken cancellationToken) => await graph.AskIfThereAsync(
        async (client, token) =>
        {
            await client.Users[Organizer].Events[id].Cancel.PostAsync(new CancelPostRequestBody { Comment = comment }, cancellationToken: token);
            return id;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<BusyCount> BusyAsync(IReadOnlyCollection<string> mailboxes, LocalDateTime start, LocalDateTime end, string zone, CancellationToken cancellationToken)
    {
        var (known, busy) = (0, 0);
        foreach (var some in mailboxes.Chunk(MailboxesAtOnce))
        {
            var question = new GetSchedulePostRequestBody
            {
                Schedules = [.. some],
                StartTime = GraphEvents.Moment(start, zone),
                EndTime = GraphEvents.Moment(end, zone),
                AvailabilityViewInterval = Interval(start, end),
            };
            var answer = await graph.AskAsync(
                (client, token) => client.Users[Organizer].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(question, cancellationToken: token), cancellationToken);
            foreach (var one in (answer?.Value ?? []).Where(one => one.Error is null && one.AvailabilityView is { Length: > 0 }))
            {
                known++;
                // 0 free, 1 tentative, 2 busy, 3 out of office, 4 working elsewhere.
                busy += one.AvailabilityView!.Any(view => view is '2' or '3') ? 1 : 0;
            }
        }

        return new BusyCount(known, busy);
    }

    /// <summary>One digit for the whole span, within what Graph takes (5 to 1440 minutes).</summary>
    private static int Interval(LocalDateTime start, LocalDateTime end) =>
        (int)Math.Clamp(Period.Between(start, end, PeriodUnits.Minutes).Minutes, 5, 1440);
}
