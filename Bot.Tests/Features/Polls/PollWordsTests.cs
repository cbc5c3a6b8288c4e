using System;
using System.Globalization;
using Bot.Domain.Polls;
using Bot.Features.Polls.OpenPoll;
using Bot.Tests.Cards;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Features.Polls;

/// <summary>What is understood of a line that asks for a poll. It is Monday, 23 November 2026, 10:00.</summary>
public class PollWordsTests
{
    [Theory]
    [InlineData("Umfrage Beirat: Welches Motto? Vielfalt, Mut, Zusammenhalt bis Freitag 12 Uhr", "beirat One anonymous", "Welches Motto?", "Vielfalt|Mut|Zusammenhalt", "2026-11-27 12:00")]
    [InlineData("Umfrage: Welches Motto? Vielfalt oder Mut", "- One anonymous", "Welches Motto?", "Vielfalt|Mut", "-")]
    [InlineData("Umfrage Plenum: Motto: Vielfalt; Mut", "plenum One anonymous", "Motto", "Vielfalt|Mut", "-")]
    [InlineData("Umfrage Plenum mit Namen: Wer kommt? Ich, Niemand bis 1.12.", "plenum One named", "Wer kommt?", "Ich|Niemand", "2026-12-01 -")]
    [InlineData("Mehrfachumfrage Plenum: Welche Themen? Kita, Schule, Sport bis zum 30.11. um 18 Uhr", "plenum Several anonymous", "Welche Themen?", "Kita|Schule|Sport", "2026-11-30 18:00")]
    [InlineData("Rangfolge IKA: Was zuerst? Fest, Lesung, Ausflug", "ika Ranking anonymous", "Was zuerst?", "Fest|Lesung|Ausflug", "-")]
    [InlineData("Terminumfrage Beirat: Wann? 14.1. 17 Uhr, 15.1. 18:30, 21. Januar bis 5.12.", "beirat Dates named", "Wann?", "2027-01-14T17:00|2027-01-15T18:30|2027-01-21T17:00", "2026-12-05 -")]
    [InlineData("Terminumfrage Beirat anonym: Wann? 14.1. 17 Uhr, 15.1. 18 Uhr", "beirat Dates anonymous", "Wann?", "2027-01-14T17:00|2027-01-15T18:00", "-")]
    [InlineData("Terminumfrage Beirat: 14.1. 17 Uhr, 31.2. 18 Uhr", "beirat Dates named", "", "2027-01-14T17:00|31.2. 18 Uhr", "-")]
    [InlineData("Umfrage Plenum: Gehen wir bis zum Ende? Ja, Nein", "plenum One anonymous", "Gehen wir bis zum Ende?", "Ja|Nein", "-")]
    [InlineData("Umfrage Plenum: Welches Motto", "plenum One anonymous", "Welches Motto", "", "-")]
    [InlineData("Umfrage", "- One anonymous", "", "", "-")]
    [InlineData("Umfrage Plenum Beirat: Was? A, B", "- One anonymous", "Was?", "A|B", "-")]
    [InlineData("poll advisory board: Which motto? Diversity or courage until Friday 12:00", "beirat One anonymous", "Which motto?", "Diversity|courage", "2026-11-27 12:00")]
    [InlineData("ranking plenary: What first? Feast, reading, trip", "plenum Ranking anonymous", "What first?", "Feast|reading|trip", "-")]
    [InlineData("date poll board: When? 14 January 5 pm, 15 January 6 pm", "beirat Dates named", "When?", "2027-01-14T17:00|2027-01-15T18:00", "-")]
    public void Read_ALine_UnderstandsWhoWhatAndUntilWhen(string line, string who, string question, string options, string end)
    {
        var draft = PollWords.Read(Scene.Of(Writing.Usual, Reader.German).Turn("katrin"), new CommandText(line));

        Assert.Equal(who, $"{draft.Committee?.Value ?? "-"} {draft.Kind} {(draft.IsAnonymous ? "anonymous" : "named")}");
        Assert.Equal(question, draft.Question);
        Assert.Equal(options, string.Join('|', draft.Options));
        Assert.Equal(end, draft.Day is null && draft.Time is null
            ? "-"
            : $"{draft.Day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "-"} {draft.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "-"}");
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void Read_AnEndThatIsInDoubt_IsAskedBack()
    {
        var draft = PollWords.Read(Scene.Of(Writing.Usual, Reader.German).Turn("katrin"), new CommandText("Umfrage Beirat: Was? A, B bis 31.2."));

        Assert.Contains("31.2", Assert.Single(draft.Problems).Fragment, StringComparison.Ordinal);
        Assert.Null(draft.In(Scene.Of(Writing.Usual, Reader.German).Network, Scene.Now));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Split_DatesAsTheFormShowsThem_ReadsThemBack(string language)
    {
        var turn = Scene.Of(Writing.Usual, Reader.For(language)).Turn("katrin");
        string[] dates = ["2027-01-14T17:00", "2027-02-28T09:30", "2027-12-31T23:59"];
        var shown = string.Join("; ", OptionWords.All(turn.Reader, dates));

        Assert.Equal(dates, PollDraft.Split(shown, PollKind.Dates, turn, turn.Network.AdvisoryBoard));
    }

    [Fact]
    public void In_WithoutAnEnd_TakesTheCommitteesUsualOne()
    {
        var scene = Scene.Of(Writing.Usual, Reader.German);
        var draft = PollWords.Read(scene.Turn("katrin"), new CommandText("Umfrage Beirat: Was? A, B"));

        Assert.Equal(scene.Board.Rules.BallotClosesAt(Scene.Now, scene.Network.Zone), draft.In(scene.Network, Scene.Now)!.ClosesAt);
    }
}
