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
    private const string Card = "ballot";

    /// <summary>What was posted before the ballot opened. Afterwards everybody gets a card of its own to vote on; pressing the old one leads to it.</summary>
    private const string Coming = "coming";

    private const string Result = "result";

    /// <summary>Posts the ballot to the committee's conversation and 1:1 to everybody who may vote, and to the coordinators.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken)
    {
        var roll = (await ballots.RollAsync(snapshot.Network.Id, view.Record.Ballot.Id, cancellationToken)).Select(entry => entry.Value).ToList();
        var isComing = view.Record.IsComingAt(Now);
        var everybody = view with { Turnout = (Tally.Of(roll).Cast, Tally.Of(roll).Entitled) };
        var people = roll.SelectMany(entry => entry.Actors).Concat(snapshot.Network.Coordinators.Select(person => person.Id)).Distinct();
        var id = view.Record.Ballot.Id;
        var audiences = Audiences.Room(snapshot, view.Record.Motion.Committee, reader => Message(reader, everybody, Now, isComing ? Sentence.BallotLeadComing : Sentence.BallotLead, BallotRefresh.Everybody(snapshot, id, roll)))
            .Concat(Audiences.People(snapshot, people, (person, reader) => PersonalMessage(reader, ForPerson(isComing ? everybody : view, roll, snapshot, person), ForOne(snapshot, id, person))));
        return await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Filed(snapshot, view.Record.Ballot.Id), isComing ? Coming : Card, [.. audiences], Wake(snapshot, view)), cancellationToken);
    }

    /// <summary>Brings every posted card to the result, and says it in the committee's conversation.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceResultAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken)
    {
        var behind = await RefreshAllAsync(snapshot, view, cancellationToken);
        var audiences = Audiences.Room(snapshot, view.Record.Motion.Committee, reader => Message(reader, view, Now, Sentence.ResultLead))
            .Concat(Audiences.Coordinators(snapshot, reader => Message(reader, view, Now, Sentence.ResultLead)));
        var underWay = await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Filed(snapshot, view.Record.Ballot.Id), Result, [.. audiences], Wake(snapshot, view)), cancellationToken);
        return underWay < behind ? underWay : behind ?? underWay;
    }

    /// <summary>Brings every posted card about a counted ballot up to date, such as with the number of its resolution.</summary>
    /// <returns>When to call again because a card could not be reached for the moment.</returns>
    public Task<DateTimeOffset?> RefreshAllAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken) => posted.UpdateAsync(
        snapshot.Tenant,
        Filed(snapshot, view.Record.Ballot.Id),
        [Card, Result, Coming],
        (key, locale) => Message(Audiences.ReaderOf(snapshot, key, locale), view, Now, null),
        cancellationToken);

    /// <summary>Brings the card in the committee's conversation up to how many have voted, soon.</summary>
    public void RefreshTurnout(NetworkSnapshot snapshot, BallotId ballot) => refresher.Request(
        Filed(snapshot, ballot) + "|room", cancellationToken => RefreshRoomAsync(snapshot, ballot, cancellationToken));

    /// <summary>Brings somebody's own card up to the vote they cast elsewhere, soon.</summary>
    public void RefreshOwn(NetworkSnapshot snapshot, BallotId ballot, PersonId person) => refresher.Request(
        Filed(snapshot, ballot) + "|" + person.Value, cancellationToken => RefreshOwnAsync(snapshot, ballot, person, cancellationToken));

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private async Task<DateTimeOffset?> RefreshRoomAsync(NetworkSnapshot snapshot, BallotId ballot, CancellationToken cancellationToken)
    {
        if (await pace.TakeAsync(Filed(snapshot, ballot), "room", cancellationToken) is { } later)
        {
            return later;
        }

        if (await views.LoadAsync(snapshot.Network, ballot, cancellationToken) is not { } known)
        {
            return null;
        }

        var roll = (await ballots.RollAsync(snapshot.Network.Id, ballot, cancellationToken)).Select(entry => entry.Value).ToList();
        var view = known with { Turnout = (Tally.Of(roll).Cast, Tally.Of(roll).Entitled) };
        var refresh = BallotRefresh.Everybody(snapshot, ballot, roll);
        return await posted.UpdateAsync(
            snapshot.Tenant,
            Filed(snapshot, ballot),
            view.Record.IsComingAt(Now) ? [Coming] : [Card],
            (key, locale) => Audiences.IsRoom(key) ? Message(Audiences.ReaderOf(snapshot, key, locale), view, Now, null, refresh) : null,
            cancellationToken);
    }

    private async Task<DateTimeOffset?> RefreshOwnAsync(NetworkSnapshot snapshot, BallotId ballot, PersonId person, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(snapshot.Network, ballot, cancellationToken) is not { } view || !snapshot.Accounts.TryGetValue(person, out var account))
        {
            return null;
        }

        var roll = (await ballots.RollAsync(snapshot.Network.Id, ballot, cancellationToken)).Select(entry => entry.Value).ToList();
        var own = ForPerson(view, roll, snapshot, person);
        return await posted.UpdateAsync(
            snapshot.Tenant,
            Filed(snapshot, ballot),
            [Card],
            (key, locale) => key == ConversationBook.PersonalKey(account.Key) ? Message(Audiences.ReaderOf(snapshot, key, locale), own, Now, null, ForOne(snapshot, ballot, person)) : null,
            cancellationToken);
    }

    private static BallotView ForPerson(BallotView view, IReadOnlyCollection<RollEntry> roll, NetworkSnapshot snapshot, PersonId person)
    {
        var own = roll.Where(entry => entry.HasActor(person)).ToList();
        return view with
        {
            Own = own.Count == 1 ? own[0] : null,
            OffersVoting = own.Count > 0,
            MayClose = snapshot.Network.Person(person) is { IsCoordinator: true },
        };
    }

    /// <summary>Nobody is asked to vote who has no vote, or has voted before the message found its way.</summary>
    private Activity PersonalMessage(Reader reader, BallotView view, RefreshCard refresh) =>
        Message(reader, view, Now, view is { OffersVoting: true, Own: null or { HasVoted: false } } ? view.Record.IsComingAt(Now) ? Sentence.BallotLeadComing : Sentence.BallotLead : null, refresh);

    private static RefreshCard ForOne(NetworkSnapshot snapshot, BallotId ballot, PersonId person) =>
        RefreshFor.People(snapshot, [person], BallotVerbs.Refresh, ("ballot", ballot.Value));

    /// <param name="reader">Whose language.</param>
    /// <param name="view">What there is to show.</param>
    /// <param name="now">Decides whether it is open.</param>
    /// <param name="lead">A sentence above; null for none.</param>
    /// <param name="refresh">Who sees it as it stands for them while it is open; a result is the same for all.</param>
    private static Activity Message(Reader reader, BallotView view, Instant now, Sentence? lead, RefreshCard? refresh = null)
    {
        var card = BallotCard.Render(reader, view, now, lead is { } sentence ? Messages.Get(reader, sentence) : null)
            with { Refresh = view.Record.IsOpenAt(now) ? refresh : null };
        return CardMessage.Of(reader, card);
    }

    private static DueSubject Wake(NetworkSnapshot snapshot, BallotView view) =>
        Subjects.Due(snapshot.Network.Id, Subjects.Ballot, view.Record.Ballot.Id.Value);

    private static string Filed(NetworkSnapshot snapshot, BallotId ballot) => Subjects.Filed(snapshot.Network.Id, Subjects.Ballot, ballot.Value);
}
