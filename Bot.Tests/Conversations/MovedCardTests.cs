using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What becomes of cards, answers and messages about a date that a meeting does not have any more.</summary>
public class MovedCardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Move_SomebodyLeftTheBoard_HearsOnlyThatItIsMoved()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.LeavesTheBoardAsync("clara");
        await talk.SaysAsync("amina", "TOP: Vertrauliches");
        await MoveMeetingTests.MovesAsync(talk, "Beirat verschieben auf 21.1. in die VHS");
        talk.Hears("clara", "Die Sitzung, von der Sie wissen (Donnerstag, 14. Januar 2027, 17:00 Uhr), ist verlegt: **Beirat: Donnerstag, 21. Januar 2027, 17:00 Uhr**");
        Assert.Equal(0, talk.HeardBy("clara", "Vertrauliches"));
        Assert.Equal(0, talk.HeardBy("clara", "VHS"));
    }

    [Fact]
    public async Task Cards_OfTheOldDate_ShowTheNewAndTheirButtonsAnswerRight()
    {
        await using var talk = await MoveMeetingTests.InvitedAsync();
        var invite = talk.DataOf("katrin", "Ich komme");
        var accept = talk.DataOf("amina", "Ich komme");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await MoveMeetingTests.MovesAsync(talk, "Beirat verschieben auf 21.1.");
        foreach (var message in talk.Connector.In(Talk.Board).Where(message => CardReading.Words(message.Content).Contains("Rathaus", StringComparison.Ordinal)))
        {
            Assert.Contains("21. Januar 2027", CardReading.Words(message.Content), StringComparison.Ordinal);
        }

        var said = await talk.PressAsync("amina", "reply.accept", accept);
        Assert.Contains("Diese Sitzung wurde inzwischen verlegt, deshalb ist noch nichts notiert.", said, StringComparison.Ordinal);
        Assert.Contains("Donnerstag, 21. Januar 2027", said, StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Wer kommt zum Beirat?");
        talk.Hears("katrin", "Zugesagt: 0 von 3");
        Assert.Contains("verlegt", await talk.PressAsync("katrin", "reply.regret", invite), StringComparison.Ordinal);

        // The question asked about the old date does not cancel the new one.
        Assert.Contains("21. Januar 2027", await talk.PressesAsync("katrin", "Sitzung absagen"), StringComparison.Ordinal);
        Assert.Equal(MeetingState.Invited, Assert.Single(await talk.MeetingsAsync()).State);
        Assert.Contains("Abgesagt: **Beirat: Donnerstag, 21. Januar", await talk.PressesAsync("katrin", "Sitzung absagen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedMessage_AfterAMove_HearsWhatStands()
    {
        await using var talk = await MoveMeetingTests.InvitedAsync();
        await talk.SaysAsAsync("7", "katrin", "Beirat verschieben auf 21.1.");
        await talk.PressesAsync("katrin", "Verschieben");
        await talk.EditsAsync("7", "katrin", "Beirat verschieben auf 22.1.");
        talk.Hears("katrin", "Verschoben ist schon, und dabei bleibt es: Beirat: Donnerstag, 21. Januar 2027, 17:00 Uhr.");
    }

    [Fact]
    public async Task Reply_AfterTheMove_CountsForTheNewDate()
    {
        await using var talk = await MoveMeetingTests.InvitedAsync();
        await talk.SaysAsync("amina", "Ich kann nicht zum Beirat");
        await MoveMeetingTests.MovesAsync(talk, "Beirat verschieben auf 21.1.");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Empty((await talk.Get<ReplyStore>().OfAsync(Talk.Network, meeting, Cancellation)).Items);
        await talk.PressesAsync("amina", "Ich komme");
        Assert.Equal(ReplyKind.Accepted, Assert.Single((await talk.Get<ReplyStore>().OfAsync(Talk.Network, meeting, Cancellation)).Items).Kind);
    }
}
