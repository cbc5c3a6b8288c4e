using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>What is posted about a ballot, to whom, and how the posts are kept up to date.</summary>
internal sealed class BallotPosts(BallotViews views, BallotStore ballots, Announcer announcer, PostedCards posted, CardRefresher refresher, CardPace pace, TimeProvider time)
{
    private const string RoomCards = "room";

    /// <summary>Posts the ballot to the committee's conversation and 1:1 to everybody who may vote, to the coordinators and to whoever leads it.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="view">The ballot.</param>
    /// <param name="reminded">Keys of the conversations where a reminder said all this.</param>
    /// <param name="cancellationToken">Stops it between two recipients.</param>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, BallotView view, IReadOnlySet<string> reminded, CancellationToken cancellationToken)
    {
        var roll = (await ballots.RollAsync(snapshot.Network.Id, view.Record.Ballot.Id, cancellationToken)).Select(entry => entry.Value).ToList();
        var isComing = view.Record.IsComingAt(Now);
        var everybody = view with { Turnout = (Tally.Of(roll).Cast, Tally.Of(roll).Entitled) };
        var people = roll.SelectMany(entry => entry.Actors).Concat(Leaders(snapshot, view)).Distinct();
        var id = view.Record.Ballot.Id;
        var audiences = Audiences.Room(snapshot, view.Record.Motion.Committee, reader => Message(reader, everybody, Now, isComing ? Sentence.BallotLeadComing : Sentence.BallotLead, BallotRefresh.Everybody(snapshot, id, roll)))
            .Concat(Audiences.People(snapshot, people, (person, reader) => PersonalMessage(reader, (isComing ? everybody : view).For(person, roll), ForOne(snapshot, id, person))))
            .Where(audience => !reminded.Contains(audience.Key));
        return await AnnounceAsync(snapshot, view, isComing ? BallotMessages.Coming : BallotMessages.Card, audiences, cancellationToken);
    }

    /// <summary>Brings every posted card to the result, and says it in the committee's conversation; so too when a tie was decided later.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceResultAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken)
    {
        await ForgetPaceAsync(snapshot, view.Record.Ballot.Id, cancellationToken);
        var behind = await UpdateAllAsync(snapshot, view, cancellationToken);
        var isFinal = view.Record.Result is not { Verdict: var verdict } || verdict.IsFinal();
        var isDecidedTie = view.Record.TieBreak is { IsDecided: true };
        var lead = isDecidedTie ? Sentence.TieDecidedLead : isFinal ? Sentence.ResultLead : Sentence.ResultOpenLead;
        behind = Sooner(behind, await TellAsync(snapshot, view, isDecidedTie ? BallotMessages.Decision : BallotMessages.Result, lead, cancellationToken));
        return Sooner(behind, await CatchUpAsync(snapshot, view, cancellationToken));
    }

    /// <summary>Brings every posted card to the fact that the ballot is void, and says it in the committee's conversation.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceVoidAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken)
    {
        await ForgetPaceAsync(snapshot, view.Record.Ballot.Id, cancellationToken);
        var behind = await UpdateAllAsync(snapshot, view, cancellationToken);
        behind = Sooner(behind, await TellAsync(snapshot, view, BallotMessages.Void, Sentence.VoidLead, cancellationToken));
        return Sooner(behind, await CatchUpAsync(snapshot, view, cancellationToken));
    }

    /// <summary>Tells some people something about a ballot, once.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="view">The ballot.</param>
    /// <param name="kind">What it is filed as.</param>
    /// <param name="audiences">Who, and what.</param>
    /// <param name="cancellationToken">Stops it between two recipients.</param>
    /// <returns>When to call again because something is still under way.</returns>
    public Task<DateTimeOffset?> AnnounceAsync(
        NetworkSnapshot snapshot, BallotView view, string kind, IEnumerable<Audience> audiences, CancellationToken cancellationToken) => announcer.AnnounceAsync(
        new Announcement(snapshot.Tenant, Filed(snapshot, view.Record.Ballot.Id), kind, [.. audiences], Wake(snapshot, view)), cancellationToken);

