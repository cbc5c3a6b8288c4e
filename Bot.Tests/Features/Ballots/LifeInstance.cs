using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.AskSecrecy;
using Bot.Features.Ballots.CastVote;
using Bot.Features.Ballots.CountBallot;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Features.Ballots;

/// <summary>One instance of the bot, as far as a ballot goes, with a clock of its own, on a store that fails when told to.</summary>
internal sealed class LifeInstance
{
    private static readonly NetworkSnapshot Snapshot = ExampleSnapshot.Create();

    private readonly BallotId id;
    private readonly CastVoteHandler casting;
    private readonly AskSecrecyHandler asking;
    private readonly SecrecySettling secrecy;
    private readonly BallotCounting counting;
    private readonly BallotViews views;

    public LifeInstance(ITableStore tables, SettableTime time, BallotId id)
    {
        this.id = id;
        Time = time;
        var store = new FaultyTableStore(tables, Faults);
        Ballots = new BallotStore(store);
        secrecy = new SecrecySettling(Ballots, time) { BatchSize = 3 };
        views = new BallotViews(Ballots, new AdmissionStore(store), new ExpulsionStore(store), secrecy);
        casting = new CastVoteHandler(views, Ballots);
        var due = new DueTable(store, new SweepSignal(), time);
        asking = new AskSecrecyHandler(new BallotChanges(Ballots, views, due), Ballots);
        counting = new BallotCounting(Ballots, due) { BatchSize = 3 };
    }

    public SettableTime Time { get; }

    public StoreFaults Faults { get; } = new();

    public BallotStore Ballots { get; }

    public static NetworkId Network => Snapshot.Network.Id;

    public Task<CastVoteResult> VoteAsync(int voter, VoteOption option, CancellationToken cancellationToken) => casting.HandleAsync(
        Snapshot.Network, new CastVoteCommand(id, VoterOf(voter), PersonOf(voter), option, Time.Now), cancellationToken);

    public Task<Outcome<BallotRecord>> AskAsync(int voter, CancellationToken cancellationToken) => asking.HandleAsync(
        new Turn
        {
            Activity = new Activity(), Snapshot = Snapshot, Sender = new Person(PersonOf(voter), "Person", IsCoordinator: false), Account = new Account(null, null),
            Reader = Reader.German, Now = Time.Now,
        },
        id,
        cancellationToken);

    /// <summary>Ends it, as [Abstimmung beenden] does.</summary>
    /// <returns>Whether this instance has ended it.</returns>
    public async Task<bool> CloseAsync(CancellationToken cancellationToken)
    {
        while (await Ballots.FindAsync(Network, id, cancellationToken) is { } found
            && found.Value.Ballot.End(Time.Now) is Outcome<Ballot>.Done(var ended) && !ReferenceEquals(ended, found.Value.Ballot))
        {
            if (await Ballots.TrySaveAsync(Network, found with { Value = found.Value with { Ballot = ended } }, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Does what the look at the ballot does, telling aside.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(Snapshot.Network, id, cancellationToken) is not { } view)
        {
            return;
        }

        if (Time.Now < view.Record.Ballot.EndsAt)
        {
            await secrecy.ForgetWhoAskedAsync(Network, view.Record.Ballot, Time.Now, cancellationToken);
        }
        else if (!view.Record.IsCounted)
        {
            await counting.CountAsync(Network, id, Time.Now, cancellationToken);
        }
    }

    public static VoterId VoterOf(int voter) => new("o" + voter);

    public static PersonId PersonOf(int voter) => new("p" + voter);
}
