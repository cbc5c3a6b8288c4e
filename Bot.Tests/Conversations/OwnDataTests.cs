using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Features.Privacy.ShowOwnData;
using Bot.Platform.Activities;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>People see what is kept about them: alone, in plain words, and have it deleted.</summary>
public class OwnDataTests
{
    private static string Aad => ExamplePeople.All.First(person => person.Key == "amina").AadObjectId!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de-DE", "Meine Daten", "Wer Sie sind: Amina", "Sitze und Vertretungen: ", "Ihre Mailadresse: a@example.org")]
    [InlineData("en-GB", "My data", "Who you are: Amina", "Seats and representation: ", "Your mail address: a@example.org")]
    public async Task OwnData_Asked_SaysWhatIsKeptInPlainWords(string locale, string line, params string[] said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("amina");
        await talk.SaysAsync("amina", "Meine Mail: a@example.org");
        await talk.PressesAsync("amina", "Speichern");
        talk.Locale = locale;
        await talk.SaysAsync("amina", line);
        foreach (var sentence in said)
        {
            talk.Hears("amina", sentence);
        }

        await talk.SaysAsync("fremd", line);
        Assert.DoesNotContain(said[0][..8], talk.LastFor("fremd"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnData_InARoom_IsShownToNobody()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("amina");
        await talk.SaysAsync("amina", "Meine Daten", Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
        await talk.SaysAsync("amina", "Meine Daten löschen", Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
        Assert.Contains("Einzelchat", await talk.PressAsync("amina", "data.delete", [], Talk.Board), StringComparison.Ordinal);
        Assert.NotNull((await talk.NetworkAsync()).Network.People.FirstOrDefault(person => person.Id.Value == "amina"));
    }

    /// <summary>The file says of a secret ballot that one voted and not how; and names nobody else.</summary>
    [Fact]
    public async Task File_OfSomebodyWhoVoted_HoldsOpenVotesAndOfSecretOnesOnlyThat()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Offene Frage?");
        await talk.SaysAsync("amina", "Nein: Offene Frage");
        await talk.SaysAsync("katrin", "Umfrage Beirat: Geheimfrage? Rotkohl, Gruenkohl, Weisskohl");
        await talk.PressesAsync("katrin", "Umfrage starten");
        await talk.SaysAsync("amina", "Stimme: Gruenkohl");
        var file = await FileOfAsync(talk, "amina");
        Assert.Contains("Offene Frage", file, StringComparison.Ordinal);
        Assert.Contains("\"Vote\": \"No\"", file, StringComparison.Ordinal);
        Assert.Contains("Geheimfrage", file, StringComparison.Ordinal);
        Assert.DoesNotContain("kohl", file, StringComparison.Ordinal);
        Assert.DoesNotContain("bernd", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Bernd", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Delete_Confirmed_LeavesNothingOfThePersonButRecordsWithoutName(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.SaysAsync("amina", "Meine Mail: a@example.org");
        await talk.PressesAsync("amina", "Speichern");
        await talk.SaysAsync("amina", "Wochenüberblick aus");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        await talk.SaysAsync("amina", "Ja: Neues Banner");
        await talk.EndsBallotAsync("Neues Banner");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Ich komme zum Beirat");

        await talk.SaysAsync("amina", "Meine Daten löschen");
        talk.Hears("amina", "Das geht sofort");
        talk.Hears("amina", "Das bleibt ohne Ihren Namen");
        var again = talk.DataOf("amina", "Endgültig löschen");
        Assert.Contains("Ihre Daten sind gelöscht", await talk.PressesAsync("amina", "Endgültig löschen"), StringComparison.Ordinal);

        var network = await talk.NetworkAsync();
        Assert.DoesNotContain(network.Network.People, person => person.Id.Value == "amina");
        Assert.Equal("ehemalige Person", network.Network.FormerPeople.Single().Name);
        Assert.DoesNotContain(network.Network.Seats, seat => seat.Person.Value == "amina");
        Assert.DoesNotContain(network.Network.Organizations, organization => organization.Representatives.Any(person => person.Value == "amina"));
        Assert.Empty(await LeftOfAsync(talk, "Amina", "a@example.org", "29:amina", Aad));
        Assert.Contains("Neu zu besetzen: Beirat", talk.LastFor("katrin"), StringComparison.Ordinal);
        Assert.StartsWith(Talk.ToStrangers, await talk.PressAsync("amina", "data.delete", again), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Beschlüsse 2026");
        talk.Hears("bernd", "Neues Banner");
        await talk.SaysAsync("amina", "Beschlüsse 2026");
        talk.Hears("amina", Talk.ToStrangers);
    }

    [Fact]
    public async Task Delete_ByWhoeverCoordinatesAlone_NeedsASuccessorFirst()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "bernd");
        await talk.SaysAsync("katrin", "Meine Daten löschen");
        talk.Hears("katrin", "als einzige Person");
        Assert.Contains("als einzige Person", await talk.PressAsync("katrin", "data.delete", []), StringComparison.Ordinal);
        Assert.Single((await talk.NetworkAsync()).Network.Coordinators);
        await talk.SetsUpAsync("Koordination: Bernd Krüger");
        await talk.SaysAsync("katrin", "Meine Daten löschen");
        await talk.PressesAsync("katrin", "Endgültig löschen");
        Assert.Equal(["bernd"], (await talk.NetworkAsync()).Network.Coordinators.Select(person => person.Id.Value));
    }

    /// <summary>Two coordinators leave at the same moment: one of them stays.</summary>
    [Fact]
    public async Task Delete_ByBothCoordinatorsAtOnce_LeavesOne()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.SaysAsync("katrin", "Meine Daten löschen");
        await talk.SaysAsync("ruth", "Meine Daten löschen");
        talk.Settles = false;
        await Task.WhenAll(talk.PressesAsync("katrin", "Endgültig löschen"), talk.PressesAsync("ruth", "Endgültig löschen"));
        talk.Settles = true;
        await talk.SettleAsync();
        Assert.Single((await talk.NetworkAsync()).Network.Coordinators);
    }

    [Fact]
    public async Task Delete_Dismissed_ChangesNothing()
    {
        await using var talk = await Talk.StartAsync();
        var before = (await talk.NetworkAsync()).Version;
        await talk.SaysAsync("amina", "Meine Daten löschen");
        await talk.PressesAsync("amina", "Verwerfen");
        Assert.Equal(before, (await talk.NetworkAsync()).Version);
    }

    /// <summary>Open ballot, running meeting, running election: the name stays until they have ended, and goes then without anybody doing anything.</summary>
    [Fact]
    public async Task Delete_WhileABallotIsOpen_KeepsTheNameUntilItHasEnded()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        await talk.SaysAsync("amina", "Nein: Neues Banner");
        await talk.SaysAsync("amina", "Meine Daten löschen");
        talk.Hears("amina", "bis eine laufende Abstimmung beendet ist");
        await talk.PressesAsync("amina", "Endgültig löschen");
        Assert.StartsWith("Amina", (await talk.NetworkAsync()).Network.FormerPeople.Single().Name, StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ja: Neues Banner");
        talk.Hears("amina", Talk.ToStrangers);

        await talk.SaysAsync("bernd", "Ja: Neues Banner");
        await talk.EndsBallotAsync("Neues Banner");
        await talk.AfterAsync(NodaTime.Duration.FromHours(2));

        Assert.Equal("ehemalige Person", (await talk.NetworkAsync()).Network.FormerPeople.Single().Name);
        Assert.Empty(await LeftOfAsync(talk, "Amina", "29:amina", Aad));
        Assert.Equal(1, talk.HeardBy("katrin", "Neu zu besetzen: Beirat"));
    }

    /// <summary>Somebody without any role who applied once.</summary>
    [Fact]
    public async Task Delete_ByAGuestWithoutRole_Works()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.With(snapshot, "gast", "Greta Gast"));
        await talk.EverybodyOpensAsync("katrin", "gast");
        await talk.SaysAsync("gast", "Delete my data");
        await talk.PressesAsync("gast", "Endgültig löschen");
        Assert.Empty(await LeftOfAsync(talk, "Greta", "29:gast"));
        Assert.Equal(1, talk.HeardBy("katrin", "Kein Amt ist dadurch frei geworden."));
    }

