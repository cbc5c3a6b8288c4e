using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Papers of every form, filled in on cards and typed: taken whole or refused with the reason, never counted in part.</summary>
public class PaperTests
{
    private static readonly string[] Names = ["Amina Haddad", "Bernd Müller", "Carla Müller", "Dao Nguyen"];

    [Fact]
    public async Task Choice_OnTheCard_IsTakenWholeOrNotAtAll()
    {
        await using var talk = await WithPaperAsync(new PaperForm.Choice(4, 2));
        talk.Hears("amina", "Wählen Sie höchstens 2.");
        Assert.StartsWith("Gewählt sind 3, höchstens 2 sind möglich.", await talk.PressesAsync("amina", "Stimme abgeben", null, Ticks(1, 2, 3)), StringComparison.Ordinal);
        Assert.StartsWith("Auf dem Stimmzettel ist nichts gewählt.", await talk.PressesAsync("amina", "Stimme abgeben"), StringComparison.Ordinal);
        Assert.StartsWith("Dieser Stimmzettel ist nicht gültig.", await talk.PressesAsync("amina", "Stimme abgeben", null, ("tick1", "1"), ("tick2", "9")), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
        Assert.Contains("Ihre Stimme: **1. Amina Haddad; 3. Carla Müller**.", await talk.PressesAsync("amina", "Stimme abgeben", null, Ticks(3, 1)), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");

        // The own vote is filled in, and can be changed.
        Assert.Contains("Diese Stimme ist bereits gezählt.", await talk.PressesAsync("amina", "Stimme abgeben"), StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme: **Enthaltung**.", await talk.PressesAsync("amina", "Enthaltung"), StringComparison.Ordinal);
        await talk.PressesAsync("bernd", "Stimme abgeben", null, Ticks(2, 3));
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "1. Amina Haddad: 0");
        talk.Shows(Talk.Board, "2. Bernd Müller: 1");
        talk.Shows(Talk.Board, "Abgegebene Stimmzettel\n2\nEnthaltungen (leere Stimmzettel)\n1\nNicht abgestimmt\n1\nStimmberechtigt\n3\nAusgeschlossen\n0");
    }

    [Theory]
    [InlineData("Stimme: 1, 3", "1. Amina Haddad; 3. Carla Müller")]
    [InlineData("Stimme: amina; Bernd Mueller", "1. Amina Haddad; 2. Bernd Müller")]
    [InlineData("Stimme 4", "4. Dao Nguyen")]
    [InlineData("my vote: dao", "4. Dao Nguyen")]
    [InlineData("Stimme Beirat: 2", "2. Bernd Müller")]
    [InlineData("Stimme: Enthaltung", "Enthaltung")]
    [InlineData("Enthaltung", "Enthaltung")]
    public async Task Choice_Typed_ByNumberOrName(string typed, string stands)
    {
        await using var talk = await WithPaperAsync(new PaperForm.Choice(4, 2));
        await talk.SaysAsync("amina", typed);
        talk.Hears("amina", $"Ihre Stimme: **{stands}**.");
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
    }

    [Theory]
    [InlineData("Stimme: Müller", "„Müller“ passt auf mehrere: 2. Bernd Müller, 3. Carla Müller.")]
    [InlineData("Stimme: 1, Erika", "„Erika“ steht nicht auf dem Stimmzettel.")]
    [InlineData("Stimme: 5", "„5“ steht nicht auf dem Stimmzettel.")]
    [InlineData("Stimme: 1, 2, 4", "Gewählt sind 3, höchstens 2 sind möglich.")]
    [InlineData("Stimme: 1, Amina", "„Amina Haddad“ ist zweimal genannt.")]
    [InlineData("Ja", "Welche Abstimmung meinen Sie?")]
    public async Task Choice_TypedWrongly_IsAskedBackAndNotCounted(string typed, string said)
    {
        await using var talk = await WithPaperAsync(new PaperForm.Choice(4, 2));
        await talk.SaysAsync("amina", typed);
        talk.Hears("amina", said);
        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Ranking_EqualOrSkippedRanks_AreRefusedWithTheReason()
    {
        await using var talk = await WithPaperAsync(new PaperForm.Ranking(4), MotionKind.Poll);
        Assert.StartsWith("Platz 1 ist mehrfach vergeben.", await talk.PressesAsync("amina", "Stimme abgeben", null, ("rank1", "1"), ("rank2", "1")), StringComparison.Ordinal);
        Assert.StartsWith("Platz 2 fehlt.", await talk.PressesAsync("amina", "Stimme abgeben", null, ("rank1", "1"), ("rank2", "3")), StringComparison.Ordinal);
        Assert.Contains("1. Platz: 2. Bernd Müller; 2. Platz: 1. Amina Haddad", await talk.PressesAsync("amina", "Stimme abgeben", null, ("rank1", "2"), ("rank2", "1")), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "my vote: 4 > 1");
        talk.Hears("bernd", "1. Platz: 4. Dao Nguyen; 2. Platz: 1. Amina Haddad");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "2. Bernd Müller: 1 Mal auf Platz 1");
    }

    [Fact]
    public async Task Marking_NeedsEachLine_AndHasAMost()
    {
        await using var talk = await WithPaperAsync(new PaperForm.Marking(4, 2));
        Assert.StartsWith("Bei „Bernd Müller“ fehlt eine Angabe.", await talk.PressesAsync("amina", "Stimme abgeben", null, ("mark1", "Yes")), StringComparison.Ordinal);
        (string, string)[] three = [("mark1", "Yes"), ("mark2", "Yes"), ("mark3", "Yes"), ("mark4", "No")];
        Assert.StartsWith("Gewählt sind 3, höchstens 2 sind möglich.", await talk.PressesAsync("amina", "Stimme abgeben", null, three), StringComparison.Ordinal);
        (string, string)[] foreign = [("mark1", "Yes"), ("mark2", "IfNeedBe"), ("mark3", "No"), ("mark4", "No")];
        Assert.StartsWith("Dieser Stimmzettel ist nicht gültig.", await talk.PressesAsync("amina", "Stimme abgeben", null, foreign), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Stimme: 1 ja, 2 nein, 3 Enthaltung");
        talk.Hears("amina", "Bei „Dao Nguyen“ fehlt eine Angabe.");
        await talk.SaysAsync("amina", "Stimme: 1 ja, Bernd nein, 3 Enthaltung, dao: ja");
        talk.Hears("amina", "1. Amina Haddad: Ja; 2. Bernd Müller: Nein; 3. Carla Müller: Enthaltung; 4. Dao Nguyen: Ja");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "1. Amina Haddad: 1 Ja, 0 Nein, 0 Enthaltungen");
    }

    [Fact]
    public async Task Dates_Typed_NamedArePossibleAndOthersAreNot()
    {
        await using var talk = await WithPaperAsync(new PaperForm.Marking(4, 4), MotionKind.Poll);
        await talk.SaysAsync("amina", "Stimme: 1, 3 wenn nötig");
        talk.Hears("amina", "1. Amina Haddad: Ja; 2. Bernd Müller: Nein; 3. Carla Müller: Wenn nötig; 4. Dao Nguyen: Nein");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Secret_TheReplyNeverRepeatsTheChoice_AndNothingIsOfferedAgain(Store store)
    {
        await using var talk = await WithPaperAsync(new PaperForm.Choice(4, 2), MotionKind.Election, BallotSecrecy.Secret, store);
        var forged = talk.DataOf("amina", "Stimme abgeben");
        var said = await talk.PressesAsync("amina", "Stimme abgeben", null, Ticks(3, 1));
        Assert.Contains("Ihre Stimme ist abgegeben. Was Sie gewählt haben, ist geheim.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Carla", said, StringComparison.Ordinal);
        forged["tick2"] = "1";
        Assert.Contains("nicht mehr ändern", await talk.PressAsync("amina", "ballot.vote", forged), StringComparison.Ordinal);
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "Es wurden weniger als 5 geheime Stimmzettel abgegeben.");
        Assert.DoesNotContain("Carla Müller: 1", talk.Read(Talk.Board), StringComparison.Ordinal);
    }

    /// <summary>A card that the version before posted names its values as it did then.</summary>
    [Fact]
    public async Task Paper_OnACardOfTheVersionBefore_IsTakenAsItWasMeant()
    {
        await using var talk = await WithPaperAsync(new PaperForm.Choice(4, 2));
        Assert.Contains("**1. Amina Haddad; 3. Carla Müller**", await PressOldAsync(talk, ("chosen", "3,1")), StringComparison.Ordinal);
        Assert.StartsWith("Dieser Stimmzettel ist nicht gültig.", await PressOldAsync(talk, ("chosen", "1,9")), StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme: **Enthaltung**.", await PressOldAsync(talk, ("blank", "yes")), StringComparison.Ordinal);
        await using var marking = await WithPaperAsync(new PaperForm.Marking(4, 2));
        Assert.Contains(
            "1. Amina Haddad: Ja; 2. Bernd Müller: Nein; 3. Carla Müller: Enthaltung; 4. Dao Nguyen: Nein",
            await PressOldAsync(marking, ("mark1", "Yes"), ("mark2", "No"), ("mark3", "Abstain"), ("mark4", "No")),
            StringComparison.Ordinal);
    }

    private static Task<string> PressOldAsync(Talk talk, params (string Name, string Value)[] data) => talk.PressAsync(
        "amina", "ballot.vote", new JsonObject(data.Append(("ballot", "paper")).Select(datum => KeyValuePair.Create(datum.Item1, (JsonNode?)datum.Item2))));

    private static (string Input, string Value)[] Ticks(params int[] options) => [.. options.Select(option => ("tick" + option, "1"))];

    [Fact]
    public async Task Paper_ForTwoOrganizations_IsAskedForWhichAndFilledInForIt()
    {
        await using var talk = await WithPaperAsync(new PaperForm.Choice(4, 1), committee: "plenum", change: snapshot => snapshot with
        {
            Network = snapshot.Network with
            {
                Organizations = [.. snapshot.Network.Organizations.Select(one => one.Id.Value == "jugendtreff" ? one with { Representatives = [.. one.Representatives, new("bernd")] } : one)],
            },
        });
        talk.Hears("bernd", "Sie stimmen für 2 Organisationen ab; 2 Stimmen fehlen noch.");
        Assert.Contains("Für welche stimmen Sie ab?", await talk.PressesAsync("bernd", "Meine Stimmen"), StringComparison.Ordinal);
        Assert.Contains("Sie stimmen für", await talk.PressesAsync("bernd", "Stimmzettel"), StringComparison.Ordinal);
        Assert.Contains("**1. Amina Haddad**", await talk.PressesAsync("bernd", "Stimme abgeben", null, ("chosen", "1")), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "1 von 8 haben abgestimmt.");
    }

    private static async Task<Talk> WithPaperAsync(
        PaperForm form, MotionKind kind = MotionKind.Election, BallotSecrecy secrecy = BallotSecrecy.Open, Store store = Store.Sqlite, string committee = "beirat",
        Func<NetworkSnapshot, NetworkSnapshot>? change = null)
    {
        var talk = await Talk.StartAsync(store, change);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var network = (await talk.NetworkAsync()).Network;
        var voting = network.Committees.Single(one => one.Id.Value == committee);
        var motion = new Motion(kind, voting.Id, "Beirat", "no-case") { Options = Names };
        var opening = Opening.Of(network, voting, motion, new BallotId("paper"), talk.Time.Now, talk.Time.Now + Duration.FromDays(7));
        opening = opening with { Ballot = opening.Ballot with { Form = form, Secrecy = secrecy } };
        await talk.Get<BallotOpener>().OpenAsync(network.Id, opening, [talk.Time.Now], TestContext.Current.CancellationToken);
        await talk.SettleAsync();
        return talk;
    }
}