    /// <summary>Brings every posted card about an ended ballot up to date, such as with the number of its resolution.</summary>
    /// <returns>When to call again because a card could not be reached for the moment.</returns>
    private Task<DateTimeOffset?> UpdateAllAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken)
    {
        var leaders = Leaders(snapshot, view).Where(snapshot.Accounts.ContainsKey)
            .ToDictionary(person => ConversationBook.PersonalKey(snapshot.Accounts[person].Key), person => view.For(person), StringComparer.Ordinal);
        string[] waiting = view.Record.IsTieOpen ? [] : [BallotMessages.Tie, BallotMessages.Witness];
        return posted.UpdateAsync(
            snapshot.Tenant,
            Filed(snapshot, view.Record.Ballot.Id),
            [BallotMessages.Card, BallotMessages.Coming, BallotMessages.Result, BallotMessages.Decision, BallotMessages.Void, .. waiting, .. Reminders(view)],
            (key, locale) => Message(Audiences.ReaderOf(snapshot, key, locale), leaders.GetValueOrDefault(key, view), Now, null),
            cancellationToken);
    }

    /// <summary>Two instances may tell of the same ballot, and the one that read it earlier may write to Teams later, over what is newer. So whoever has told
    /// looks once more whether it still stands as told, until it does: the last to write has then written the newest.</summary>
    /// <returns>When to call again because a card could not be reached for the moment.</returns>
    private async Task<DateTimeOffset?> CatchUpAsync(NetworkSnapshot snapshot, BallotView told, CancellationToken cancellationToken)
    {
        DateTimeOffset? behind = null;
        while (await views.LoadAsync(snapshot.Network, told.Record.Ballot.Id, cancellationToken) is { } stands && Words(stands, Now) != Words(told, Now))
        {
            told = stands;
            behind = Sooner(behind, await UpdateAllAsync(snapshot, told, cancellationToken));
        }

        return behind;
    }

    /// <summary>What everybody reads of an ended ballot.</summary>
    private static string Words(BallotView view, Instant now) => BallotCard.Render(Reader.German, view, now, null).ToJson();

    /// <summary>Brings the card in the committee's conversation up to how many have voted, soon.</summary>
    public void RefreshTurnout(NetworkSnapshot snapshot, BallotId ballot) => refresher.Request(
        Filed(snapshot, ballot) + "|room", cancellationToken => RefreshRoomAsync(snapshot, ballot, cancellationToken));

    /// <summary>Brings somebody's own card up to the vote they cast elsewhere, soon.</summary>
    public void RefreshOwn(NetworkSnapshot snapshot, BallotId ballot, PersonId person) => refresher.Request(
        Filed(snapshot, ballot) + "|" + person.Value, cancellationToken => RefreshOwnAsync(snapshot, ballot, person, cancellationToken));

    /// <summary>The coordinators, and whoever leads the ballot.</summary>
    public static IEnumerable<PersonId> Leaders(NetworkSnapshot snapshot, BallotView view) => (snapshot.Network.Committee(view.Record.Motion.Committee) is { } committee ? snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id) : [])
        .Concat(view.Record.Ballot.Chair is { } chair ? [chair] : []).Distinct();

    /// <summary>How deliveries about the ballot are filed.</summary>
    public static string Filed(NetworkSnapshot snapshot, BallotId ballot) => Subjects.Filed(snapshot.Network.Id, Subjects.Ballot, ballot.Value);

    /// <summary>A ballot's card as a message.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">What there is to show.</param>
    /// <param name="now">Decides whether it is open.</param>
    /// <param name="lead">A sentence above; null for none.</param>
    /// <param name="refresh">Who sees it as it stands for them while it is open; a result is the same for all.</param>
    public static Activity Message(Reader reader, BallotView view, Instant now, Sentence? lead, RefreshCard? refresh = null)
    {
        var card = BallotCard.Render(reader, view, now, lead is { } sentence ? Messages.Get(reader, sentence) : null)
            with { Refresh = view.Record.IsOpenAt(now) ? refresh : null };
        return CardMessage.Of(reader, card);
    }

    /// <summary>For a card that is sent to one person.</summary>
    public static RefreshCard ForOne(NetworkSnapshot snapshot, BallotId ballot, PersonId person) =>
        RefreshFor.People(snapshot, [person], BallotVerbs.Refresh, ("ballot", ballot.Value));

    /// <summary>The sooner of two moments at which something is to be tried again.</summary>
    public static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;

    /// <summary>Nobody votes any more, so nothing is kept about how often the room's card may change.</summary>
    private Task ForgetPaceAsync(NetworkSnapshot snapshot, BallotId ballot, CancellationToken cancellationToken) =>
        pace.ForgetAsync(Filed(snapshot, ballot), RoomCards, cancellationToken);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, BallotView view, string kind, Sentence lead, CancellationToken cancellationToken)
    {
        var audiences = Audiences.Room(snapshot, view.Record.Motion.Committee, reader => Message(reader, view, Now, lead))
            .Concat(Audiences.People(snapshot, Leaders(snapshot, view), (person, reader) => Message(reader, view.For(person), Now, lead)));
        return AnnounceAsync(snapshot, view, kind, audiences, cancellationToken);
    }

    private async Task<DateTimeOffset?> RefreshRoomAsync(NetworkSnapshot snapshot, BallotId ballot, CancellationToken cancellationToken)
    {
        if (await pace.TakeAsync(Filed(snapshot, ballot), RoomCards, cancellationToken) is { } later)
        {
            return later;
        }

        if (await views.LoadAsync(snapshot.Network, ballot, cancellationToken) is not { } known)
        {
            return null;
        }

        var roll = (await ballots.RollAsync(snapshot.Network.Id, ballot, cancellationToken)).Select(entry => entry.Value).ToList();
        var view = known with { Turnout = (Tally.Of(roll).Cast, Tally.Of(roll).Entitled) };
        if (!view.Record.IsOpenAt(Now) && !view.Record.IsComingAt(Now))
        {
            await ForgetPaceAsync(snapshot, ballot, cancellationToken);
        }

        var refresh = BallotRefresh.Everybody(snapshot, ballot, roll);
        return await posted.UpdateAsync(
            snapshot.Tenant,
            Filed(snapshot, ballot),
            view.Record.IsComingAt(Now) ? [BallotMessages.Coming] : [BallotMessages.Card],
            (key, locale) => Audiences.IsRoom(key) ? Message(Audiences.ReaderOf(snapshot, key, locale), view, Now, null, refresh) : null,
            cancellationToken);
    }

    private async Task<DateTimeOffset?> RefreshOwnAsync(NetworkSnapshot snapshot, BallotId ballot, PersonId person, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(snapshot.Network, ballot, cancellationToken) is not { } view || !snapshot.Accounts.TryGetValue(person, out var account))
        {
            return null;
        }

        var own = view.For(person, (await ballots.RollAsync(snapshot.Network.Id, ballot, cancellationToken)).Select(entry => entry.Value));
        return await posted.UpdateAsync(
            snapshot.Tenant,
            Filed(snapshot, ballot),
            [BallotMessages.Card, .. Reminders(view)],
            (key, locale) => key == ConversationBook.PersonalKey(account.Key) ? Message(Audiences.ReaderOf(snapshot, key, locale), own, Now, null, ForOne(snapshot, ballot, person)) : null,
            cancellationToken);
    }

    /// <summary>Nobody is asked to vote who has no vote, or has voted before the message found its way.</summary>
    private Activity PersonalMessage(Reader reader, BallotView view, RefreshCard refresh) =>
        Message(reader, view, Now, view.Lines.Any(line => line is { HasVoted: false, Excluded: null }) ? view.Record.IsComingAt(Now) ? Sentence.BallotLeadComing : Sentence.BallotLead : null, refresh);

    private static IEnumerable<string> Reminders(BallotView view) => view.Record.Ballot.Reminders.At.Select(BallotMessages.ReminderKind);

    private static DueSubject Wake(NetworkSnapshot snapshot, BallotView view) =>
        Subjects.Due(snapshot.Network.Id, Subjects.Ballot, view.Record.Ballot.Id.Value);
}
