using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A secret ballot as people live it: told beforehand, cast once, counted exactly, and told only when no paper is left.</summary>
public sealed class SecretBallotTests
{
    private static readonly BallotId Id = new("secret");

    private static readonly string[] Voters = ["amina", "bernd", "clara", "dao", "edda", "frank", "guel", "hanna"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Card_SaysBeforehandWhatIsKept_AndAfterwardsOnlyThatSomebodyHasVoted()
    {
        await using var talk = await OpenAsync();
        talk.Hears("amina", "Geheime Abstimmung. Gespeichert wird, wer abgestimmt hat, und getrennt davon, was gewählt wurde. Eine Stimme lässt sich nicht mehr ändern. "
            .Replace("Geheime Abstimmung. ", "**Geheime Abstimmung.** ", StringComparison.Ordinal));
        talk.Hears("amina", "Bei weniger als 5 Stimmen werden keine Zahlen genannt. Stimmen alle gleich, zeigt das Ergebnis, wie jede Stimme ausfiel.");
        Assert.DoesNotContain("lässt sich die Stimme ändern", talk.LastFor("amina"), StringComparison.Ordinal);
        var old = talk.DataOf("amina", "Nein");

        var reply = await talk.PressesAsync("amina", "Ja");

        Assert.Contains("Danke, Ihre Stimme ist gezählt.", reply, StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme für Kulturverein Morgenstern e. V. ist abgegeben.", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Ja", reply.Split('\n'));
        Assert.DoesNotContain("Nachricht mit der Wahl", reply, StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "1 von 8 haben abgestimmt.");
        Assert.Contains("In einer geheimen Abstimmung lässt sie sich nicht mehr ändern.", await talk.PressAsync("amina", "ballot.vote", old), StringComparison.Ordinal);
        Assert.Equal([BallotPaper.Of(VoteOption.Yes)], await talk.Get<BallotStore>().PapersAsync(Talk.Network, Id, Cancellation));
        var refreshed = await talk.PressAsync("amina", "ballot.refresh", new JsonObject { ["ballot"] = Id.Value });
        Assert.DoesNotContain("**Ja**", refreshed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VoteByWord_StaysInTheChat_AndIsNotChangedByEditingOrDeletingIt()
    {
        await using var talk = await OpenAsync();
        await talk.SaysAsAsync("1", "bernd", "Ja");
        talk.Hears("bernd", "Ihre Nachricht mit der Wahl bleibt im Chat stehen: Löschen Sie sie dort, die Stimme zählt trotzdem.");
        await talk.EditsAsync("1", "bernd", "Nein");
        talk.Hears("bernd", "Ihre Stimme ist schon gezählt. In einer geheimen Abstimmung lässt sie sich nicht mehr ändern.");
        await talk.EditsAsync("1", "bernd", "Nein, das meinte ich nicht");
        talk.Hears("bernd", "Ihre Stimme ist schon gezählt. In einer geheimen Abstimmung lässt sie sich nicht mehr ändern.");
        await talk.DeletesAsync("1", "bernd");
        Assert.DoesNotContain("zurückgezogen", talk.LastFor("bernd"), StringComparison.Ordinal);
        Assert.Equal([BallotPaper.Of(VoteOption.Yes)], await talk.Get<BallotStore>().PapersAsync(Talk.Network, Id, Cancellation));
    }

    /// <summary>What is kept of somebody's message is the same whatever it said.</summary>
    [Theory]
    [InlineData("Ja")]
    [InlineData("Nein")]
    [InlineData("ich enthalte mich")]
    [InlineData("Neim")]
    public async Task VoteByWord_LeavesNothingOfItsTextInItsRow(string said)
    {
        await using var talk = await OpenAsync();
        await talk.SaysAsync("bernd", said);
        var rows = new List<TableEntity>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync(TableNames.Messages, RowRange.All(Talk.Network.Value), Cancellation))
        {
            rows.Add(row);
        }

        Assert.Equal(string.Empty, rows.MaxBy(row => row.GetDateTimeOffset("HeardAt"))!["Text"]);
        Assert.DoesNotContain(rows, row => row.Properties.Values.OfType<string>().Contains(HeardMessage.Fingerprint(said)));
    }

    [Theory]
    [InlineData(4, 4, 0, 0)]
    [InlineData(5, 0, 3, 2)]
    public async Task Result_OfFewPapers_TellsAndKeepsNoNumbers(int cast, int withheld, int yes, int no)
    {
        await using var talk = await OpenAsync();
        foreach (var (index, who) in Voters.Take(cast).Index())
        {
            await CastAsync(talk, who, index < 3 ? VoteOption.Yes : VoteOption.No);
        }

        await talk.AfterAsync(Duration.FromDays(4));

        var head = (await talk.Get<ITableStore>().GetEntityIfExistsAsync(TableNames.Ballots, Talk.Network.Value + "|" + Id.Value, "ballot", Cancellation))!;
        Assert.Equal(
            (nameof(Verdict.Accepted), yes, no, 0, withheld == 0 ? null : (int?)withheld, 8 - cast),
            (head.GetString("Verdict"), head.GetInt32("Yes"), head.GetInt32("No"), head.GetInt32("Abstain"), head.GetInt32("Withheld"), head.GetInt32("NotVoted")));
        var result = (await talk.Get<BallotStore>().FindAsync(Talk.Network, Id, Cancellation))!.Value.Value.Result!;
        Assert.Equal((Verdict.Accepted, false, cast), (result.Verdict, result.ManyAbstentions, result.Tally.Cast));
    }

    /// <summary>The store fails once at each write on the way from the end to the result, before or after writing, and two instances look at the same time: counted exactly, and whenever
    /// anybody hears of the result, no paper is there any more.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Count_StoreFailsOnceAtEachWrite_CountsExactlyAndTellsWhenPapersAreGone(bool isWritten)
    {
        for (var failing = 1; failing <= 40; failing++)
        {
            await using var talk = await OpenAsync();
            foreach (var (index, who) in Voters.Index())
            {
                await CastAsync(talk, who, index < 3 ? VoteOption.Yes : index < 7 ? VoteOption.No : VoteOption.Abstain);
            }

            var early = 0;
            talk.Connector.OnWire = (_, content) => early += CardReading.Words(content).Contains("Ergebnis: ", StringComparison.Ordinal)
                && talk.Get<BallotStore>().PapersAsync(Talk.Network, Id, Cancellation).GetAwaiter().GetResult().Count > 0 ? 1 : 0;
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            await Record.ExceptionAsync(() => talk.AfterAsync(Duration.FromDays(4)));
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            for (var minutes = 0; minutes < 6; minutes += 2)
            {
                await talk.AfterAsync(Duration.FromMinutes(2));
            }

            var record = (await talk.Get<BallotStore>().FindAsync(Talk.Network, Id, Cancellation))!.Value.Value;
            Assert.Equal((3, 4, 1, 0), (record.Result!.Tally.Yes, record.Result.Tally.No, record.Result.Tally.Abstain, record.Result.Tally.NotVoted));
            Assert.False(record.PapersRemain);
            Assert.Equal(0, early);
            Assert.Empty(await talk.Get<BallotStore>().RunningAsync(Talk.Network, Cancellation));
            if (writes < failing)
            {
                Assert.InRange(failing, 5, 40);
                return;
            }
        }

        Assert.Fail("More than 40 writes for one result.");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Count_ByTwoInstancesAtOnce_IsOne(Store store)
    {
        await using var talk = await OpenAsync(store);
        var other = talk.Join();
        foreach (var (index, who) in Voters.Index())
        {
            await CastAsync(talk, who, index < 5 ? VoteOption.Yes : VoteOption.No);
        }

        talk.Time.Now += Duration.FromDays(4);
        await talk.SettleTogetherAsync(other);
        talk.Time.Now += Duration.FromSeconds(10);
        await talk.SettleTogetherAsync(other);

        var record = (await talk.Get<BallotStore>().FindAsync(Talk.Network, Id, Cancellation))!.Value.Value;
        Assert.Equal((5, 3), (record.Result!.Tally.Yes, record.Result.Tally.No));
        Assert.Empty(await talk.Get<BallotStore>().PapersAsync(Talk.Network, Id, Cancellation));
        Assert.Equal(2, talk.CountOf(Talk.Plenary, "Ergebnis: angenommen"));
    }

    private static Task<string> CastAsync(Talk talk, string who, VoteOption option) =>
        talk.PressAsync(who, "ballot.vote", new JsonObject { ["ballot"] = Id.Value, ["option"] = option.ToString(), ["voter"] = "" });

    private static async Task<Talk> OpenAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var network = (await talk.NetworkAsync()).Network;
        var plenary = network.GeneralAssembly!;
        var opening = Opening.Of(network, plenary, new Motion(MotionKind.Poll, plenary.Id, "Frage", "1"), Id, talk.Time.Now, talk.Time.Now + Duration.FromDays(3));
        await talk.Get<BallotOpener>().OpenAsync(Talk.Network, opening with { Ballot = opening.Ballot with { Secrecy = BallotSecrecy.Secret } }, [], Cancellation);
        await talk.SettleAsync();
        return talk;
    }
}
