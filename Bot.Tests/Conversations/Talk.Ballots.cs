using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>Ballots as they are stored.</content>
internal sealed partial class Talk
{
    /// <summary>The running ballots.</summary>
    public Task<IReadOnlyList<BallotRecord>> RunningBallotsAsync() => Get<BallotStore>().RunningAsync(Network, Cancellation);

    /// <summary>The ballot as it is stored.</summary>
    public async Task<BallotRecord> BallotAsync(BallotId id) => (await Get<BallotStore>().FindAsync(Network, id, Cancellation))!.Value.Value;

    /// <summary>The roll as it is stored.</summary>
    public async Task<IReadOnlyList<RollEntry>> RollAsync(BallotId id) => [.. (await Get<BallotStore>().RollAsync(Network, id, Cancellation)).Select(line => line.Value)];

    /// <summary>Changes the only running ballot behind everybody's back, as a feature would that opens ballots otherwise.</summary>
    public async Task<BallotId> ChangeBallotAsync(Func<Ballot, Ballot> change)
    {
        var id = Assert.Single(await RunningBallotsAsync()).Ballot.Id;
        var found = (await Get<BallotStore>().FindAsync(Network, id, Cancellation))!.Value;
        Assert.True(await Get<BallotStore>().TrySaveAsync(Network, found with { Value = found.Value with { Ballot = change(found.Value.Ballot) } }, Cancellation));
        await Get<Bot.Features.Ballots.BallotViews>().LoadAsync((await NetworkAsync()).Network, id, Cancellation);
        return id;
    }

    /// <summary>A ballot on an expulsion runs that a version without cases had opened: of the organization itself, with a free line on the hearing.</summary>
    public async Task HasOldExpulsionAsync(string organization, string hearing)
    {
        var network = (await NetworkAsync()).Network;
        var plenary = network.GeneralAssembly!;
        var motion = new Motion(MotionKind.Expulsion, plenary.Id, network.NameOf(new VoterId(organization)), organization) { Hearing = hearing };
        var opening = Opening.Of(network, plenary, motion, new BallotId("0123456789abcdef0123456789abcdef"), Time.Now, plenary.Rules.BallotClosesAt(Time.Now, network.Zone));
        await Get<BallotOpener>().OpenAsync(Network, opening, [], Cancellation);
        await SettleAsync();
    }

    /// <summary>Somebody leads the only running ballot.</summary>
    public Task<BallotId> LedByAsync(string chair) => ChangeBallotAsync(ballot => ballot with { Chair = new PersonId(chair) });

    /// <summary>The plenary's rule for a tie.</summary>
    public static Func<NetworkSnapshot, NetworkSnapshot> Tie(TieRule tie) =>
        snapshot => WithRules(snapshot, "plenum", rules => rules with { Majority = MajorityRule.Default with { Tie = tie } });
}
