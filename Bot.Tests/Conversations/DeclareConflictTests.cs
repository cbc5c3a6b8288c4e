using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Who may vote, shown on demand; and somebody who says that they have a conflict of interest.</summary>
public class DeclareConflictTests
{
    private static readonly string[] Titles = ["Apfelbaum?", "Birnenkompott?", "Quittengelee?", "Holunder?", "Zwetschgen?", "Mirabellen?"];

    private const string Declare = "Befangenheit erklären";

    [Fact]
    public async Task Declare_WhileTheBallotRuns_LeavesTheOrganizationOutVisibly()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "ivo", "bernd");
        await talk.OpensBallotAsync("Abstimmung Plenum: Auftrag an den Kulturverein? bis Freitag 12 Uhr");
        talk.Shows(Talk.Plenary, "0 von 8 haben abgestimmt.");
        await talk.SaysAsync("amina", "Befangen: Auftrag");
        talk.Hears("amina", "Wollen Sie **Kulturverein Morgenstern e. V.** in dieser Abstimmung für befangen erklären?");
        talk.Shows(Talk.Plenary, "0 von 8 haben abgestimmt.");
        var data = talk.DataOf("amina", Declare);
        Assert.Contains("Kulturverein Morgenstern e. V. hat in dieser Abstimmung kein Stimmrecht (Befangenheit).", await talk.PressesAsync("amina", Declare), StringComparison.Ordinal);
        Assert.Contains("kein Stimmrecht", await talk.PressAsync("amina", "ballot.conflict", data), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "0 von 7 haben abgestimmt.");
        talk.Hears("ivo", "Kulturverein Morgenstern e. V. hat in dieser Abstimmung kein Stimmrecht (Befangenheit).");
        await talk.SaysAsync("ivo", "Ja");
        talk.Hears("ivo", "In dieser Abstimmung haben Sie kein Stimmrecht (Befangenheit).");
        await talk.SaysAsync("bernd", "Stimmberechtigte: Auftrag");
        talk.Hears("bernd", "Stimmberechtigt: 7. Ohne Stimmrecht: 1.");
        talk.Hears("bernd", "Kulturverein Morgenstern e. V.: ohne Stimmrecht (Befangenheit)");
        talk.Hears("bernd", "Kreissportbund Musterland: Mitgliedsorganisation, eine Stimme");
        await talk.AtAsync(2026, 11, 27, 12);
        talk.Shows(Talk.Plenary, "Stimmberechtigt\n7\nAusgeschlossen\n1");
    }

    [Fact]
    public async Task Declare_AfterVoting_IsRefusedAndTheVoteStands()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Beirat: Machen wir mit? bis Freitag 12 Uhr");
        await talk.SaysAsync("amina", "Befangen");
        talk.Hears("amina", "Wollen Sie sich in dieser Abstimmung für befangen erklären?");
        var data = talk.DataOf("amina", Declare);
        await talk.SaysAsync("amina", "Nein");
        Assert.StartsWith("Sie haben schon abgestimmt.", await talk.PressAsync("amina", "ballot.conflict", data), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Befangen");
        talk.Hears("amina", "Sie haben schon abgestimmt.");
        Assert.DoesNotContain(Declare, talk.Buttons(Talk.Personal("amina")));
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Declare_ForOthersOrTooLateOrInARoom_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.OpensBallotAsync("Abstimmung Beirat: Machen wir mit? bis Freitag 12 Uhr");
        await talk.SaysAsync("amina", "Befangen", Talk.Board);
        talk.Shows(Talk.Board, "Für befangen erklären können Sie sich im Einzelchat mit mir.");
        await talk.SaysAsync("amina", "Befangen: Machen");
        var data = talk.DataOf("amina", Declare);
        foreach (var who in new[] { "bernd", "dao", "katrin" })
        {
            Assert.Equal("In dieser Abstimmung sind Sie nicht stimmberechtigt.", await talk.PressAsync(who, "ballot.conflict", data));
        }

        Assert.StartsWith("Das ist nur für Mitglieder des Bündnisses.", await talk.PressAsync("fremd", "ballot.conflict", data), StringComparison.Ordinal);
        talk.Settles = false;
        talk.Time.SetBerlin(2026, 11, 27, 12);
        Assert.StartsWith("Die Abstimmung endete am", await talk.PressAsync("amina", "ballot.conflict", data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declare_OneOfSeveralBallots_IsAskedForWhich()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Beirat: Erste Frage? bis Freitag 12 Uhr");
        await talk.OpensBallotAsync("Abstimmung Beirat: Zweite Frage? bis Freitag 12 Uhr");
        await talk.SaysAsync("amina", "Befangen");
        talk.Hears("amina", "Welche Abstimmung meinen Sie?");
        Assert.Contains("Wollen Sie sich in dieser Abstimmung für befangen erklären?", await talk.PressesAsync("amina", Declare), StringComparison.Ordinal);
        await talk.PressesAsync("amina", Declare);
        await talk.SaysAsync("amina", "Stimmberechtigte");
        talk.Hears("amina", "Welche Abstimmung meinen Sie?");
        var roll = talk.DataOf("amina", "Wer darf abstimmen?");
        Assert.Contains("Stimmberechtigt:", await talk.PressesAsync("amina", "Wer darf abstimmen?"), StringComparison.Ordinal);
        Assert.Equal("Diese Abstimmung gibt es nicht mehr.", await talk.PressAsync("dao", "ballot.roll", roll));
        Assert.Equal("Diese Abstimmung gibt es nicht mehr.", await talk.PressAsync("amina", "ballot.roll", roll, Talk.Plenary));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Declare_RacingWithTheOwnVote_IsEitherAVoteOrNone(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "ivo");
        for (var round = 0; round < Titles.Length; round++)
        {
            var title = Titles[round];
            await talk.OpensBallotAsync($"Abstimmung Plenum: {title} bis Freitag 12 Uhr");
            await talk.SaysAsync("amina", "Befangen: " + title);
            var (conflict, vote) = (talk.DataOf("amina", Declare), talk.DataOf("ivo", "Ja"));
            talk.Settles = false;
            var said = await Task.WhenAll(talk.PressAsync("amina", "ballot.conflict", conflict), talk.PressAsync("ivo", "ballot.vote", vote));
            talk.Settles = true;
            await talk.SettleAsync();
            var roll = await talk.Get<BallotStore>().RollAsync(Talk.Network, new BallotId(conflict["ballot"]!.ToString()), TestContext.Current.CancellationToken);
            var line = roll.Single(entry => entry.Value.Voter.Value == "kulturbruecke").Value;
            Assert.True(line.Excluded is null == line.HasVoted, $"{line.Excluded} {line.Vote} {said[0]} {said[1]}");
            Assert.Contains(line.HasVoted ? "gezählt" : "kein Stimmrecht", said[1], StringComparison.Ordinal);
            Assert.Contains(line.HasVoted ? "Sie haben schon abgestimmt." : "kein Stimmrecht", said[0], StringComparison.Ordinal);
        }
    }
}
