using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Those entitled ask for a secret ballot before it opens.</summary>
public sealed class AskSecrecyTests
{
    private const string Asked = "Ihr Antrag auf geheime Abstimmung ist vermerkt.";

    private static readonly BallotId Id = new("asked");

    private static readonly string[] Askers = ["amina", "bernd", "clara", "dao"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_ByPressingAndTyping_CountsEachOfThoseEntitledOnce()
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(3));
        talk.Hears("amina", "Eine Abstimmung steht bevor.");
        talk.Hears("amina", "wenn es vor Beginn 3 von 8 Stimmberechtigten beantragen. Anträge bisher: 0.");
        Assert.Equal(["Geheime Abstimmung beantragen"], talk.Buttons(Talk.Personal("amina")));

        Assert.Contains(Asked, await talk.PressesAsync("amina", "Geheime Abstimmung beantragen"), StringComparison.Ordinal);
        Assert.Contains(Asked, await talk.PressesAsync("amina", "Geheime Abstimmung beantragen"), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Anträge bisher: 1.");
        await talk.SaysAsync("bernd", "geheim beantragen: Frage");
        talk.Hears("bernd", Asked);
        talk.Shows(Talk.Plenary, "Anträge bisher: 2.");

        // Ivo stands in for Amina's organization: his request is the same one, and he is not told that she has asked.
        Assert.Contains(Asked, await talk.PressAsync("ivo", "ballot.secrecy", new JsonObject { ["ballot"] = Id.Value }), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Anträge bisher: 2.");
        foreach (var who in new[] { "katrin", "samira", "fremd" })
        {
            Assert.StartsWith(who == "fremd" ? Talk.ToStrangers : "In dieser Abstimmung sind Sie nicht", await talk.PressAsync(who, "ballot.secrecy", new JsonObject { ["ballot"] = Id.Value }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ask_InEnglishAndInARoom_IsAnsweredInPlace()
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(3));
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "ask for secrecy: Frage");
        talk.Hears("amina", "Your request for a secret ballot is noted.");
        talk.Hears("amina", "The ballot is secret if 3 of 8 entitled ask for it before it opens. Requests so far: 1.");
        await talk.SaysAsync("bernd", "ask for secrecy", Talk.Plenary);
        talk.Shows(Talk.Plenary, "Please ask for a secret ballot in a 1:1 chat with me.");
    }

    [Theory]
    [InlineData(2, 3, BallotSecrecy.Open)]
    [InlineData(3, 3, BallotSecrecy.Secret)]
    [InlineData(4, 3, BallotSecrecy.Secret)]
    public async Task Opening_WithRequestsAroundTheLimit_SettlesIt(int asking, int needed, BallotSecrecy expected)
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(needed));
        await AskAsync(talk, asking);
        await talk.AfterAsync(Duration.FromHours(24));

        var (ballot, roll) = await StoredAsync(talk);
        Assert.Equal((expected, asking), (ballot.Secrecy, ballot.SecrecyRequests));
        Assert.DoesNotContain(roll, line => line.AsksForSecrecy);
        talk.Hears("amina", expected == BallotSecrecy.Secret ? "Geheime Abstimmung." : $"Für eine geheime gab es nicht genug Anträge ({asking}).");
        Assert.StartsWith("Eine geheime Abstimmung lässt sich nur vor Beginn beantragen.", Lead(await talk.PressAsync("dao", "ballot.secrecy", new JsonObject { ["ballot"] = Id.Value })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 4, 1, BallotSecrecy.Open)]
    [InlineData(1, 4, 2, BallotSecrecy.Secret)]
    public async Task Opening_ByShare_CountsThoseEntitled(int numerator, int denominator, int asking, BallotSecrecy expected)
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(new Fraction(numerator, denominator)));
        await AskAsync(talk, asking);
        await talk.AfterAsync(Duration.FromHours(24));
        Assert.Equal(expected, (await StoredAsync(talk)).Ballot.Secrecy);
    }

    /// <summary>The look that is due at the opening has not come: whoever votes first settles it.</summary>
    [Fact]
    public async Task FirstVote_BeforeTheLookAtTheOpening_SettlesItAndCounts()
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(2));
        var yes = new JsonObject { ["ballot"] = Id.Value, ["option"] = "Yes", ["voter"] = "" };
        Assert.StartsWith("Die Abstimmung beginnt erst am", await talk.PressAsync("amina", "ballot.vote", yes), StringComparison.Ordinal);
        await AskAsync(talk, 2);
        talk.Settles = false;
        talk.Time.Now += Duration.FromHours(24);

        Assert.Contains("Ihre Stimme ist gezählt", await talk.PressAsync("amina", "ballot.vote", yes), StringComparison.Ordinal);

        var (ballot, roll) = await StoredAsync(talk);
        Assert.Equal(BallotSecrecy.Secret, ballot.Secrecy);
        Assert.Null(roll.Single(line => line.Voter.Value == "kulturbruecke").Paper);
        Assert.Single(await talk.Get<BallotStore>().PapersAsync(Talk.Network, Id, Cancellation));
        await talk.SettleAsync();
        Assert.DoesNotContain((await StoredAsync(talk)).Roll, line => line.AsksForSecrecy);
    }

    /// <summary>An instance that knew the ballot before it was settled does not act on what it knew.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Opening_WithTwoInstances_IsSettledOnceForBoth(Store store)
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(2), store);
        var other = talk.Join();
        var views = other.Services.GetRequiredService<BallotViews>();
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(BallotSecrecy.OnRequest, (await views.FindAsync(network, Id, Cancellation))!.Record.Ballot.Secrecy);
        await AskAsync(talk, 2);
        talk.Settles = false;
        talk.Time.Now += Duration.FromHours(24);

        var seen = await Task.WhenAll(
            Task.Run(async () => (await views.FindAsync(network, Id, Cancellation))!.Record.Ballot.Secrecy, Cancellation),
            Task.Run(async () => (await talk.Get<BallotViews>().FindAsync(network, Id, Cancellation))!.Record.Ballot.Secrecy, Cancellation));

        Assert.Equal([BallotSecrecy.Secret, BallotSecrecy.Secret], seen);
    }

    /// <summary>Everybody asks at the same moment, while the clock passes the opening: whoever was told that it is noted is counted.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Ask_AgainstTheOpening_EveryConfirmedRequestIsCounted(Store store)
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(8), store);
        talk.Settles = false;
        talk.Time.Now += Duration.FromHours(24) - Duration.FromSeconds(1); // a leap over a day would end every turn on its way for having taken too long
        string[] people = ["amina", "bernd", "clara", "dao", "edda", "frank", "guel", "hanna"];
        var asking = people.Select((who, index) => Task.Run(
            async () =>
            {
                if (index == 4)
                {
                    talk.Time.Now += Duration.FromSeconds(1);
                }

                return await talk.PressAsync(who, "ballot.secrecy", new JsonObject { ["ballot"] = Id.Value }, messageId: who);
            },
            Cancellation)).ToList();
        var confirmed = (await Task.WhenAll(asking)).Count(reply => reply.Contains(Asked, StringComparison.Ordinal));
        await talk.SettleAsync();

        var (ballot, _) = await StoredAsync(talk);
        Assert.Equal(confirmed, ballot.SecrecyRequests);
        Assert.Equal(confirmed == 8 ? BallotSecrecy.Secret : BallotSecrecy.Open, ballot.Secrecy);
    }

    /// <summary>The store fails once at each write of the settling: it is settled, and nobody's mark stays.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Settle_StoreFailsOnceAtEachWrite_ForgetsWhoAsked(bool isWritten)
    {
        for (var failing = 1; failing <= 30; failing++)
        {
            await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(1));
            await AskAsync(talk, 1);
            talk.Time.Now += Duration.FromHours(24);
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            await Record.ExceptionAsync(talk.SettleAsync);
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            await talk.AfterAsync(Duration.FromMinutes(3));
            var (ballot, roll) = await StoredAsync(talk);
            Assert.Equal(BallotSecrecy.Secret, ballot.Secrecy);
            Assert.DoesNotContain(roll, line => line.AsksForSecrecy);
            if (writes < failing || failing > 12)
            {
                return;
            }
        }
    }

    /// <summary>Who asked is in no row any more, nor in the file, nor told by the time stamps of the roll.</summary>
    [Fact]
    public async Task Settled_LeavesNoTraceOfWhoAsked()
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.OnRequestOf(2));
        await AskAsync(talk, 1);
        Assert.Contains("AsksForSecrecy", Files(talk), StringComparison.Ordinal);
        await talk.AfterAsync(Duration.FromHours(24));
        Assert.DoesNotContain("AsksForSecrecy", Files(talk), StringComparison.Ordinal);
        var stamps = new List<DateTimeOffset?>();
        await foreach (var row in talk.Get<Bot.Platform.Tables.ITableStore>().QueryAsync(
            TableNames.Ballots, Bot.Platform.Tables.RowRange.WithPrefix(Talk.Network.Value + "|" + Id.Value, "roll|"), Cancellation))
        {
            stamps.Add(row.Timestamp);
        }

        Assert.Single(stamps.Distinct());
    }

    [Fact]
    public async Task Ask_WhereTheRulesSaySo_IsRefused()
    {
        await using var talk = await AnnouncedAsync(SecrecyRule.Never);
        Assert.StartsWith(
            "Ob diese Abstimmung geheim ist, legt die Geschäftsordnung fest.", await talk.PressAsync("amina", "ballot.secrecy", new JsonObject { ["ballot"] = Id.Value }), StringComparison.Ordinal);
        Assert.Equal("Diese Abstimmung gibt es nicht mehr.", await talk.PressAsync("amina", "ballot.secrecy", new JsonObject { ["ballot"] = "none" }));
        await talk.AfterAsync(Duration.FromHours(24));
        await talk.SaysAsync("amina", "geheim beantragen");
        talk.Hears("amina", "Zurzeit steht keine Abstimmung bevor.");
    }

    private static string Files(Talk talk) => string.Concat(Directory.GetFiles(talk.DataFolder).Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    private static string Lead(string words) => words.Split('\n').First(line => line.StartsWith("Eine geheime", StringComparison.Ordinal));

    private static async Task AskAsync(Talk talk, int asking)
    {
        foreach (var who in Askers.Take(asking))
        {
            Assert.Contains(Asked, await talk.PressAsync(who, "ballot.secrecy", new JsonObject { ["ballot"] = Id.Value }), StringComparison.Ordinal);
        }
    }

    private static async Task<(Ballot Ballot, IReadOnlyList<RollEntry> Roll)> StoredAsync(Talk talk)
    {
        var store = talk.Get<BallotStore>();
        return ((await store.FindAsync(Talk.Network, Id, Cancellation))!.Value.Value.Ballot, [.. (await store.RollAsync(Talk.Network, Id, Cancellation)).Select(line => line.Value)]);
    }

    /// <summary>A ballot of the plenary that opens tomorrow and is announced today.</summary>
    private static async Task<Talk> AnnouncedAsync(SecrecyRule rule, Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "ivo");
        var network = (await talk.NetworkAsync()).Network;
        var plenary = network.GeneralAssembly!;
        var opens = talk.Time.Now + Duration.FromHours(24);
        var opening = Opening.Of(network, plenary, new Motion(MotionKind.Poll, plenary.Id, "Frage", "1"), Id, opens, opens + Duration.FromDays(3));
        opening = opening with { Ballot = opening.Ballot with { Secrecy = rule.Kind, SecrecyBy = rule } };
        await talk.Get<BallotOpener>().OpenAsync(Talk.Network, opening, [], Cancellation);
        await talk.SettleAsync();
        return talk;
    }
}
