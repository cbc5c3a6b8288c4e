using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Platform.Calendars;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Backups.Export;

/// <summary>Meetings: a calendar file, a table with how many were there, and their agendas; tasks that came of them.</summary>
internal sealed class TakenMeetings(MeetingStore meetings, AgendaStore agendas, AttendanceStore attendance, ReplyStore replies, TaskStore tasks) : ITakenAlong
{
    private const string Calendar = "ics";

    /// <summary>A file is not subscribed to; it says the same as the feed.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var network = turn.Network;
        var all = new List<Meeting>();
        await foreach (var meeting in meetings.AllAsync(network.Id, cancellationToken))
        {
            all.Add(meeting);
        }

        all = [.. all.OrderBy(meeting => meeting.Day + meeting.Start).ThenBy(meeting => meeting.Id.Value, StringComparer.Ordinal)];
        var (held, items) = (new List<TakenRow>(), new List<TakenRow>());
        foreach (var meeting in all)
        {
            held.Add(new TakenRow(TakenRow.Of(network, meeting.Committee), await CellsAsync(turn, meeting, cancellationToken)));
            items.AddRange(Items(turn, await agendas.OfAsync(network.Id, meeting, cancellationToken)));
        }

        yield return new TakenPart.Table(Sentence.TakenMeetings, held);
        yield return new TakenPart.Table(Sentence.TakenAgendas, items);
        foreach (var place in all.Where(meeting => network.Committee(meeting.Committee) is not null).GroupBy(meeting => TakenRow.Of(network, meeting.Committee)))
        {
            var file = CalendarDocument.Write(
                Messages.Get(turn.Reader, Sentence.CalendarName, network.Name), turn.Reader.Language, AskAgain, [.. place.Select(meeting => MeetingAppointment.Of(network, network.Committee(meeting.Committee)!, meeting, turn.Reader))]);
            yield return new TakenPart.Document(Sentence.TakenCalendar, TakenCells.Word(turn.Reader, Sentence.TakenCalendarName, 0) + "." + Calendar, file, place.Key);
        }

        var noted = await tasks.AllAsync(network.Id, cancellationToken);
        yield return new TakenPart.Table(Sentence.TakenTasks, [.. noted.Select(task => new TakenRow(
            task.IsConfidential ? TakenPlace.Confidential : TakenRow.Of(network, task.Committee),
            task.Number.ToString(CultureInfo.InvariantCulture),
            task.Text,
            task.Assignee is { } assignee ? TieWords.NameOf(network, assignee) : task.AssigneeName,
            TakenCells.Day(task.Due),
            network.Committee(task.Committee)?.Name ?? task.Committee.Value,
            TakenCells.Day(network.Zone, task.NotedAt),
            TakenCells.Word(turn.Reader, Sentence.TakenTaskStates, (int)task.State),
            TakenCells.Day(network.Zone, task.SettledAt)))]);
    }

    private async Task<string[]> CellsAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken)
    {
        var (network, reader) = (turn.Network, turn.Reader);
        var present = await attendance.OfAsync(network.Id, meeting.Id, cancellationToken);
        var answers = await replies.OfAsync(network.Id, meeting, cancellationToken);
        return
        [
            network.Committee(meeting.Committee)?.Name ?? meeting.Committee.Value,
            TakenCells.Day(meeting.Day),
            TakenCells.Time(meeting.Start),
            TakenCells.Time(meeting.End),
            meeting.Place,
            meeting.Topic,
            TakenCells.Word(reader, Sentence.TakenMeetingKinds, (int)meeting.Kind),
            TakenCells.Word(reader, Sentence.TakenMeetingStates, (int)meeting.State),
            meeting.Reason,
            meeting.Chair is { } chair ? TieWords.NameOf(network, chair) : string.Empty,
            TakenCells.Moment(network.Zone, meeting.OpenedAt),
            TakenCells.Moment(network.Zone, meeting.ClosedAt),
            present.Lines.Count(line => line.Stays.Count > 0).ToString(CultureInfo.InvariantCulture),
            answers.Items.Count(reply => reply.Kind == ReplyKind.Accepted).ToString(CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>What is for the committee alone stands apart, and in its place nothing but that there is such an item.</summary>
    private static IEnumerable<TakenRow> Items(Turn turn, Agenda agenda)
    {
        foreach (var (item, place) in agenda.Items.Select(item => (item, agenda.PlaceOf(item).ToString(CultureInfo.InvariantCulture))).Concat(agenda.Withdrawn.Select(item => (item, string.Empty))))
        {
            var of = TakenRow.Of(turn.Network, agenda.Meeting.Committee);
            if (item.IsConfidential && of == TakenPlace.Open)
            {
                yield return new TakenRow(of, Cells(turn, agenda, item, place, isMasked: true));
            }

            yield return new TakenRow(item.IsConfidential ? TakenPlace.Confidential : of, Cells(turn, agenda, item, place, isMasked: false));
        }
    }

    private static string[] Cells(Turn turn, Agenda agenda, AgendaItem item, string place, bool isMasked) =>
    [
        turn.Network.Committee(agenda.Meeting.Committee)?.Name ?? agenda.Meeting.Committee.Value,
        TakenCells.Day(agenda.Meeting.Day),
        place,
        isMasked ? Messages.Get(turn.Reader, Sentence.AgendaConfidentialItem) : item.Title,
        isMasked ? string.Empty : item.Presenter,
        isMasked ? string.Empty : item.Minutes?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        isMasked ? string.Empty : TieWords.NameOf(turn.Network, item.ProposedBy),
        TakenCells.Word(turn.Reader, Sentence.TakenItemStates, (int)item.State),
        isMasked ? string.Empty : item.Answer ?? string.Empty,
    ];
}
