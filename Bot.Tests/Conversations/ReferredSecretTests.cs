using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Minutes;
using Bot.Features.Minutes;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>An item of the plenary that the board deals with behind closed doors: what is said about it there never appears elsewhere, not with the answer, in minutes, the register or an overview.</summary>
public class ReferredSecretTests
{
    private const string Secret = "Zwiebelfisch";

    private static readonly CommitteeId Board = new("beirat"), Plenum = new("plenum");

    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ConfidentialThere_ComesBackWithoutWords_AndNothingOfItAppearsOutside(bool isHands)
    {
        await using var talk = await ReferredAsync();
        await talk.SaysAsync("katrin", "TOP 1 im Beirat vertraulich");
        await HoldAsync(talk, isHands ? ". 2 ja, 1 nein" : string.Empty);
        await talk.AtAsync(2027, 1, 15, 9);

        var back = Assert.Single((await AgendaAsync(talk, Plenum, 4)).Items);
        Assert.Equal((AgendaItemKind.Answer, string.Empty, "Förderantrag"), (back.Kind, back.Answer, back.Title));
        Assert.Contains("Förderantrag", talk.Read(Talk.Plenary), StringComparison.Ordinal);
        foreach (var line in new[] { "Beschlüsse 2027", "Tagesordnung Plenum", "Aufgaben", "Mein Wochenüberblick", "Sitzung", "Protokoll Beirat", "Beschlüsse Zwiebelfisch" })
        {
            await talk.SaysAsync("dao", line);
            await talk.SaysAsync("amina", line, Talk.Plenary);
            await talk.SaysAsync("amina", line, Talk.Board);
        }

        await talk.AtAsync(2027, 1, 25, 9);
        AssertNothing(talk);
        await AssertMinutesAsync(talk);
    }

    /// <summary>The item goes confidential only after the decision was noted: the answer is written at the end of the meeting, by what holds then.</summary>
    [Fact]
    public async Task MadeConfidentialAfterTheDecision_ComesBackWithoutWords()
    {
        await using var talk = await ReferredAsync();
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("amina", "Sitzung eröffnen Beirat");
        await talk.SaysAsync("katrin", "TOP 1 im Beirat vertraulich");
        await talk.SaysAsync("amina", "TOP 1 aufrufen");
        await talk.SaysAsync("amina", $"Beschluss: Wir reden mit {Secret}");
        await talk.SaysAsync("amina", "TOP erledigt");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await talk.AtAsync(2027, 1, 15, 9);
        Assert.Equal(string.Empty, Assert.Single((await AgendaAsync(talk, Plenum, 4)).Items).Answer);
        AssertNothing(talk);
    }

    /// <summary>Left open there, it goes on to the board's next meeting as confidential as it was, and the plenary hears nothing yet.</summary>
    [Fact]
    public async Task ConfidentialThere_LeftOpen_StaysConfidentialInTheNextMeeting()
    {
        await using var talk = await ReferredAsync();
        await talk.SaysAsync("katrin", "TOP 1 im Beirat vertraulich");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("amina", "Sitzung eröffnen Beirat");
        await talk.SaysAsync("amina", "TOP 1 aufrufen");
        await talk.SaysAsync("amina", $"Notiz: {Secret} war da");
        await talk.SaysAsync("amina", "TOP vertagen");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await talk.AtAsync(2027, 1, 15, 9);
        var carried = Assert.Single((await AgendaAsync(talk, Board, 3)).Items);
        Assert.Equal((AgendaVisibility.Committee, Plenum), (carried.Visibility, carried.ReferredFrom!.Committee));
        Assert.Empty((await AgendaAsync(talk, Plenum, 4)).Items);
        AssertNothing(talk);
    }

    private static async Task<Talk> ReferredAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 13. April um 18 Uhr online");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        await talk.SaysAsync("katrin", "TOP Plenum: Förderantrag");
        await talk.SaysAsync("katrin", "TOP 1 vom Plenum an den Beirat verweisen");
        await talk.PressesAsync("katrin", "Ja, verweisen");
        return talk;
    }

    private static async Task HoldAsync(Talk talk, string hands)
    {
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("amina", "Sitzung eröffnen Beirat");
        await talk.SaysAsync("amina", "TOP 1 aufrufen");
        await talk.SaysAsync("amina", $"Beschluss: Wir reden mit {Secret}{hands}");
        await talk.SaysAsync("bernd", $"Aufgabe Clara bis 20.1.: {Secret} anrufen");
        await talk.SaysAsync("bernd", $"Notiz: {Secret} war da");
        await talk.SaysAsync("amina", "TOP erledigt");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
    }

    private static void AssertNothing(Talk talk)
    {
        foreach (var conversation in new[] { Talk.Plenary, Talk.Board, Talk.Personal("dao") })
        {
            foreach (var message in talk.Connector.In(conversation))
            {
                Assert.DoesNotContain(Secret, message.Content.GetRawText().Replace($"Beschlüsse {Secret}", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    private static async Task AssertMinutesAsync(Talk talk)
    {
        var network = (await talk.NetworkAsync()).Network;
        var meeting = (await talk.MeetingsAsync()).Single(one => one.Committee == Board);
        var body = await talk.Get<MinutesDrafting>().AssembleAsync(network, network.Committee(Board)!, meeting, Cancellation);
        Assert.Contains(Secret, MinutesText.Write(body), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, MinutesText.Write(body.ForEverybody()), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, MinutesText.Write(body.WithoutConfidential()), StringComparison.Ordinal);
    }

    private static async Task<Agenda> AgendaAsync(Talk talk, CommitteeId committee, int month) => await talk.Get<AgendaStore>().OfAsync(
        Talk.Network, (await talk.MeetingsAsync()).First(meeting => meeting.Committee == committee && meeting.Day.Month == month), Cancellation);
}
