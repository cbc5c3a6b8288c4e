using System;
using System.Linq;
using Bot.Tests.Rooms;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Cards;

/// <summary>Cards the bot keeps up to date carry no fields: what is typed into one would be lost with the next update. What they ask comes in a message below (decision 041).</summary>
public class LiveCardTests
{
    /// <summary>The only parts of the bot that bring cards up to date. Whoever adds one adds what it draws to <see cref="Live"/>.</summary>
    private static readonly string[] Updating =
    [
        "Bot/Features/Ballots/BallotPosts.cs", "Bot/Features/Elections/FollowElection/ElectionPosts.cs", "Bot/Features/Meetings/MeetingPosts.cs", "Bot/Features/Sessions/SessionPosts.cs",
    ];

    /// <summary>What they draw while it can still be brought up to date. A question about a tie is left alone while it waits.</summary>
    private static readonly string[] Live = ["BallotCard.Render", "ElectionCard.Render", "MeetingCard.Render", "MeetingCard.RenderPublic", "SessionCard.Render"];

    /// <summary>The fields of a ballot paper stay on its card. The voter's own card changes only when they have voted themselves, or nobody can vote any more. The room's card changes
    /// as others vote, at most at the pace of rooms; what was chosen there and not cast yet can be lost, which 1:1 and typing avoid.</summary>
    private static readonly string[] Paper = ["chosen", "tick", "rank", "mark"];

    [Fact]
    public void CardsAreBroughtUpToDate_OnlyByWhatIsKnown() => Assert.Equal(
        Updating,
        SourceFile.Under("Bot").Where(file => file.Room.StartsWith("Features/", StringComparison.Ordinal) && file.Parts.Code.Contains("posted.UpdateAsync(", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void PostedCards_AreAskedForUnderOneName() => Faults.None(SourceFile.Under("Bot")
        .Where(file => file.Room != "Platform/Deliveries" && file.Parts.Code.Contains("PostedCards", StringComparison.Ordinal) && !file.Parts.Code.Contains("PostedCards posted", StringComparison.Ordinal))
        .Select(file => file.Path));

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void LiveCard_HasNoFields_ButThoseOfAPaper(string language)
    {
        var cards = Enum.GetValues<Writing>().SelectMany(writing => CardCatalogueTests.All(language, writing)).Where(card => Live.Contains(card.Creator)).ToList();
        Assert.Equal(Live, cards.Select(card => card.Creator).Distinct().Order(StringComparer.Ordinal));
        Faults.None(cards.SelectMany(card => CardReading.Inputs(CardCatalogueTests.JsonOf(card)).Select(input => CardReading.TextOf(input, "id"))
            .Where(field => card.Creator != "BallotCard.Render" || !Paper.Any(begin => field.StartsWith(begin, StringComparison.Ordinal)))
            .Select(field => $"{card.Name}: {field}")));
    }
}
