using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What stands between pressing a button and being told that the vote counts.</summary>
public sealed class VoteCostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite, BallotSecrecy.Open)]
    [InlineData(Store.Sqlite, BallotSecrecy.Secret)]
    [InlineData(Store.AzureTables, BallotSecrecy.Open)]
    [InlineData(Store.AzureTables, BallotSecrecy.Secret)]
    public async Task Vote_OnKnownBallot_AsksTheStoreTwiceAndWaitsForNoOutgoingCall(Store store, BallotSecrecy secrecy)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var network = (await talk.NetworkAsync()).Network;
        var plenary = network.GeneralAssembly!;
        var opening = Opening.Of(network, plenary, new Motion(MotionKind.Poll, plenary.Id, "Frage", "1"), new BallotId("cost"), talk.Time.Now, talk.Time.Now + Duration.FromDays(3));
        await talk.Get<BallotOpener>().OpenAsync(Talk.Network, opening with { Ballot = opening.Ballot with { Secrecy = secrecy } }, [], Cancellation);
        await talk.SettleAsync();
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        talk.Connector.BeforeCall = () =>
        {
            waits.TrySetResult();
            return answers.Task;
        };

        // The first vote has the card in the channel brought up to date; while that waits for the Connector, nothing but the second vote asks the store.
        await VoteAsync(talk, "amina");
        await waits.Task.WaitAsync(Patience, Cancellation);
        var before = talk.Faults.Trips;
        var reply = await VoteAsync(talk, "bernd");
        var trips = talk.Faults.Trips - before;

        Assert.Contains("Ihre Stimme ist gezählt", reply, StringComparison.Ordinal);
        Assert.Equal(2, trips);
        answers.SetResult();
        await talk.SettleAsync();
        talk.Shows(Talk.Plenary, "2 von 8 haben abgestimmt.");
    }

    /// <summary>Whoever's votes a decision is taken by, also where the rules have changed since it opened: then who acts for whom is looked up on the roll once.</summary>
    [Theory]
    [InlineData("plenum", VotingRight.MemberOrganizations, VotingRight.MemberOrganizations)]
    [InlineData("plenum", VotingRight.MembersInPerson, VotingRight.MembersInPerson)]
    [InlineData("plenum", VotingRight.MembersInPerson, VotingRight.ByCommittee)]
    [InlineData("plenum", VotingRight.ByCommittee, VotingRight.MembersInPerson)]
    [InlineData("beirat", VotingRight.ByCommittee, VotingRight.ByCommittee)]
    [InlineData("beirat", VotingRight.MemberOrganizations, VotingRight.MemberOrganizations)]
    [InlineData("beirat", VotingRight.MemberOrganizations, VotingRight.ByCommittee)]
    public async Task Vote_ByAnyVotingRight_AsksTheStoreTwice(string committee, VotingRight opened, VotingRight now)
    {
        await using var talk = await Talk.StartAsync(Store.Sqlite, snapshot => Talk.WithRules(snapshot, committee, rules => rules with { Usual = DecisionRule.Default with { VotingRight = now } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var network = (await talk.NetworkAsync()).Network;
        var voting = Assert.Single(network.Committees, one => one.Id.Value == committee);
        voting = voting with { Rules = voting.Rules with { Usual = DecisionRule.Default with { VotingRight = opened } } };
        var opening = Opening.Of(network, voting, new Motion(MotionKind.General, voting.Id, "Frage", "1"), new BallotId("cost"), talk.Time.Now, talk.Time.Now + Duration.FromDays(3));
        await talk.Get<BallotOpener>().OpenAsync(Talk.Network, opening, [], Cancellation);
        await talk.SettleAsync();
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        talk.Connector.BeforeCall = () =>
        {
            waits.TrySetResult();
            return answers.Task;
        };

        // The voter is found out from the sender, as when the card names none.
        await VoteAsync(talk, "amina", isForNobody: true);
        await waits.Task.WaitAsync(Patience, Cancellation);
        var before = talk.Faults.Trips;
        var reply = await VoteAsync(talk, "bernd", isForNobody: true);
        var trips = talk.Faults.Trips - before;
        answers.SetResult();

        Assert.Contains("Ihre Stimme ist gezählt", reply, StringComparison.Ordinal);
        Assert.Equal(2, trips);
    }

    /// <summary>Presses [Ja] and reads the answer, without waiting for anything that follows from it.</summary>
    private static async Task<string> VoteAsync(Talk talk, string who, bool isForNobody = false)
    {
        var data = talk.DataOf(who, "Ja");
        if (isForNobody)
        {
            data["voter"] = string.Empty;
        }

        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.vote", ["data"] = data },
                ["trigger"] = "manual",
            },
        };
        using HttpResponseMessage response = await talk.SendAsync(talk.Complete(invoke, who, null).ToJsonString()).WaitAsync(Patience, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
