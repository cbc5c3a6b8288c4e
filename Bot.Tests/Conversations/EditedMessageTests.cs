using System;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>People correct what they wrote: before anything was done it is taken anew, afterwards the bot says what stands.</summary>
public sealed class EditedMessageTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_EditedBeforeItIsConfirmed_ReplacesThePreviewInPlace(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var old = talk.DataOf("katrin", "Einladen");

        await talk.EditsAsync("1", "katrin", "Beirat am 21. Januar um 18 Uhr im Rathaus");

        var shown = Assert.Single(talk.Connector.In(Talk.Personal("katrin")));
        Assert.Equal(1, shown.Updates);
        talk.Hears("katrin", "Donnerstag, 21. Januar 2027, 18:00 Uhr");
        Assert.StartsWith("Diese Vorschau gilt nicht mehr", await talk.PressAsync("katrin", "meeting.call", old), StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Equal(new LocalDate(2027, 1, 21), Assert.Single(await talk.MeetingsAsync()).Day);
    }

    [Fact]
    public async Task Call_EditedAndTheBotRestartedBetween_IsStillTheSameMessage()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.RestartAsync();
        await talk.EditsAsync("1", "katrin", "Beirat am 21. Januar um 17 Uhr im Rathaus");
        await talk.RestartAsync();
        await talk.EditsAsync("1", "katrin", "Beirat am 28. Januar um 17 Uhr im Rathaus");
        Assert.Equal(2, Assert.Single(talk.Connector.In(Talk.Personal("katrin"))).Updates);
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Equal(new LocalDate(2027, 1, 28), Assert.Single(await talk.MeetingsAsync()).Day);
    }

    [Theory]
    [InlineData("de-DE", "Eingeladen ist schon, und dabei bleibt es: Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr.")]
    [InlineData("en-GB", "People are already invited, and that stands: Beirat: Thursday, 14 January 2027")]
    public async Task Call_EditedAfterItWasConfirmed_SaysWhatStandsAndCallsNothing(string locale, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Einladen");
        talk.Locale = locale;
        var before = talk.Connector.In(Talk.Personal("katrin")).Count;

        await talk.EditsAsync("1", "katrin", "Beirat am 21. Januar um 17 Uhr im Rathaus");
        await talk.EditsAsync("1", "katrin", "Beirat am 21. Januar um 17 Uhr im Rathaus");

        talk.Hears("katrin", said);
        Assert.Equal(before + 1, talk.Connector.In(Talk.Personal("katrin")).Count);
        Assert.Equal(new LocalDate(2027, 1, 14), Assert.Single(await talk.MeetingsAsync()).Day);
    }

    [Fact]
    public async Task Call_EditedAfterTheMeetingWasCancelled_SaysThat()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Einladen");
        await talk.SaysAsAsync("2", "katrin", "Beirat absagen: krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        foreach (var (id, text) in new[] { ("1", "Beirat am 21. Januar um 17 Uhr"), ("2", "Beirat absagen: verreist") })
        {
            await talk.EditsAsync(id, "katrin", text);
            talk.Hears("katrin", "Diese Sitzung ist bereits abgesagt: Beirat: Donnerstag, 14. Januar 2027");
        }

        Assert.Empty(await talk.MeetingsAsync());
    }

    [Fact]
    public async Task Misunderstood_ThenCorrected_IsUnderstoodInItsPlace()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "xyzzy");
        talk.Hears("katrin", "leider nicht verstanden");
        await talk.EditsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Hears("katrin", "Einladung prüfen: Beirat");
        Assert.Single(talk.Connector.In(Talk.Personal("katrin")));
        await talk.EditsAsync("1", "katrin", "Wann ist die nächste Sitzung?");
        talk.Hears("katrin", "noch keine Sitzung geplant");
        Assert.Single(talk.Connector.In(Talk.Personal("katrin")));
    }

    [Theory]
    [InlineData("Beirat am 14. Januar um 17 Uhr im Rathaus", null)]
    [InlineData("  Beirat am 14.   Januar um 17 Uhr im Rathaus ", null)]
    [InlineData("Beirat am 14. Januar um 17 Uhr im Rathaus", "bernd")]
    public async Task Edit_ThatChangesNothingOrIsNotTheAuthors_IsNone(string text, string? editor)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.EditsAsync("1", editor ?? "katrin", editor is null ? text : "Beirat am 21. Januar um 17 Uhr");
        Assert.Equal(0, talk.Connector.Updates);
        Assert.Equal(1, talk.Connector.Count);
    }

    [Theory]
    [InlineData("Wann ist die nächste Sitzung?")]
    [InlineData("Mitglieder")]
    public async Task Question_Edited_IsLeftAlone(string question)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "amina", question);
        await talk.EditsAsync("1", "amina", "TOP: Haushalt");
        await talk.EditsAsync("never heard", "amina", "TOP: Haushalt");
        Assert.Equal(1, talk.Connector.Count);
    }

    [Fact]
    public async Task VoteByWord_Edited_CountsAsTheNewWordAndIsAnsweredInPlace()
    {
        await using var talk = await BoardVotesAsync();
        await talk.SaysAsAsync("1", "amina", "Ja");
        var messages = talk.Connector.In(Talk.Personal("amina")).Count;

        await talk.EditsAsync("1", "amina", "Nein");

        talk.Hears("amina", "Ihre Stimme: **Nein**");
        Assert.Equal(messages, talk.Connector.In(Talk.Personal("amina")).Count);
        Assert.Equal(VoteOption.No, await VoteOfAsync(talk, "amina"));

        await talk.EditsAsync("1", "amina", "Nein, das meinte ich nicht");
        talk.Hears("amina", "Ihre Stimme steht; die geänderte Nachricht ändert sie nicht.");
        Assert.Equal(VoteOption.No, await VoteOfAsync(talk, "amina"));
    }

    [Fact]
    public async Task VoteByWord_EditedAfterTheEnd_ChangesNothing()
    {
        await using var talk = await BoardVotesAsync();
        await talk.SaysAsAsync("1", "amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("katrin", "Abstimmungen");
        await talk.EditsAsync("1", "clara", "Nein");
        await talk.EditsAsync("1", "amina", "Nein: etwas ganz anderes");
        Assert.Equal(VoteOption.Yes, await VoteOfAsync(talk, "amina"));
    }

    [Fact]
    public async Task Item_EditedAfterItWasAdded_StaysAndIsNotAddedTwice()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsAsync("1", "amina", "TOP: Haushalt");
        await talk.EditsAsync("1", "amina", "TOP: Haushalt 2027");
        talk.Hears("amina", "Der Punkt steht schon auf der Tagesordnung");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        var agenda = await talk.Get<AgendaStore>().OfAsync(Talk.Network, meeting, TestContext.Current.CancellationToken);
        Assert.Equal("Haushalt", Assert.Single(agenda.Items).Title);
    }

    [Fact]
    public async Task Application_Edited_IsTakenAnewBeforeAndStandsAfterwards()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsAsync("1", "katrin", "Aufnahme beantragen: Verein Brüke");
        await talk.EditsAsync("1", "katrin", "Aufnahme beantragen: Verein Brücke");
        await talk.PressesAsync("katrin", "Antrag stellen");
        await talk.EditsAsync("1", "katrin", "Aufnahme beantragen: Verein Brücke e. V.");
        talk.Hears("katrin", "Der Antrag von **Verein Brücke** ist gestellt.");
        Assert.NotNull(await talk.RunningCaseAsync("Verein Brücke"));
        Assert.Null(await talk.RunningCaseAsync("Verein Brüke"));
        Assert.Null(await talk.RunningCaseAsync("Verein Brücke e. V."));
    }

    [Theory]
    [InlineData("de-DE", "Die Nachricht wurde gelöscht, also ist nichts geschehen.")]
    [InlineData("en-GB", "The message was deleted, so nothing was done.")]
    public async Task Call_Deleted_WithdrawsItsPreviewUntilTheDeletionIsTakenBack(string locale, string said)
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = locale;
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var old = talk.DataOf("katrin", locale == "de-DE" ? "Einladen" : "Invite");
        await talk.DeletesAsync("1", "katrin");
        await talk.DeletesAsync("1", "katrin");
        talk.Hears("katrin", said);
        Assert.StartsWith(said, await talk.PressAsync("katrin", "meeting.call", old), StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());

        await talk.EditsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus", eventType: "undeleteMessage");
        await talk.PressesAsync("katrin", locale == "de-DE" ? "Einladen" : "Invite");
        Assert.Single(await talk.MeetingsAsync());
        Assert.Single(talk.Connector.In(Talk.Personal("katrin")), message => CardReading.Words(message.Content).Contains("14", StringComparison.Ordinal) && message.Updates == 2);
    }

    [Fact]
    public async Task Call_DeletedAfterItWasConfirmed_StandsAndNothingIsSaid()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Einladen");
        var traffic = talk.Traffic;
        await talk.DeletesAsync("1", "katrin");
        Assert.Equal(traffic, talk.Traffic);
        Assert.Single(await talk.MeetingsAsync());
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public async Task Edit_AroundSevenDaysLater_IsKnownOnlyBefore(int days, bool isKnown)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AfterAsync(Duration.FromDays(days));
        await talk.EditsAsync("1", "katrin", "Beirat am 21. Januar um 17 Uhr im Rathaus");
        Assert.Equal(isKnown ? 1 : 0, Assert.Single(talk.Connector.In(Talk.Personal("katrin")), message => message.Id == "1").Updates);
    }

    [Fact]
    public async Task Call_InARoomByMention_EditedThere_ReplacesThePreviewThere()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsAsync("1", "katrin", "Sitzung planen: am 14. Januar um 17 Uhr", Talk.Board);
        await talk.EditsAsync("1", "katrin", "Sitzung planen: am 21. Januar um 17 Uhr", Talk.Board);
        talk.Shows(Talk.Board, "Donnerstag, 21. Januar 2027, 17:00 Uhr");
        Assert.Single(talk.Connector.In(Talk.Board));
    }

    private static async Task<Talk> BoardVotesAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.AppliesAsync("Verein Brücke");
        return talk;
    }

    private static async Task<VoteOption?> VoteOfAsync(Talk talk, string who)
    {
        var admission = (await talk.RunningCaseAsync("Verein Brücke"))!;
        return (await talk.Get<BallotStore>().FindEntryAsync(Talk.Network, admission.BoardBallot, new VoterId(who), TestContext.Current.CancellationToken))?.Value.Vote;
    }
}
