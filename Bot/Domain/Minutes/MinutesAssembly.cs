using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>Makes the minutes of a meeting from what was kept of it. Nothing is invented: what was not noted is left open.</summary>
public static class MinutesAssembly
{
    /// <summary>Assembles them. The same sources give the same minutes.</summary>
    public static MinutesBody Assemble(MinutesSources sources)
    {
        var (network, meeting) = (sources.Network, sources.Meeting);
        var timeline = new SessionTimeline(sources.Session);
        var items = Dealt(sources, timeline);
        return new MinutesBody
        {
            Network = network.Name,
            Committee = sources.Committee.Name,
            CountsOrganizations = sources.Committee.Kind == CommitteeKind.GeneralAssembly,
            Kind = meeting.Kind,
            Day = meeting.Day,
            Start = meeting.Start,
            End = meeting.End,
            Place = meeting.Place,
            Topic = meeting.Topic,
            Convening = ConveningOf(sources),
            OpenedAt = Local(network, meeting.OpenedAt),
            ClosedAt = Local(network, meeting.ClosedAt),
            Chair = NameOf(network, meeting.Chair),
            MinuteTaker = NameOf(network, MinuteTakerOf(sources.Session)),
            Attendance = AttendanceSheet.Of(sources),
            Entitled = network.Electorate(sources.Committee).Count,
            Presence = AttendanceSheet.PresenceOf(sources),
            Items = [.. items.Where(item => !IsOutside(item))],
            Outside = items.Single(IsOutside),
            Register = MarkOf(sources),
        };
    }

    /// <summary>The rules the meeting was called under; those in force now where that version is not known any more.</summary>
    public static RulesOfProcedure RulesOf(Committee committee, Meeting meeting) =>
        committee.Timeline.Versions.FirstOrDefault(rules => rules.Version == meeting.RulesVersion) ?? committee.Rules;

    /// <summary>A moment by the network's clock.</summary>
    internal static LocalDateTime Local(Network network, Instant moment) => moment.InZone(network.Zone).LocalDateTime;

    /// <inheritdoc cref="Local(Network, Instant)"/>
    internal static LocalDateTime? Local(Network network, Instant? moment) => moment is { } known ? Local(network, known) : null;

    /// <summary>Somebody's name; empty for nobody, the identity for somebody no longer known.</summary>
    internal static string NameOf(Network network, PersonId? person) => person is { } id ? network.Person(id)?.Name ?? id.Value : string.Empty;

    private static RegisterMark? MarkOf(MinutesSources sources) => sources.Resolutions.MaxBy(entry => entry.Number) is { } last
        ? new RegisterMark(
            last.Number.ToString(),
            last.Hash,
            [.. sources.Resolutions.Where(entry => entry.Corrects is not null).Select(entry => new RecordedCorrection(entry.Corrects!.ToString(), entry.Number.ToString()))])
        : null;

    private static Convening ConveningOf(MinutesSources sources)
    {
        var (network, meeting) = (sources.Network, sources.Meeting);
        var notice = RulesOf(sources.Committee, meeting).Notice;
        var called = Local(network, meeting.CalledAt);
        return new Convening(
            called, notice.Days, notice.LatestInvitationDay(meeting.Day), notice.IsKept(called.Date, meeting.Day), meeting.Kind == MeetingKind.Urgent ? meeting.Reason : string.Empty)
        {
            ChangedAt = Local(network, meeting.ChangedAt),
        };
    }

    /// <summary>Who noted most of it, the first of several.</summary>
    private static PersonId? MinuteTakerOf(SessionRecord session) => session.Standing
        .Where(entry => entry.Kind is SessionEntryKind.Decision or SessionEntryKind.Task or SessionEntryKind.Note)
        .GroupBy(entry => entry.By).OrderByDescending(noted => noted.Count()).Select(noted => (PersonId?)noted.Key).FirstOrDefault();

    /// <summary>The items in order, those taken off the agenda after something had come of them, and last what belongs to none.</summary>
    private static List<MinutesItem> Dealt(MinutesSources sources, SessionTimeline timeline)
    {
        var entries = EntryLines.Of(sources);
        var ballots = BallotLines.Of(sources, timeline);
        var elections = ElectionLines.Of(sources, timeline);
        var items = Skeleton(sources.Agenda).ToList();
        var homes = entries.Select(entry => entry.Item).Concat(ballots.Select(ballot => ballot.Item)).Concat(elections.Select(election => election.Item));
        items.AddRange(homes.OfType<int>().Distinct().Except(items.Select(item => item.Number)).Order().Select(TakenOff));
        return
        [
            .. items.Append(new MinutesItem(0, 0, string.Empty)).Select(item => Timed(sources.Network, item, timeline) with
            {
                Entries = [.. entries.Where(entry => Belongs(item, entry.Item)).Select(entry => entry.Line)],
                Ballots = [.. ballots.Where(ballot => Belongs(item, ballot.Item)).Select(ballot => ballot.Line)],
                Elections = [.. elections.Where(election => Belongs(item, election.Item)).Select(election => election.Line)],
            }),
        ];
    }

    /// <summary>An item the agenda does not show any more. Who might see it is not known any more either, so only the committee may.</summary>
    private static MinutesItem TakenOff(int number) => new(number, 0, string.Empty) { State = AgendaItemState.Withdrawn, Visibility = AgendaVisibility.Committee };

    private static bool IsOutside(MinutesItem item) => item is { Number: 0, Place: 0 };

    /// <summary>The confirmation of urgency has no number of its own; what was noted outside any item is not its.</summary>
    private static bool Belongs(MinutesItem item, int? home) => home is null or 0 ? IsOutside(item) : item.Number == home;

    private static IEnumerable<MinutesItem> Skeleton(Agenda agenda)
    {
        var items = agenda.Items.Where(item => item.State != AgendaItemState.Withdrawn).ToList();
        if (agenda.Meeting.Kind == MeetingKind.Urgent && items.All(item => agenda.PlaceOf(item) > 1))
        {
            yield return new MinutesItem(0, 1, string.Empty) { Kind = AgendaItemKind.Standing, State = AgendaItemState.Done };
        }

        foreach (var item in items)
        {
            yield return new MinutesItem(item.Number, agenda.PlaceOf(item), item.Title)
            {
                Kind = item.Kind,
                Presenter = item.Presenter,
                Visibility = item.Visibility,
                State = item.State,
            };
        }
    }

    private static MinutesItem Timed(Network network, MinutesItem item, SessionTimeline timeline)
    {
        if (item.Number == 0)
        {
            return item;
        }

        var (begun, ended, state) = timeline.Of(item.Number);
        return item with { BegunAt = Local(network, begun), EndedAt = Local(network, ended), State = item.State == AgendaItemState.Withdrawn ? item.State : state ?? item.State };
    }
}
