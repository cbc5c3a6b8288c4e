using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Sessions;

/// <summary>What is posted about a meeting that goes on, to whom, and how the posts are kept up to date.</summary>
internal sealed class SessionPosts(SessionViews views, Announcer announcer, PostedCards posted, CardRefresher refresher, TimeProvider time)
{
    private const string Opened = "opened", Closed = "closed";

    /// <summary>Says that the meeting is open: in its conversation, and 1:1 to whoever leads it, with the buttons; once for each opening, where one was taken back. These cards
    /// are kept up to date.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public Task<DateTimeOffset?> AnnounceOpenAsync(NetworkSnapshot snapshot, SessionView view, CancellationToken cancellationToken) => announcer.AnnounceAsync(
        Of(
            snapshot,
            view,
            KindOf(view.Session.Record),
            [
                .. Audiences.Room(snapshot, view.Meeting.Committee, reader => Card(reader, view, SessionSight.Room)),
                .. Audiences.People(snapshot, Leaders(snapshot, view), (_, reader) => Card(reader, view, SessionSight.Lead)),
            ]),
        cancellationToken);

    /// <summary>Says that the meeting is closed, and what of it stands in the register: in its conversation, and 1:1 to whoever leads it.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceClosedAsync(NetworkSnapshot snapshot, SessionView view, CancellationToken cancellationToken)
    {
        var behind = await UpdateAsync(snapshot, view, cancellationToken);
        var told = await announcer.AnnounceAsync(
            Of(
                snapshot,
                view,
                Closed,
                [
                    .. Audiences.Room(snapshot, view.Meeting.Committee, reader => Message(reader, view)),
                    .. Audiences.People(snapshot, Leaders(snapshot, view), (_, reader) => Message(reader, view)),
                ]),
            cancellationToken);
        return told is null || behind < told ? behind ?? told : told;
    }

    /// <summary>Brings the posted cards up to date, soon.</summary>
    public void Refresh(NetworkSnapshot snapshot, MeetingId id) => refresher.Request(Filed(snapshot, id), async cancellationToken =>
        await views.LoadAsync(snapshot.Network, id, cancellationToken) is { } view ? await UpdateAsync(snapshot, view, cancellationToken) : null);

    /// <summary>The sentence that a meeting is closed, with the numbers its decisions have. Markdown.</summary>
    internal static string ClosedSentence(Reader reader, SessionView view)
    {
        var title = SessionCard.Title(reader, view);
        var said = Messages.Get(reader, view.Session.Record.Closing is { ByClock: true } ? Sentence.SessionClosedByItself : Sentence.SessionClosedLead, title);
        return view.Resolutions.Count == 0
            ? said
            : said + " " + Messages.Get(reader, Sentence.SessionRecorded, string.Join(", ", view.Resolutions.OrderBy(pair => pair.Key).Select(pair => pair.Value)));
    }

    private Task<DateTimeOffset?> UpdateAsync(NetworkSnapshot snapshot, SessionView view, CancellationToken cancellationToken) => posted.UpdateAsync(
        snapshot.Tenant, Filed(snapshot, view.Meeting.Id), kind => kind.StartsWith(Opened, StringComparison.Ordinal), (_, key, locale) => Card(Audiences.ReaderOf(snapshot, key, locale), view, SightOf(snapshot, view, key)), cancellationToken);

    /// <summary>Somebody who led the meeting when it was opened may not lead it any more; somebody unknown sees what the room sees.</summary>
    private static SessionSight SightOf(NetworkSnapshot snapshot, SessionView view, string key)
    {
        var person = snapshot.Accounts.FirstOrDefault(account => ConversationBook.PersonalKey(account.Value.Key) == key).Key;
        return person == default || view.Committee is not { } committee ? SessionSight.Room
            : view.Meeting.IsLedBy(snapshot.Network, person) ? SessionSight.Lead
            : snapshot.Network.Allows(Right.FollowMeeting, person, committee) ? SessionSight.Member : SessionSight.Room;
    }

    private static string KindOf(SessionRecord record) => record.Opening is { Number: > 1 and var number } ? Opened + number.ToString(CultureInfo.InvariantCulture) : Opened;

    private static IEnumerable<PersonId> Leaders(NetworkSnapshot snapshot, SessionView view) =>
        new[] { view.Meeting.Chair }.OfType<PersonId>().Concat(view.Committee is { } committee ? snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id) : []);

    private Activity Card(Reader reader, SessionView view, SessionSight sight) =>
        CardMessage.Of(reader, SessionCard.Render(reader, view, sight, Instant.FromDateTimeOffset(time.GetUtcNow())));

    private static Activity Message(Reader reader, SessionView view)
    {
        var said = ClosedSentence(reader, view);
        return CardMessage.Of(reader, SentenceCard.Of(reader, said), said);
    }

    private static Announcement Of(NetworkSnapshot snapshot, SessionView view, string kind, IReadOnlyList<Audience> audiences) => new(
        snapshot.Tenant, Filed(snapshot, view.Meeting.Id), kind, audiences, Subjects.Due(snapshot.Network.Id, Subjects.Session, view.Meeting.Id.Value));

    private static string Filed(NetworkSnapshot snapshot, MeetingId id) => Subjects.Filed(snapshot.Network.Id, Subjects.Session, id.Value);
}
