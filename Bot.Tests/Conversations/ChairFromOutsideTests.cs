using System;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Dao leads a meeting of the board without belonging to it: typing does what pressing does, for that meeting only.</summary>
public class ChairFromOutsideTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task WholeMeeting_Typed_WorksLikeForAnyOtherChair(Store store)
    {
        await using var talk = await LedByDaoAsync(store);
        foreach (var (said, heard) in new[]
        {
            ("Anwesenheit", "Beirat"), ("Anwesend: Bernd", "Bernd Krüger"), ("Anwesend: Clara", "Clara Neumann"), ("Abwesend: Clara", "Clara Neumann"),
            ("Sitzung eröffnen", "Eröffnet um 17:00 Uhr."), ("Sitzung", "Danach: TOP 1, Haushalt"), ("Nächster TOP", "Jetzt: TOP 1, Haushalt"), ("weiter", "Jetzt: TOP 2, Demokratiefest"),
            ("TOP 1 aufrufen", "Jetzt: TOP 1, Haushalt"), ("TOP 1 erledigt", "Gerade ist kein Punkt aufgerufen."), ("TOP 3 vertagen", "vertagt TOP 3, Verschiedenes"),
            ("Notiz: Die Presse war da.", "Notiz „Die Presse war da.“"), ("Notiz Beirat: Noch eine", "Notiz „Noch eine“"),
            ("Aufgabe @Bernd bis 3.4.: Saal buchen", "Aufgabe 1 „Saal buchen“ – Bernd Krüger"), ("Beschluss: Wir mieten den Saal. 1 ja", "Beschluss „Wir mieten den Saal.“ – angenommen"),
            ("Beschluss Beirat: Versehen", "Beschluss „Versehen“"), ("Rückgängig", "Zurückgenommen."), ("Jetzt abstimmen: Stellen wir den Antrag?", "Stellen wir den Antrag?"),
            ("Umfrage: Pause? Ja, Nein", "Soll ich diese Umfrage starten?"), ("Sitzung schließen", "Beschlüsse, die ins Beschlussbuch eingetragen werden: 1"),
        })
        {
            await talk.SaysAsync("dao", said);
            Assert.True(talk.LastFor("dao").Contains(heard, StringComparison.Ordinal), $"{said}: {talk.LastFor("dao")}");
        }

        await talk.SaysAsync("dao", "Sitzung schließen: ja");
        Assert.Equal(1, talk.HeardBy("dao", "Die Sitzung ist geschlossen"));
        Assert.Equal(MeetingState.Closed, (await talk.TheMeetingAsync()).State);
        Assert.Equal("Wir mieten den Saal.", Assert.Single(await talk.RegisterAsync()).Text);
    }

    [Fact]
    public async Task Ballot_TypedByTheChair_IsOpenedAndEnded()
    {
        await using var talk = await LedByDaoAsync();
        await talk.SaysAsync("dao", "Sitzung eröffnen");
        await talk.SaysAsync("dao", "Jetzt abstimmen Beirat: Stellen wir den Antrag?");
        await talk.PressesAsync("dao", "Jetzt abstimmen");
        await talk.SaysAsync("bernd", "Ja");
        await talk.SaysAsync("dao", "Ja");
        Assert.DoesNotContain("Ihre Stimme", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Abstimmung beenden");
        await talk.PressesAsync("dao", "Ja, jetzt beenden");
        Assert.Empty(await talk.RunningBallotsAsync());
    }

    /// <summary>Nothing else of the committee, though its members are told: not its other meetings, its tasks, its resolutions.</summary>
    [Theory]
    [InlineData("Beschlüsse 2027", "Geheimes")]
    [InlineData("Beschlüsse Geheimes", "Geheimes")]
    [InlineData("Aufgaben Beirat", "Rechnung prüfen")]
    [InlineData("Wann ist die nächste Sitzung?", "11. Februar")]
    public async Task Others_OfTheCommittee_StayUnseen(string said, string hidden)
    {
        await using var talk = await LedByDaoAsync(prepare: async talk =>
        {
            await talk.CallsAsync("Beirat am 7. Januar um 17 Uhr im Rathaus");
            await talk.AtAsync(2027, 1, 7, 17);
            await talk.SaysAsync("katrin", "Sitzung eröffnen");
            await talk.SaysAsync("katrin", "Beschluss: Geheimes");
            await talk.SaysAsync("katrin", "Aufgabe Bernd: Rechnung prüfen");
            await talk.SaysAsync("katrin", "Sitzung schließen: ja");
        });
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Aufgaben Beirat");
        await talk.SaysAsync("bernd", said);
        Assert.Contains(hidden, talk.LastFor("bernd"), StringComparison.OrdinalIgnoreCase);
        await talk.SaysAsync("dao", said);
        Assert.DoesNotContain(hidden, talk.LastFor("dao"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Rights_EndWithTheMeetingAndWithTheHandingOver()
    {
        await using var talk = await LedByDaoAsync();
        await talk.SaysAsync("dao", "Sitzung eröffnen");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        foreach (var said in new[] { "Beschluss: Nicht mehr", "Notiz: Nicht mehr", "Aufgabe @Bernd: Nicht mehr", "Nächster TOP", "Sitzung schließen: ja", "Sitzung", "Anwesenheit", "Anwesend: Bernd", "Jetzt abstimmen: Nicht mehr?" })
        {
            await talk.SaysAsync("dao", said);
            Assert.True(talk.LastFor("dao").Contains("keine Sitzung", StringComparison.Ordinal), $"{said}: {talk.LastFor("dao")}");
        }

        Assert.Single((await talk.RecordAsync()).Entries);
    }

    [Fact]
    public async Task InSomebodyElsesConversation_TheChairIsNotAnswered()
    {
        await using var talk = await LedByDaoAsync();
        await talk.SaysAsync("dao", "Sitzung eröffnen");
        await talk.SaysAsync("dao", "Notiz Beirat: Im falschen Raum", Talk.Plenary);
        Assert.DoesNotContain("Notiz „Im falschen Raum“", talk.Read(Talk.Plenary), StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Anwesenheit Beirat", Talk.Plenary);
        Assert.DoesNotContain("Bernd", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        Assert.Single((await talk.RecordAsync()).Entries);
    }

    private static async Task<Talk> LedByDaoAsync(Store store = Store.Sqlite, Func<Talk, Task>? prepare = null)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao");
        await (prepare?.Invoke(talk) ?? Task.CompletedTask);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        foreach (var item in new[] { "Haushalt, 15 min", "Demokratiefest", "Verschiedenes" })
        {
            await talk.SaysAsync("amina", "TOP: " + item);
        }

        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Dao");
        await talk.AtAsync(2027, 1, 14, 17);
        return talk;
    }
}