    /// <summary>The store fails at each write in turn: what was confirmed is done in the end, and told once.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Delete_WhenTheStoreFailsOnce_IsDoneInTheEnd(bool isWritten) => Talk.AtEachWriteAsync(6, async failing =>
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.OpensAsync("amina");
        await talk.SaysAsync("amina", "Wochenüberblick aus");
        await talk.SaysAsync("amina", "Meine Daten löschen");
        var data = talk.DataOf("amina", "Endgültig löschen");
        var isSecond = false;
        var writes = await talk.FailOnceAsync(failing, isWritten, async () =>
        {
            if (isSecond && (await talk.NetworkAsync()).Network.FormerPeople.Count > 0)
            {
                return;
            }

            isSecond = true;
            await talk.PressAsync("amina", "data.delete", data.DeepClone().AsObject());
        });

        Assert.Equal("ehemalige Person", (await talk.NetworkAsync()).Network.FormerPeople.Single().Name);
        Assert.Null(await talk.Get<DepartureStore>().FindAsync(Talk.Network, new("amina"), Cancellation));
        Assert.Empty(await LeftOfAsync(talk, "Amina", "29:amina", Aad));
        Assert.Equal(1, talk.HeardBy("katrin", "Neu zu besetzen: Beirat"));
        return writes;
    });

    /// <summary>All cells of all rows that still hold one of these texts. Titles and notes people wrote are records; nobody wrote these.</summary>
    private static async Task<string[]> LeftOfAsync(Talk talk, params string[] texts)
    {
        var tables = talk.Get<ITableStore>();
        var left = new System.Collections.Generic.List<string>();
        foreach (var (table, prefix) in KeptRows.All.Select(rows => (rows.Table, rows.PartitionOf(Talk.Network.Value, Talk.Tenant))).Distinct())
        {
            await foreach (var row in tables.ScanAsync(table, prefix, Cancellation))
            {
                var cells = row.Properties.Select(pair => (pair.Key, Text: pair.Value as string ?? (pair.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : string.Empty))).Append(("RowKey", row.RowKey));
                left.AddRange(cells.Where(cell => texts.Any(text => cell.Item2.Contains(text, StringComparison.Ordinal))).Select(cell => $"{table} {row.RowKey} {cell.Item1}: {cell.Item2}"));
            }
        }

        return [.. left];
    }

    private static async Task<string> FileOfAsync(Talk talk, string who)
    {
        await talk.SaysAsync(who, "Meine Daten als Datei");
        var snapshot = await talk.NetworkAsync();
        var account = new Account("29:" + who, ExamplePeople.All.First(person => person.Key == who).AadObjectId);
        var turn = new Turn
        {
            Activity = new Activity { Conversation = new ConversationAccount { Id = Talk.Personal(who), ConversationType = ConversationTypes.Personal } },
            Snapshot = snapshot,
            Sender = snapshot.PersonOf(account),
            Account = account,
            Reader = Reader.German,
            Now = talk.Time.Now,
        }.In(snapshot);
        var document = await talk.Get<OwnDataFile>().MakeAsync(turn, new System.Collections.Generic.Dictionary<string, string>(), Cancellation);
        return Encoding.UTF8.GetString(document!.Content);
    }
}
