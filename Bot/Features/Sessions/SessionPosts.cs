using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Features.Sessions.BreakTie;
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
    private const string Opened = "opened", Closed = "closed", Tie = "tie-", Witness = "witness-";

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

    /// <summary>Says that the meeting is closed, and what of it stands in the register: in its conversation, and 1:1 to whoever leads it. When that is no news any more, only the cards are brought
    /// up to date.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceClosedAsync(NetworkSnapshot snapshot, SessionView view, CancellationToken cancellationToken)
    {
        var behind = await UpdateAsync(snapshot, view, cancellationToken);
        if (Instant.FromDateTimeOffset(time.GetUtcNow()) - view.Meeting.ClosedAt > NewsTerm.Length)
        {
            return behind;
        }

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
        if (view.Resolutions.Count > 0)
        {
            said += " " + Messages.Get(reader, Sentence.SessionRecorded, string.Join(", ", view.Resolutions.OrderBy(pair => pair.Key).Select(pair => pair.Value)));
        }

        var ties = view.Session.OpenTies.Count();
        return ties == 0 ? said : said + " " + Messages.Get(reader, Sentence.SessionTiesLeft, ties);
    }

    /// <summary>Asks whoever is to break a tie and did not note it themselves, and whoever is to see the lot drawn; once each, in 1:1.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AskTiesAsync(NetworkSnapshot snapshot, SessionView view, CancellationToken cancellationToken)
    {
        DateTimeOffset? again = null;
        foreach (var tie in view.Session.OpenTies)
        {
            var told = await announcer.AnnounceAsync(
                Of(snapshot, view, KindOf(view, tie), [.. Audiences.People(snapshot, Asked(snapshot, view, tie), (person, reader) => Question(reader, view, tie, person))]), cancellationToken);
            again = told is null || again < told ? again ?? told : told;
        }

        return again;
    }

    private Task<DateTimeOffset?> UpdateAsync(NetworkSnapshot snapshot, SessionView view, CancellationToken cancellationToken) => posted.UpdateAsync(
        snapshot.Tenant, Filed(snapshot, view.Meeting.Id), kind => kind != Closed, (kind, key, locale) => Updated(Audiences.ReaderOf(snapshot, key, locale), snapshot, view, kind, key), cancellationToken);

    /// <summary>A question about a tie is left alone while it waits, since somebody may be answering it; afterwards it says what came of it.</summary>
    private Activity? Updated(Reader reader, NetworkSnapshot snapshot, SessionView view, string kind, string key)
    {
        if (kind.StartsWith(Opened, StringComparison.Ordinal))
        {
            return Card(reader, view, SightOf(snapshot, view, key));
        }

        var number = int.TryParse(kind.Split('-')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var noted = view.Session.Record.Entries.FirstOrDefault(entry => entry.Number == number);
        var decision = view.Session.Record.Entries.FirstOrDefault(entry => entry.Number == (noted?.About ?? number));
        if (decision is null || view.Session.OpenTies.Any(tie => view.Session.Record.Closing is null && KindOf(view, tie) == kind))
        {
            return null;
        }

        var standing = view.Session.Record.Decisions.FirstOrDefault(entry => entry.Number == decision.Number);
        var line = EntryPart.Line(reader, view, standing ?? decision, SessionSight.Member);
        var said = standing is null ? Messages.Get(reader, Sentence.Undone, line) : line;
        var card = SentenceCard.Of(reader, said);
        return CardMessage.Of(reader, standing is null ? card : card with { Body = [.. card.Body, .. HandTieCard.Part(reader, view, standing, SessionSight.Member, viewer: null)] });
    }

    /// <summary>What a question about a tie is filed as. Where what was done about it was taken back, it is asked anew.</summary>
    private static string KindOf(SessionView view, SessionEntry tie)
    {
        if (view.Session.Record.TieOf(tie) is { Tie.Witness: not null } named)
        {
            return Witness + named.Number.ToString(CultureInfo.InvariantCulture);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Tie}{tie.Number}-{TakenBack(view, tie)}");
    }

    private static int TakenBack(SessionView view, SessionEntry tie) => view.Session.Record.Entries.Count(entry => entry.About == tie.Number && entry.UndoneAt is not null);

    /// <summary>Whoever noted it was asked by the answer.</summary>
    private static IEnumerable<PersonId> Asked(NetworkSnapshot snapshot, SessionView view, SessionEntry tie)
    {
        if (tie.Tie is { Witness: { } witness })
        {
            return [witness];
        }

        var deciders = Leaders(snapshot, view).Distinct().Where(person => tie.Verdict == Domain.Voting.Verdict.Lot || view.Session.HasTieDecidedBy(person));
        return deciders.Where(person => TakenBack(view, tie) > 0 || (tie.Verdict == Domain.Voting.Verdict.ChairDecides && person != tie.By));
    }

    private static Activity Question(Reader reader, SessionView view, SessionEntry tie, PersonId person) => CardMessage.Of(reader, HandTieCard.Render(reader, view, tie, person));

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
