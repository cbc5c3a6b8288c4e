using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A meeting from opening to closing, as people lead and see it.</summary>
public class SessionTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task WholeMeeting_LedFromTheChairsView_EndsInTheRegister(Store store)
    {
        await using var talk = await Talk.AtTheBoardAsync(store, snapshot => Talk.WithRules(
            snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) } }));
        await talk.SaysAsync("bernd", "Sitzung eröffnen");
        talk.Hears("bernd", "Das kann nur, wer diese Sitzung leitet, oder die Koordination.");
        await talk.SaysAsync("amina", "Beschluss: Zu früh");
        talk.Hears("amina", "Die Sitzung ist noch nicht eröffnet.");
        await talk.SaysAsync("amina", "Sitzung");
        talk.Hears("amina", "Die Sitzung ist noch nicht eröffnet.");
        Assert.Contains("Eröffnet: Beirat", await talk.PressesAsync("amina", "Sitzung eröffnen"), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("amina", "Eröffnet um 17:00 Uhr."));
        talk.Shows(Talk.Board, "Eröffnet um 17:00 Uhr.");
        talk.Hears("katrin", "Eröffnet um 17:00 Uhr.");
        Assert.Equal(0, talk.HeardBy("bernd", "Eröffnet um"));

        await talk.SaysAsync("amina", "Anwesend: Amina, Hans und Bernd");
        talk.Hears("amina", "Unter „Hans“ finde ich in dieser Sitzung niemanden mit Stimmrecht");
        await talk.SaysAsync("amina", "Anwesend: Amina, Bernd und Amina Yıldız");
        talk.Hears("amina", "Als anwesend vermerkt: Amina Yıldız; Bernd Krüger.");
        await talk.SaysAsync("amina", "Sitzung");
        talk.Hears("amina", "Gerade ist kein Punkt aufgerufen.");
        talk.Hears("amina", "Danach: TOP 1, Haushalt");
        talk.Hears("amina", "In diesem Moment beschlussfähig: nötig mindestens 1/2 von 3, anwesend 2.");
        talk.Hears("amina", "17:00 Uhr: Bernd Krüger ist gekommen");
        await talk.SaysAsync("amina", "Notiz: Der Ton ist gut.");
        Assert.Contains("Jetzt: TOP 1, Haushalt", await talk.PressesAsync("amina", "Nächster TOP"), StringComparison.Ordinal);

        await talk.AtAsync(2027, 1, 14, 17, 20);
        await talk.SaysAsync("bernd", "Sitzung");
        talk.Hears("bernd", "Die Zeit ist überschritten: 20 statt 15 Minuten (Stand 17:20 Uhr).");
        Assert.DoesNotContain("ist gekommen", talk.LastFor("bernd"), StringComparison.Ordinal);
        Assert.Equal(["Aktualisieren"], talk.Buttons(Talk.Personal("bernd")));

        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal. 2 ja, 1 nein, 1 Enthaltung");
        talk.Hears("amina", "Gezählt sind 4 Stimmen, stimmberechtigt sind aber nur 3.");
        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal. 2 ja, 1 nein");
        talk.Hears("amina", "Gezählt sind 3 Stimmen, als anwesend vermerkt sind aber nur 2. Stimmen die Zahlen?");
        Assert.Empty((await talk.RecordAsync()).Decisions);
        Assert.Contains("Beschluss „Wir mieten den Saal.“ – angenommen: 2 ja, 1 nein, 0 enthalten", await talk.PressesAsync("amina", "Die Zahlen stimmen"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Beschluss: Der Beirat dankt der Stadt.");
        talk.Hears("amina", "im Einvernehmen, nicht ausgezählt");
        talk.Hears("amina", "Ins Beschlussbuch kommt es, wenn die Sitzung geschlossen wird");
        await talk.SaysAsync("amina", "Beschluss: Versehen");
        await talk.SaysAsync("amina", "Rückgängig");
        talk.Hears("amina", "Zurückgenommen. 17:20 Uhr: Beschluss „Versehen“");
        await talk.SaysAsync("bernd", "Notiz: Die Stadt stellt die Technik.");
        await talk.SaysAsync("bernd", "Aufgabe Clara bis 3.4.: Saal buchen");
        talk.Hears("bernd", "Aufgabe 1 „Saal buchen“ – Clara Neumann, bis ");
        talk.Shows(Talk.Board, "Aufgabe 1 „Saal buchen“");

        await talk.SaysAsync("amina", "TOP 3 vertagen");
        talk.Hears("amina", "vertagt TOP 3, Verschiedenes");
        await talk.SaysAsync("amina", "TOP 2 aufrufen");
        talk.Hears("amina", "Jetzt: TOP 2, Demokratiefest");
        Assert.Equal([AgendaItemState.Done, AgendaItemState.Open, AgendaItemState.Postponed], (await talk.AgendaAsync()).Items.Select(item => item.State));
        await talk.SaysAsync("bernd", "Ich gehe");
        await talk.SaysAsync("amina", "Sitzung");
        talk.Hears("amina", "17:20 Uhr: Bernd Krüger ist gegangen");
        talk.Hears("amina", "In diesem Moment nicht beschlussfähig");

        await talk.PressesAsync("amina", "Sitzung schließen");
        talk.Hears("amina", "Beschlüsse, die ins Beschlussbuch eingetragen werden: 2");
        Assert.Empty(await talk.RegisterAsync());
        Assert.Contains("Geschlossen um 17:20 Uhr.", await talk.PressesAsync("amina", "Ja, jetzt schließen"), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "Im Beschlussbuch stehen daraus: 2027-01, 2027-02.");
        var register = await talk.RegisterAsync();
        Assert.Equal([("Wir mieten den Saal.", Verdict.Accepted, false), ("Der Beirat dankt der Stadt.", Verdict.Accepted, true)], register.Select(entry => (entry.Text, entry.Verdict, entry.ByConsent)));
        Assert.Equal(new Tally(2, 1, 0, 0, 3, 3, 0), register[0].Tally);
        Assert.Null(ResolutionChain.FirstBroken(register));
        Assert.Equal([AgendaItemState.Done, AgendaItemState.Done, AgendaItemState.Postponed], (await talk.AgendaAsync()).Items.Select(item => item.State));
        await talk.SaysAsync("amina", "Beschluss: Zu spät");
        talk.Hears("amina", "Die Sitzung ist geschlossen, seit ");
        await talk.SaysAsync("amina", "Rückgängig");
        talk.Hears("amina", "Die Sitzung ist geschlossen, seit ");
        await talk.SaysAsync("bernd", "Beschlüsse 2027");
        talk.Hears("bernd", "Im Einvernehmen beschlossen, nicht ausgezählt.");
    }

    [Fact]
    public async Task WholeMeeting_InEnglish_IsUnderstood()
    {
        await using var talk = await Talk.AtTheBoardAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Open meeting");
        talk.Hears("amina", "Opened at 17:00.");
        await talk.SaysAsync("amina", "Next item");
        talk.Hears("amina", "Now: item 1, Haushalt");
        await talk.SaysAsync("amina", "Decision: We rent the hall. 2 yes, 1 no");
        talk.Hears("amina", "2 yes, 1 no, 0 abstained");
        await talk.SaysAsync("amina", "Task @Bernd by 3 April: book the hall");
        talk.Hears("amina", "task 1 “book the hall” – Bernd Krüger, by ");
        await talk.SaysAsync("amina", "Note: fine");
        await talk.SaysAsync("amina", "Undo");
        talk.Hears("amina", "Undone. 17:00: note “fine”");
        await talk.SaysAsync("amina", "Postpone item 2");
        await talk.SaysAsync("amina", "Item done");
        talk.Hears("amina", "No item is called up now.");
        await talk.SaysAsync("amina", "Close meeting: yes");
        Assert.Contains("Closed at 17:00.", talk.Read(Talk.Personal("amina")), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("amina", "The meeting is closed: Beirat, meeting on Thursday"));
        talk.Hears("amina", "The draft of the minutes is there.");
        Assert.Single(await talk.RegisterAsync());
    }

    [Theory]
    [InlineData(15, 59, 59, false)]
    [InlineData(16, 0, 0, true)]
    public async Task Open_AroundAnHourBefore(int hour, int minute, int second, bool opens)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, hour, minute, second);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        talk.Hears("katrin", opens ? "Eröffnet um 16:00 Uhr." : "Im Moment gibt es keine Sitzung, die sich eröffnen lässt.");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task NobodyCloses_TheClockDoes_AndTheRegisterIsWritten(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Nächster TOP");
        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal.");
        talk.Settles = false;
        talk.Time.SetBerlin(2027, 1, 15, 0, 0);
        await talk.SaysAsync("amina", "Beschluss Beirat: Nach Mitternacht"); // no job has looked yet
        talk.Hears("amina", "Im Moment läuft keine Sitzung");
        Assert.Equal(MeetingState.InSession, (await talk.TheMeetingAsync()).State);
        talk.Settles = true;
        await talk.AtAsync(2027, 1, 18, 9); // the server was asleep over the weekend
        var meeting = await talk.TheMeetingAsync();
        Assert.Equal((MeetingState.Closed, Instant.FromUtc(2027, 1, 14, 23, 0)), (meeting.State, meeting.ClosedAt));
        Assert.True((await talk.RecordAsync()).Closing!.ByClock);
        Assert.Equal(new LocalDate(2027, 1, 14), Assert.Single(await talk.RegisterAsync()).DecidedOn);
        Assert.Equal(1, talk.CountOf(Talk.Board, "niemand hatte sie geschlossen"));
        Assert.Equal(AgendaItemState.Done, (await talk.AgendaAsync()).Items[0].State);
    }

    [Fact]
    public async Task MeetingOverMidnight_GoesOn_AndDecisionsHaveTheirDay()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 27. März von 22 bis 1 Uhr im Rathaus"); // the clocks go forward in the night
        await talk.AtAsync(2027, 3, 27, 22);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        await talk.AtAsync(2027, 3, 28, 3, 30);
        await talk.SaysAsync("katrin", "Beschluss: Nach Mitternacht.");
        talk.Hears("katrin", "03:30 Uhr: Beschluss „Nach Mitternacht.“");
        await talk.SaysAsync("katrin", "Sitzung schließen: ja");
        Assert.Equal(new LocalDate(2027, 3, 28), Assert.Single(await talk.RegisterAsync()).DecidedOn);
    }

    [Fact]
    public async Task Confidential_OutsideAndInTheRoom_IsNotTold()
    {
        await using var talk = await Talk.OpenedAsync();
        var id = (await talk.TheMeetingAsync()).Id;
        await talk.ChangeItemAsync(id, 1, item => item with { Visibility = AgendaVisibility.Committee });
        await talk.SaysAsync("amina", "Nächster TOP");
        await talk.SaysAsync("amina", "Notiz: Geheimes");
        talk.Hears("amina", "Geheimes");
        await talk.SaysAsync("bernd", "Sitzung");
        talk.Hears("bernd", "Jetzt: TOP 1, Haushalt");
        await talk.SaysAsync("bernd", "Sitzung", Talk.Board);
        talk.Shows(Talk.Board, "Jetzt: TOP 1, (vertraulich)");
        await talk.SaysAsync("bernd", "Notiz: Noch geheimer", Talk.Board);
        await talk.SaysAsync("bernd", "Aufgabe Dao: Geheimes tragen");
        talk.Hears("bernd", "Der Punkt ist vertraulich, und „Dao Nguyen“ gehört nicht zum Gremium.");
        await talk.SaysAsync("bernd", "Aufgabe Clara: Geheimes bringen", Talk.Board);
        await talk.SaysAsync("bernd", "Aufgaben", Talk.Board);
        talk.Shows(Talk.Board, "Es gibt keine offenen Aufgaben.");
        await talk.SaysAsync("bernd", "Sitzung", Talk.Plenary);
        talk.Shows(Talk.Plenary, "Im Moment läuft keine Sitzung");
        await talk.SaysAsync("dao", "Sitzung");
        talk.Hears("dao", "Im Moment läuft keine Sitzung, zu der Sie gehören.");
        Assert.DoesNotContain("eheim", talk.Read(Talk.Board), StringComparison.Ordinal);
        Assert.DoesNotContain("Haushalt", talk.Last(Talk.Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedCards_FollowWhatHappens_AndWhoLeads()
    {
        await using var talk = await Talk.OpenedAsync();
        var updates = talk.Connector.Updates;
        await talk.SaysAsync("amina", "Nächster TOP");
        Assert.True(talk.Connector.Updates > updates);
        Assert.Contains("Jetzt: TOP 1, Haushalt", talk.Read(Talk.Board), StringComparison.Ordinal);
        updates = talk.Connector.Updates;
        await talk.SaysAsync("bernd", "Ich bin da");
        Assert.True(talk.Connector.Updates > updates);
        Assert.Contains("Jetzt anwesend: 1 von 3", talk.Read(Talk.Board), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Bernd");
        await talk.SaysAsync("bernd", "Nächster TOP");
        talk.Hears("bernd", "Jetzt: TOP 2, Demokratiefest");
        await talk.SaysAsync("amina", "Nächster TOP");
        talk.Hears("amina", "Das kann nur, wer diese Sitzung leitet");
    }

    [Fact]
    public async Task Edited_AfterItWasNoted_IsToldWhatStands()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsAsync("1", "amina", "Beschluss: Wir mieten den Saal. 12 ja");
        talk.Hears("amina", "Gezählt sind 12 Stimmen");
        await talk.EditsAsync("1", "amina", "Beschluss: Wir mieten den Saal. 2 ja");
        Assert.Contains("angenommen: 2 ja", talk.Read(Talk.Personal("amina")), StringComparison.Ordinal);
        await talk.EditsAsync("1", "amina", "Beschluss: Wir mieten zwei Säle. 2 ja");
        talk.Hears("amina", "Die Nachricht ist schon festgehalten");
        Assert.Equal("Wir mieten den Saal.", Assert.Single((await talk.RecordAsync()).Decisions).Text);
    }

    [Theory]
    [InlineData("Beschluss: Saal. 2 ja, 2 ja", "Eine Seite ist zweimal genannt.")]
    [InlineData("Beschluss: Saal. 2 Enthaltungen", "Da fehlen die Ja- und Nein-Stimmen.")]
    [InlineData("Beschluss: Wir nehmen Raum no 2", "Ich bin nicht sicher, was davon die Zählung ist.")]
    [InlineData("Beschluss: 2 ja", "Da fehlt noch, was festgehalten werden soll.")]
    [InlineData("Notiz", "Da fehlt noch, was festgehalten werden soll.")]
    [InlineData("Aufgabe", "Da fehlt noch, was festgehalten werden soll.")]
    [InlineData("TOP 9 aufrufen", "Einen TOP 9 gibt es auf der Tagesordnung nicht.")]
    [InlineData("TOP erledigt", "Es ist gerade kein Punkt aufgerufen.")]
    [InlineData("Rückgängig", "Eröffnung zurücknehmen?")]
    public async Task WhatCannotBeDone_IsSaid(string line, string said)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", line);
        talk.Hears("amina", said);
        Assert.Single((await talk.RecordAsync()).Entries);
    }

    [Fact]
    public async Task Tie_ThatWaits_DoesNotGoToTheRegister()
    {
        await using var talk = await Talk.OpenedAsync(change: snapshot => Talk.WithRules(
            snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Tie = TieRule.Repeat } }));
        await talk.SaysAsync("amina", "Beschluss: Saal. 1 ja, 1 nein");
        talk.Hears("amina", "Damit ist noch nichts entschieden");
        await talk.SaysAsync("amina", "Sitzung schließen");
        talk.Hears("amina", "Abstimmungen mit Gleichstand, die nicht eingetragen werden: 1");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Empty(await talk.RegisterAsync());
    }

    [Fact]
    public async Task TwoMeetings_AtOnce_AreToldApartByTheirCommittee()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        talk.Hears("katrin", "Es laufen mehrere Sitzungen: ");
        await talk.SaysAsync("katrin", "Sitzung eröffnen Beirat");
        await talk.SaysAsync("katrin", "Sitzung eröffnen Plenum");
        talk.Hears("katrin", "Plenum, Sitzung am");
        await talk.SaysAsync("katrin", "Notiz: Wo?");
        talk.Hears("katrin", "Es laufen mehrere Sitzungen: ");
        await talk.SaysAsync("katrin", "Notiz Beirat: Hier");
        talk.Hears("katrin", "Festgehalten.");
        await talk.SaysAsync("amina", "Notiz: Im Raum", Talk.Board);
        talk.Shows(Talk.Board, "Notiz „Im Raum“");
    }

    [Fact]
    public async Task OpenBallots_OfTheMeeting_AreOnTheView()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Sitzung");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        await talk.PressesAsync("amina", "Jetzt abstimmen", null, ("question", "Stellen wir den Antrag?"), ("minutes", "15"));
        await talk.SaysAsync("amina", "Sitzung");
        talk.Hears("amina", "Laufende Abstimmungen dieser Sitzung: 1");
        talk.Hears("amina", "Stellen wir den Antrag? (bis 17:15 Uhr)");
        await talk.SaysAsync("amina", "Sitzung schließen");
        talk.Hears("amina", "Abstimmungen, die damit enden: 1");
    }
}
