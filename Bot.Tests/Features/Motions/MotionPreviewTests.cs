using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Features.Motions.OpenMotion;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Tests.Cards;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Motions;

/// <summary>The preview of a ballot under rules that ask for secrecy.</summary>
public class MotionPreviewTests
{
    private static readonly Scene Scene = Scene.Of(Writing.Usual, Reader.German);

    [Fact]
    public void Draw_WhereTheRulesSaySecret_Warns()
    {
        var shown = Drawn(SecrecyRule.Always, Draft);
        Assert.Contains("Stimmabgabe\ngeheim", shown, StringComparison.Ordinal);
        Assert.Contains("Bei weniger als 5 Stimmzetteln werden keine Zahlen gezeigt oder aufbewahrt", shown, StringComparison.Ordinal);
        Assert.Contains("Ist das Ergebnis einstimmig, ist daraus zu sehen, wie alle gestimmt haben.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Beginn", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_WhereTheRulesSayByName_WarnsOfNothing()
    {
        var shown = Drawn(SecrecyRule.Never, Draft);
        Assert.Contains("Stimmabgabe\nnamentlich", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("eheim", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "Beginn\nDienstag, 24. November 2026, 09:00 Uhr")]
    [InlineData("2026-11-23", "11:00", "Beginn\nMontag, 23. November 2026, 11:00 Uhr")]
    [InlineData("2026-11-23", "10:59", "frühestens Montag, 23. November 2026, 11:00 Uhr beginnen")]
    public void Draw_WhereSecrecyCanBeAskedFor_OffersTheNextMorningAndAnHourAtLeast(string? day, string? time, string expected) =>
        Assert.Contains(expected, Drawn(SecrecyRule.OnRequestOf(1), Draft with { OpensDay = Day(day), OpensTime = Time(time) }), StringComparison.Ordinal);

    [Fact]
    public void Draw_WithoutAnEnd_CountsTheDaysOfTheRulesFromTheBeginning() =>
        Assert.Contains("Abstimmen bis\nFreitag, 27. November 2026, 18:00 Uhr", Drawn(SecrecyRule.OnRequestOf(1), Draft with { Day = null }), StringComparison.Ordinal);

    [Fact]
    public async Task Open_WhereSecrecyCanBeAskedFor_TakesNoVoteBeforeTheBeginningAndLooksThen()
    {
        await using var talk = await Talk.StartAsync();
        var network = Turn(SecrecyRule.OnRequestOf(1)).Network;
        var proposal = new MotionProposal(MotionKind.General, Scene.Board.Id, "Machen wir mit?", new LocalDateTime(2026, 11, 27, 12, 0)) { Opens = new LocalDateTime(2026, 11, 24, 9, 0) };
        var outcome = await talk.Get<OpenMotionHandler>().HandleAsync(network, proposal, new("katrin"), new BallotId("b"), Scene.Now, TestContext.Current.CancellationToken);
        var ballot = Assert.IsType<Outcome<BallotRecord>.Done>(outcome).Value.Ballot;
        Assert.Equal((BallotSecrecy.OnRequest, Instant.FromUtc(2026, 11, 24, 8, 0)), (ballot.Secrecy, ballot.OpenedAt));
        await talk.SettleAsync();
        var next = await talk.Get<Bot.Platform.Scheduling.DueTable>().NextAsync(TestContext.Current.CancellationToken);
        Assert.True(next <= ballot.OpenedAt.ToDateTimeOffset());
    }

    private static MotionDraft Draft => new()
    {
        Committee = Scene.Board.Id, Title = "Machen wir mit?", Day = new LocalDate(2026, 11, 27), Time = new LocalTime(18, 0), Form = new FormReference(new string('a', 32), 0),
    };

    private static string Drawn(SecrecyRule rule, MotionDraft draft) => CardReading.Words(JsonDocument.Parse(MotionPreview.Draw(Turn(rule), draft).ToJson()).RootElement);

    private static Turn Turn(SecrecyRule rule)
    {
        var turn = Scene.Turn("katrin");
        var decisions = ImmutableDictionary<MotionKind, DecisionRule>.Empty.Add(MotionKind.General, DecisionRule.Default with { Secrecy = rule });
        return turn with
        {
            Snapshot = turn.Snapshot with
            {
                Network = turn.Network with { Committees = [.. turn.Network.Committees.Select(one => one with { Rules = one.Rules with { Decisions = decisions } })] },
            },
        };
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static LocalTime? Time(string? text) => text is null ? null : NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
