using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Features.Meetings.ShowReplies;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Tells of a meeting that is to come: everybody of its committee of the date it has, each date once; and reminds those who are to be reminded.</summary>
internal sealed class MeetingNews(MeetingStore meetings, AgendaPreparation preparation, ReplyStore replies, Announcer announcer, DeliveryLedger ledger)
{
    /// <summary>Says what is to be said now. A reminder says all an invitation says, and that the meeting was moved; where both are due, as after an outage, one
    /// message is enough.</summary>
    /// <returns>When to look again because something is still under way; null when everybody is done.</returns>
    public async Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value);
        var told = await ToldBefore.ReadAsync(ledger, subject, now.ToDateTimeOffset(), cancellationToken);
        var agenda = (await preparation.PreparedAsync(snapshot.Network, meeting, cancellationToken)).Agenda;
        var answered = await replies.OfAsync(snapshot.Network.Id, meeting, cancellationToken);
        var look = new Look(snapshot, committee, agenda, answered, meeting.ReminderDue(committee.Rules, snapshot.Network.Zone, now), told, now);
        var everybody = Everybody(look);
        var reminded = everybody.Where(one => look.Concerns(one.Person)).ToList();
        var others = everybody.Except(reminded).Where(one => !told.Knows(one.Audience.Key, meeting)).Select(one => one.Audience).Concat(Former(look, everybody)).ToList();
        var again = look.Reminder is null ? null : await SayAsync(look, subject, MeetingMessages.ReminderKind(meeting, look.Reminder), [.. reminded.Select(one => Asked(look, one))], cancellationToken);
        return Earlier(again, Earlier(await SayAsync(look, subject, MeetingMessages.NewsKind(meeting), others, cancellationToken), told.UnderWay));
    }

    private List<(PersonId? Person, Audience Audience)> Everybody(Look look)
    {
        var leaders = look.Snapshot.Network.CoordinatorsOf(look.Committee).Select(person => (PersonId?)person.Id).Append(look.Meeting.Chair).ToHashSet();
        var forecast = ForecastPart.Of(look.Snapshot.Network, look.Committee, look.Meeting, look.Replies);
        var everybody = MeetingPosts.Everybody(look.Snapshot, look.Committee, look.Meeting.Chair, (person, key, reader) => NewsCard.Message(
            reader, look.Snapshot.Network, look.Agenda, look.Now, look.Concerns(person) ? look.Reminder : null, look.Told.WrongFor(key, look.Meeting), person is not null && leaders.Contains(person) ? forecast : null, isPrivate: person is not null));
        return [.. everybody.Select(one => (one.Person, one.Audience with { IsWanted = cancellationToken => StandsAsync(look, cancellationToken) }))];
    }

    /// <summary>Who is reminded of nothing but coming, and answers meanwhile, is left in peace; who was not told of the date yet is told all the same.</summary>
    private Audience Asked(Look look, (PersonId? Person, Audience Audience) one) => one.Person is { } person && look.Told.Knows(one.Audience.Key, look.Meeting)
        ? one.Audience with { IsWanted = async cancellationToken => await StandsAsync(look, cancellationToken) && await IsUnansweredAsync(look, person, cancellationToken) }
        : one.Audience;

    /// <summary>Who was told of an earlier date and is not of the committee any more would come in vain.</summary>
    private static IEnumerable<Audience> Former(Look look, List<(PersonId? Person, Audience Audience)> everybody) => look.Told
        .WrongBeside(everybody.Select(one => one.Audience.Key).ToHashSet(StringComparer.Ordinal), look.Meeting)
        .Select(key => new Audience(key, null, locale => NewsCard.ToFormer(Audiences.ReaderOf(look.Snapshot, key, locale), look.Snapshot.Network, look.Meeting, look.Told.WrongFor(key, look.Meeting))));

    private Task<DateTimeOffset?> SayAsync(Look look, string subject, string kind, IReadOnlyList<Audience> audiences, CancellationToken cancellationToken) => announcer.AnnounceAsync(
        new Announcement(look.Snapshot.Tenant, subject, kind, audiences, Subjects.Due(look.Snapshot.Network.Id, Subjects.Meeting, look.Meeting.Id.Value)), cancellationToken);

    /// <summary>Telling many takes a while: right before it is said, the meeting must still have the date that is told.</summary>
    private async ValueTask<bool> StandsAsync(Look look, CancellationToken cancellationToken) =>
        await meetings.FindAsync(look.Snapshot.Network.Id, look.Meeting.Id, cancellationToken) is { Value: { State: MeetingState.Invited } standing } && standing.MovedRevision == look.Meeting.MovedRevision;

    private async ValueTask<bool> IsUnansweredAsync(Look look, PersonId person, CancellationToken cancellationToken) =>
        await replies.FindAsync(look.Snapshot.Network.Id, look.Meeting, person, cancellationToken) is not { } reply
        || MeetingReminder.Concerns(MeetingReplies.StandingOf(reply.Kind), look.IsLast);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    /// <summary>All that a look at a meeting goes by.</summary>
    private sealed record Look(
        NetworkSnapshot Snapshot, Committee Committee, Agenda Agenda, MeetingReplies Replies, MeetingReminder? Reminder, ToldBefore Told, Instant Now)
    {
        private readonly IReadOnlyList<RollEntry> electorate = Snapshot.Network.Electorate(Committee, Committee.Rules.DecisionOn(MotionKind.General).VotingRight);

        public Meeting Meeting => Agenda.Meeting;

        public bool IsLast { get; } = Reminder is not null && Agenda.Meeting.IsLast(Reminder, Committee.Rules, Snapshot.Network.Zone);

        /// <summary>Whether the reminder is for them; a conversation is reminded each time.</summary>
        public bool Concerns(PersonId? person) => Reminder is not null && (person is not { } somebody || MeetingReminder.Concerns(Replies.Of(electorate, somebody), IsLast));
    }
}
