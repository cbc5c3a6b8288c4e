using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Ballots that end, by the clock or by the coordinator, and what follows from their results.</summary>
public class CloseBallotTests
{
    [Fact]
    public async Task Close_ByTheCoordinator_IsAskedOnceAndRefusedToOthers()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Abstimmung beenden");
        talk.Hears("amina", "Das kann nur die Koordination: Katrin Vogel.");
        Assert.DoesNotContain("Abstimmung beenden", talk.Buttons(Talk.Board));

        var ask = talk.DataOf("katrin", "Abstimmung beenden");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "ballot.close.ask", ask));
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "ballot.close", ask));
        await talk.PressesAsync("katrin", "Abstimmung beenden");
        talk.Hears("katrin", "Abgestimmt bisher: 0 von 3.");
        Assert.Contains("0 von 3 haben abgestimmt.", await BackAsync(talk), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
        await talk.PressesAsync("katrin", "Abstimmung beenden");
        await talk.PressesAsync("katrin", "Ja, jetzt beenden");
        talk.Shows(Talk.Board, "Ergebnis: abgelehnt");
        Assert.Contains("Ergebnis", await talk.PressAsync("katrin", "ballot.close", ask), StringComparison.Ordinal);
        Assert.Contains("Ergebnis", await talk.PressAsync("katrin", "ballot.close.ask", ask), StringComparison.Ordinal);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Das Ergebnis steht fest."));
    }

    [Fact]
    public async Task Close_NobodyVotes_RecommendsNothingAndAdmitsNobody()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "samira");
        await talk.AppliesAsync("Verein Brücke", "samira");
        await talk.AtAsync(2026, 11, 26, 18);
        talk.Shows(Talk.Plenary, "Der Beirat gibt keine Empfehlung ab.");
        await talk.AtAsync(2026, 12, 3, 18);
        talk.Shows(Talk.Plenary, "Ergebnis: abgelehnt");
        talk.Hears("samira", "nicht aufgenommen (Beschluss 2026-01)");
        Assert.Equal(new Tally(0, 0, 0, 8, null, 8, 0), Assert.Single(await talk.ResolutionsAsync()).Tally);
    }

    [Fact]
    public async Task Close_Tie_IsRejectedAndTheDeviationShown()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Ergebnis: abgelehnt");
        talk.Shows(Talk.Plenary, "Das Plenum hat anders entschieden, als der Beirat empfohlen hatte.");
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **aufnehmen** (Ja: 2, Nein: 0, Enthaltung: 0).");
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
    }

    [Fact]
    public async Task Close_AgainstTheRecommendation_AdmitsAndShowsTheDeviation()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke", board: "Nein");
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **nicht aufnehmen** (Ja: 0, Nein: 2, Enthaltung: 0).");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, "Ergebnis: angenommen");
        talk.Said(Talk.Plenary, "Das Plenum hat anders entschieden");
    }

    [Fact]
    public async Task Close_ManyAbstentions_AcceptsAndNotesThem()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "edda");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja");
        foreach (var who in new[] { "bernd", "clara", "dao" })
        {
            await talk.SaysAsync(who, "Enthaltung");
        }

        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, "Ergebnis: angenommen");
        talk.Said(Talk.Plenary, "Hinweis: 3 Enthaltungen, mehr als Ja und Nein zusammen.");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Resolutions_OfSeveralCasesOverTheTurnOfTheYear_HaveNoGapsAndAnUnbrokenChain(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        foreach (var (name, vote, at) in new[]
        {
            ("Verein Eins", "Ja", new LocalDateTime(2026, 12, 1, 12, 0)),
            ("Verein Zwei", "Nein", new LocalDateTime(2026, 12, 31, 23, 58)),
            ("Verein Drei", "Enthaltung", new LocalDateTime(2027, 1, 1, 0, 1)),
            ("Verein Vier", "Ja", new LocalDateTime(2027, 1, 2, 9, 0)),
        })
        {
            talk.Time.Now = TestSupport.SettableTime.Berlin(at);
            await talk.PlenaryVotesOnAsync(name);
            await talk.SaysAsync("amina", vote);
            await talk.EndsBallotAsync();
        }

        var register = await talk.ResolutionsAsync();
        Assert.Equal(["2026-01", "2026-02", "2027-01", "2027-02"], register.Select(entry => entry.Number.ToString()));
        Assert.Null(ResolutionChain.FirstBroken(register, RegisterHead.At(register[^1])));
        Assert.Equal(10, (await talk.NetworkAsync()).Network.Organizations.Count);
        await talk.SaysAsync("bernd", "Beschlüsse 2027");
        talk.Hears("bernd", "2027-02 · Aufnahme: Verein Vier · angenommen");
        await talk.SaysAsync("bernd", "Beschluss 2026-2");
        talk.Hears("bernd", "2026-02 · Aufnahme: Verein Zwei · abgelehnt");
        await talk.SaysAsync("bernd", "Beschluss 2026-03");
        talk.Hears("bernd", "Einen Beschluss 2026-03 gibt es nicht.");
        await talk.SaysAsync("samira", "Beschlüsse 2026");
        talk.Hears("samira", "zeige ich nur");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Resolutions_OfCasesDecidedAtOnceByTwoInstances_HaveNoGaps(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        foreach (var name in new[] { "Verein Eins", "Verein Zwei", "Verein Drei" })
        {
            await talk.AppliesAsync(name);
        }

        var other = talk.Join();
        talk.Settles = false;
        foreach (var day in new[] { 26, 27 })
        {
            talk.Time.SetBerlin(2026, 11, day, 18);
            await talk.SettleTogetherAsync(other);
        }

        talk.Time.SetBerlin(2026, 12, 4, 18);
        await talk.SettleTogetherAsync(other);
        talk.Time.SetBerlin(2026, 12, 4, 19);
        await talk.SettleTogetherAsync(other);
        var register = await talk.ResolutionsAsync();
        Assert.Equal(["2026-01", "2026-02", "2026-03"], register.Select(entry => entry.Number.ToString()));
        Assert.Null(ResolutionChain.FirstBroken(register, RegisterHead.At(register[^1])));
        Assert.Equal((6, 6), (talk.CountOf(Talk.Board, "Ergebnis: abgelehnt"), talk.CountOf(Talk.Plenary, "Eingetragen als Beschluss")));
    }

    /// <summary>One instance has read the ballot before another recorded its resolution, and tells of it afterwards: what was read earlier must not stay.</summary>
    [Fact]
    public async Task Result_ToldFromAnEarlierReading_DoesNotHideTheResolution()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        talk.Settles = false;
        talk.Time.SetBerlin(2026, 12, 4, 18);
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        await talk.SettleAsync();
        var (views, network) = (talk.Get<BallotViews>(), await talk.NetworkAsync());
        var view = (await views.LoadAsync(network.Network, ballot, TestContext.Current.CancellationToken))!;
        Assert.NotNull(view.Admission?.Resolution);
        await talk.Get<BallotPosts>().AnnounceResultAsync(network, view with { Admission = view.Admission with { Resolution = null } }, TestContext.Current.CancellationToken);
        Assert.Equal(2, talk.CountOf(Talk.Plenary, "Eingetragen als Beschluss"));
    }

    [Fact]
    public async Task Result_BotWasDownOverTheTurnOfTheYear_IsDatedToTheEndOfTheBallot()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "samira");
        await talk.AtAsync(2026, 12, 24, 9);
        await talk.PlenaryVotesOnAsync("Verein Brücke", representative: "samira");
        await talk.SaysAsync("amina", "Ja");
        talk.Time.SetBerlin(2027, 1, 4, 9);
        await talk.RestartAsync();
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(("2026-01", new LocalDate(2026, 12, 31)), (entry.Number.ToString(), entry.DecidedOn));
        Assert.Equal(new LocalDate(2026, 12, 31), (await talk.NetworkAsync()).Network.Organizations.Single(one => one.Name == "Verein Brücke").MemberSince);
    }

    [Fact]
    public async Task Result_PeopleChangeAfterwards_StaysAsItWas()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        var before = Assert.Single(await talk.ResolutionsAsync());
        var shown = talk.Last(Talk.Plenary);
        await talk.ChangeRepresentativesAsync("kulturbruecke");
        await talk.LeavesTheBoardAsync("bernd");
        await talk.AfterAsync(Duration.FromDays(3));
        Assert.Equal(before, Assert.Single(await talk.ResolutionsAsync()));
        Assert.Equal(shown, talk.Last(Talk.Plenary));
        await talk.SaysAsync("bernd", "Beschluss 2026-01");
        talk.Hears("bernd", "Ja: 1; Nein: 0; Enthaltungen: 0; Nicht abgestimmt: 7; Anwesend: nicht erhoben (Abstimmung im Chat); Stimmberechtigt: 8; Ausgeschlossen: 0");
        talk.Hears("bernd", "Regel: mehr als die Hälfte der Ja- und Nein-Stimmen (Fassung 1)");
    }

    private static async Task<string> BackAsync(Talk talk)
    {
        await talk.PressesAsync("katrin", "Zurück");
        return talk.Last(Talk.Board);
    }
}
