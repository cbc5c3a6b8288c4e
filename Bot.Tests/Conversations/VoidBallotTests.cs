using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.Ballots.VoidBallot;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A ballot closed by its chair, or declared void.</summary>
public class VoidBallotTests
{
    [Fact]
    public async Task Close_ByTheChair_IsTakenLikeTheCoordinators()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        await talk.LedByAsync("bernd");
        await talk.SaysAsync("amina", "Abstimmung beenden");
        talk.Hears("amina", "Das kann nur die Koordination: Katrin Vogel.");
        var ask = talk.DataOf("katrin", "Abstimmung beenden");
        Assert.Equal("Das kann nur die Sitzungsleitung (Bernd Krüger) oder die Koordination.", await talk.PressAsync("amina", "ballot.close.ask", ask));
        Assert.Equal("Das kann nur die Sitzungsleitung (Bernd Krüger) oder die Koordination.", await talk.PressAsync("amina", "ballot.close", ask));
        await talk.SaysAsync("bernd", "Abstimmungen");
        Assert.Contains("Abstimmung beenden", talk.Buttons(Talk.Personal("bernd")));
        Assert.DoesNotContain("Für ungültig erklären", talk.Buttons(Talk.Personal("bernd")));
        await talk.PressesAsync("bernd", "Abstimmung beenden");
        talk.Hears("bernd", "Abgestimmt bisher: 0 von 3");
        await talk.PressesAsync("bernd", "Ja, jetzt beenden");
        talk.Shows(Talk.Board, "Ergebnis: abgelehnt");
    }

    [Fact]
    public async Task Close_TypedByTheChair_IsAskedOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        await talk.LedByAsync("bernd");
        await talk.SaysAsync("bernd", "Abstimmung beenden: Verein Brücke");
        await talk.PressesAsync("bernd", "Ja, jetzt beenden");
        talk.Shows(Talk.Board, "Ergebnis: abgelehnt");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Void_ByTheCoordinator_TellsWhoAndWhyAndNoCounts(Store store)
    {
        await using var talk = await VotingAsync(store);
        var vote = talk.DataOf("bernd", "Ja");
        var ask = talk.DataOf("katrin", "Für ungültig erklären");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "ballot.void.ask", ask));
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "ballot.void", ask));
        await talk.PressesAsync("katrin", "Für ungültig erklären");
        talk.Hears("katrin", "Warum soll sie ungültig sein?");
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "  ")), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Falscher Name auf der Karte"));
        Assert.Equal(1, talk.HeardBy("amina", "Ungültig: diese Abstimmung entscheidet nichts")); // the card that was sent; not the answer to her own line
        foreach (var shown in new[] { talk.Last(Talk.Board), talk.LastFor("bernd"), talk.LastFor("katrin") })
        {
            Assert.Contains("Für ungültig erklärt von Katrin Vogel am Montag, 23. November 2026, 10:00 Uhr. Grund: Falscher Name auf der Karte", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Ergebnis", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("stimmberechtigt", shown, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(1, talk.CountOf(Talk.Board, "Diese Abstimmung wurde für ungültig erklärt."));
        Assert.Contains("Die Abstimmung wurde am Montag, 23. November 2026, 10:00 Uhr für ungültig erklärt.", await talk.PressAsync("bernd", "ballot.vote", vote), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Abstimmungen");
        talk.Hears("bernd", "Im Moment läuft keine Abstimmung");
        await talk.AtAsync(2026, 12, 20, 9);
        Assert.Empty(await talk.ResolutionsAsync());
        Assert.Equal(AdmissionState.Consulting, (await talk.RunningCaseAsync("Verein Brücke"))!.State);
        var roll = await talk.RollAsync((await talk.RunningCaseAsync("Verein Brücke"))!.BoardBallot);
        Assert.Equal((VoteOption?)VoteOption.Yes, roll.Single(line => line.Voter.Value == "amina").Vote);
        Assert.Null(roll.Single(line => line.Voter.Value == "bernd").Vote);
        Assert.All(roll, line => Assert.True(line.Frozen));
    }

    [Fact]
    public async Task Void_Typed_AsksForTheReason()
    {
        await using var talk = await VotingAsync();
        await talk.SaysAsync("amina", "Abstimmung für ungültig erklären: Verein Brücke");
        talk.Hears("amina", "Das kann nur die Koordination: Katrin Vogel.");
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären: Verein Brücke");
        talk.Hears("katrin", "Warum soll sie ungültig sein?");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Irrtum"));
        talk.Shows(Talk.Board, "Grund: Irrtum");
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        talk.Hears("katrin", "Im Moment läuft keine Abstimmung");
    }

    [Fact]
    public async Task Void_AfterTheResult_IsRefusedWithTheNextStep()
    {
        await using var talk = await VotingAsync();
        var ask = talk.DataOf("katrin", "Für ungültig erklären");
        ask["reason"] = "zu spät";
        await talk.EndsBallotAsync();
        Assert.Contains("Ein Ergebnis ändert sich nicht mehr", await talk.PressAsync("katrin", "ballot.void", ask), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **aufnehmen**");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Void_OfASecretBallot_DestroysThePapersUncounted(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        var id = await talk.ChangeBallotAsync(ballot => ballot with { Secrecy = BallotSecrecy.Secret });
        await talk.SaysAsync("amina", "Ja");
        Assert.Single(await talk.Get<BallotStore>().PapersAsync(Talk.Network, id, TestContext.Current.CancellationToken));
        await VoidsAsync(talk, "Irrtum");
        talk.Shows(Talk.Board, "Die Stimmzettel wurden ungezählt vernichtet.");
        Assert.Empty(await talk.Get<BallotStore>().PapersAsync(Talk.Network, id, TestContext.Current.CancellationToken));
        Assert.Equal(["amina"], (await talk.RollAsync(id)).Where(line => line.HasVoted).Select(line => line.Voter.Value));
        Assert.False((await talk.BallotAsync(id)).IsCounted);
    }

    /// <summary>Having the SQLite file forget what was removed writes it anew as a whole: only where there was something to hide.</summary>
    [Theory]
    [InlineData(BallotSecrecy.Open, false)]
    [InlineData(BallotSecrecy.Secret, true)]
    [InlineData(BallotSecrecy.OnRequest, true)]
    public async Task Void_HasTheStoreForgetOnlyWhereSomethingWasSecret(BallotSecrecy rule, bool expected)
    {
        await using var talk = await VotingAsync();
        var by = rule switch { BallotSecrecy.Open => SecrecyRule.Never, BallotSecrecy.Secret => SecrecyRule.Always, _ => SecrecyRule.OnRequestOf(2) };
        await talk.ChangeBallotAsync(ballot => ballot with { Secrecy = rule == BallotSecrecy.Secret ? BallotSecrecy.Secret : BallotSecrecy.Open, SecrecyBy = by });
        await VoidsAsync(talk, "Irrtum");
        Assert.Equal(expected, talk.Faults.Forgettings > 0);
    }

    /// <summary>The head decides: whichever of the two is stored first, the other finds it.</summary>
    [Theory]
    [InlineData(Store.Sqlite, true)]
    [InlineData(Store.Sqlite, false)]
    [InlineData(Store.AzureTables, true)]
    [InlineData(Store.AzureTables, false)]
    public async Task Void_WhileAnotherInstanceCounts_ExactlyOneWins(Store store, bool isVoidFirst)
    {
        await using var talk = await VotingAsync(store);
        var id = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        var other = talk.Join();
        var ask = talk.DataOf("katrin", "Für ungültig erklären");
        ask["reason"] = "Irrtum";
        talk.Settles = false;
        talk.Time.SetBerlin(2026, 11, 26, 18);
        var hasRaced = false;
        string? said = null;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table != TableNames.Ballots || hasRaced)
            {
                return;
            }

            hasRaced = true;
            if (!isVoidFirst)
            {
                await other.SettleAsync(TestContext.Current.CancellationToken);
            }
            else
            {
                var outcome = await other.Services.GetRequiredService<VoidBallotHandler>().HandleAsync(await Pressing(talk), id, "Irrtum", TestContext.Current.CancellationToken);
                Assert.IsType<Outcome<BallotRecord>.Done>(outcome);
            }
        };
        if (isVoidFirst)
        {
            await Record.ExceptionAsync(talk.SettleAsync); // counts, and is overtaken
        }
        else
        {
            said = await talk.PressAsync("katrin", "ballot.void", ask); // declares void, and is overtaken
        }

        Assert.True(hasRaced);
        talk.Faults.BeforeWrite = null;
        talk.Time.Now += Duration.FromMinutes(3);
        await talk.SettleTogetherAsync(other);
        var record = await talk.BallotAsync(id);
        Assert.Equal((isVoidFirst, !isVoidFirst), (record.Ballot.Voided is not null, record.IsCounted));
        Assert.Equal(isVoidFirst ? 0 : 2, talk.CountOf(Talk.Board, "Ergebnis: angenommen"));
        Assert.Equal(isVoidFirst ? 2 : 0, talk.CountOf(Talk.Board, "Ungültig: diese Abstimmung entscheidet nichts"));
        if (!isVoidFirst)
        {
            Assert.Contains("Ein Ergebnis ändert sich nicht mehr", said, StringComparison.Ordinal);
        }
    }

    private static async Task<Talk> VotingAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja");
        return talk;
    }

    private static async Task VoidsAsync(Talk talk, string reason)
    {
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", reason));
    }

    private static async Task<Bot.Turns.Turn> Pressing(Talk talk)
    {
        var snapshot = await talk.NetworkAsync();
        return new Bot.Turns.Turn
        {
            Activity = new Bot.Platform.Activities.Activity { Type = "invoke" },
            Snapshot = snapshot,
            Sender = snapshot.Network.Person(new PersonId("katrin")),
            Account = new Account("29:katrin", null),
            Reader = Bot.Texts.Reader.German,
            Now = talk.Time.Now,
        };
    }
}
