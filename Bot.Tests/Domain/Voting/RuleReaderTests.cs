using System.Linq;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>Words of rules as people write them.</summary>
public class RuleReaderTests
{
    private const string Simple = "yes+no>1/2", TwoThirds = "yes+no>=2/3", Consensus = "yes+no>1/2;objection-blocks", Unanimous = "yes+no>=1/1";

    [Theory]
    // Simple majorities.
    [InlineData("einfache Mehrheit", Simple)]
    [InlineData("Einfache Mehrheit.", Simple)]
    [InlineData("mit einfacher Mehrheit der abgegebenen Stimmen", Simple)]
    [InlineData("mindestens die einfache Mehrheit", Simple)]
    [InlineData("die Mehrheit", Simple)]
    [InlineData("Mehrheit der Stimmen", Simple)]
    [InlineData("relative Mehrheit", Simple)]
    [InlineData("mehr Ja als Nein", Simple)]
    [InlineData("mehr Ja-Stimmen als Nein-Stimmen", Simple)]
    [InlineData("mehr als die Hälfte", Simple)]
    [InlineData("mehr als die Hälfte der Ja- und Nein-Stimmen", Simple)]
    [InlineData("über die Hälfte der abgegebenen Stimmen", Simple)]
    [InlineData("mehr als 1/2 der Stimmen ohne Enthaltungen", Simple)]
    [InlineData("mehr als ½", Simple)]
    [InlineData("simple majority", Simple)]
    [InlineData("more yes than no", Simple)]
    [InlineData("more than half of the votes cast", Simple)]
    [InlineData("einfache Mehrheit der Anwesenden", "present>1/2")]
    [InlineData("Mehrheit der anwesenden Mitglieder", "present>1/2")]
    [InlineData("mehr als die Hälfte der Anwesenden", "present>1/2")]
    [InlineData("more than half of the members present", "present>1/2")]
    [InlineData("Mehrheit aller Mitglieder", "entitled>1/2")]
    [InlineData("absolute Mehrheit aller Stimmberechtigten", "entitled>1/2")]
    [InlineData("absolute Mehrheit der abgegebenen Stimmen", Simple)]
    [InlineData("absolute majority of all entitled to vote", "entitled>1/2")]
    [InlineData("mehr als die Hälfte der abgegebenen Stimmen, Enthaltungen zählen mit", null)]
    [InlineData("mehr als die Hälfte der abgegebenen Stimmen samt Enthaltungen", "yes+no+abstain>1/2")]
    [InlineData("mehr als die Hälfte der Ja-, Nein-Stimmen und Enthaltungen", "yes+no+abstain>1/2")]
    [InlineData("at least half of the votes cast including abstentions", "yes+no+abstain>=1/2")]
    // Shares.
    [InlineData("Zweidrittel der abgegebenen Ja- und Nein-Stimmen", TwoThirds)]
    [InlineData("zwei Drittel", TwoThirds)]
    [InlineData("2/3", TwoThirds)]
    [InlineData("2 / 3 der Stimmen", TwoThirds)]
    [InlineData("⅔", TwoThirds)]
    [InlineData("Zweidrittelmehrheit", TwoThirds)]
    [InlineData("Zwei-Drittel-Mehrheit", TwoThirds)]
    [InlineData("Mehrheit von zwei Dritteln der abgegebenen Stimmen", TwoThirds)]
    [InlineData("qualifizierte Mehrheit von 2/3", TwoThirds)]
    [InlineData("two thirds majority", TwoThirds)]
    [InlineData("a majority of two-thirds", TwoThirds)]
    [InlineData("mehr als zwei Drittel", "yes+no>2/3")]
    [InlineData("nicht weniger als zwei Drittel", TwoThirds)]
    [InlineData("no less than two thirds", TwoThirds)]
    [InlineData("Dreiviertelmehrheit", "yes+no>=3/4")]
    [InlineData("mindestens drei Viertel aller Stimmberechtigten", "entitled>=3/4")]
    [InlineData("three quarters of all members", "entitled>=3/4")]
    [InlineData("mindestens drei Fünftel der Anwesenden", "present>=3/5")]
    [InlineData("mindestens die Hälfte der Anwesenden", "present>=1/2")]
    [InlineData("mindestens ein Drittel der Stimmberechtigten", "entitled>=1/3")]
    [InlineData("mindestens 17/31 der Anwesenden", "present>=17/31")]
    [InlineData("mindestens 2/4", "yes+no>=2/4")]
    // All, and consensus.
    [InlineData("einstimmig", Unanimous)]
    [InlineData("unanimous", Unanimous)]
    [InlineData("Einstimmigkeit der Anwesenden", "present>=1/1")]
    [InlineData("alle Stimmberechtigten", "entitled>=1/1")]
    [InlineData("all entitled", "entitled>=1/1")]
    [InlineData("Konsens", Consensus)]
    [InlineData("kein Einwand", Consensus)]
    [InlineData("Konsens / kein Einwand", Consensus)]
    [InlineData("ohne Gegenstimme", Consensus)]
    [InlineData("consensus", Consensus)]
    [InlineData("no objection", Consensus)]
    // Typing errors.
    [InlineData("einfahce Mehrheit", Simple)]
    [InlineData("Zweidritelmehrheit", TwoThirds)]
    [InlineData("mindestns drei Vietel aller Stimberechtigten", "entitled>=3/4")]
    [InlineData("mehr als die Hälfe der Anwesnden", "present>1/2")]
    [InlineData("Konsenz", Consensus)]
    [InlineData("einstimig", Unanimous)]
    [InlineData("ZWEI DRITTEL DER ANWESENDEN", "present>=2/3")]
    public void Read_AMajority_IsThatMajorityAndNothingElse(string text, string? expected)
    {
        var reading = RuleReader.Read(text);
        if (expected is null)
        {
            Assert.NotEmpty(reading.Problems);
            return;
        }

        Assert.Empty(reading.Problems);
        Assert.Equal([RulePart.Majority], reading.Changes.Select(change => change.Part));
        Assert.Equal(expected.Replace(";objection", ";tie=rejected;objection", System.StringComparison.Ordinal) + (expected == Consensus ? ";v1" : ";tie=rejected;v1"), reading.ApplyTo(DecisionRule.Default).Majority.ToCode());
    }

    [Theory]
    [InlineData("bei Gleichstand entscheidet das Los", "tie=lot")]
    [InlineData("bei Stimmengleichheit gilt der Antrag als abgelehnt", "tie=rejected")]
    [InlineData("bei Patt Wiederholung", "tie=repeat")]
    [InlineData("in a tie the chair decides", "tie=chair")]
    [InlineData("Quorum: mindestens die Hälfte aller Stimmberechtigten", "quorum>=1/2")]
    [InlineData("Quorum: ein Drittel", "quorum>=1/3")]
    [InlineData("beschlussfähig, wenn mehr als die Hälfte der Stimmberechtigten anwesend ist", "quorum>1/2")]
    [InlineData("quorum: all entitled", "quorum>=1/1")]
    [InlineData("ein Einwand verhindert den Beschluss", "objection-blocks")]
    [InlineData("more abstentions than yes and no block the motion", "abstentions-block")]
    [InlineData("geheim", "secret=always")]
    [InlineData("immer geheim", "secret=always")]
    [InlineData("nicht geheim", "secret=never")]
    [InlineData("offen", "secret=never")]
    [InlineData("geheim auf Antrag von 3 Stimmberechtigten", "secret=request:3")]
    [InlineData("geheim auf Verlangen eines Mitglieds", "secret=request:1")]
    [InlineData("geheim auf Verlangen einer Person", "secret=request:1")]
    [InlineData("geheim auf Antrag von mindestens einem Zehntel der Stimmberechtigten", "secret=request:1/10")]
    [InlineData("secret on request of a quarter of all entitled", "secret=request:1/4")]
    [InlineData("Stimmrecht: eine Stimme je Mitgliedsorganisation", "voters=organizations")]
    [InlineData("jede Person hat eine Stimme", "voters=persons")]
    [InlineData("voting right as usual", "voters=committee")]
    [InlineData("Stimme nicht änderbar", "vote=final")]
    [InlineData("votes can be changed until the end", "vote=changeable")]
    [InlineData("Betroffene stimmen nicht mit", "concerned=excluded")]
    [InlineData("im Umlauf: zwei Drittel aller Stimmberechtigten, kein Quorum", "circular=entitled>=2/3;tie=rejected;v1")]
    [InlineData("im Umlauf einfache Mehrheit, Quorum: ein Drittel, bei Gleichstand das Los", "circular=yes+no>1/2;tie=lot;quorum>=1/3;v1")]
    public void Read_AnotherPart_IsSet(string text, string expected)
    {
        var reading = RuleReader.Read(text);

        Assert.Empty(reading.Problems);
        Assert.Contains(expected, reading.ApplyTo(DecisionRule.Default).ToCode(), System.StringComparison.Ordinal);
        Assert.Single(reading.Changes);
    }

    [Theory]
    [InlineData("66 Prozent", RuleProblemKind.Percentage)]
    [InlineData("66,7 % der Stimmen", RuleProblemKind.Percentage)]
    [InlineData("mehr als 50 Prozent", RuleProblemKind.Percentage)]
    [InlineData("Quorum: 25 %", RuleProblemKind.Percentage)]
    [InlineData("absolute Mehrheit", RuleProblemKind.AbsoluteMajority)]
    [InlineData("absolute majority", RuleProblemKind.AbsoluteMajority)]
    [InlineData("qualifizierte Mehrheit", RuleProblemKind.QualifiedMajority)]
    [InlineData("die Hälfte der Anwesenden", RuleProblemKind.HalfUnclear)]
    [InlineData("1/2", RuleProblemKind.HalfUnclear)]
    [InlineData("2/4 der Anwesenden", RuleProblemKind.HalfUnclear)]
    [InlineData("3/2", RuleProblemKind.ShareImpossible)]
    [InlineData("0/3", RuleProblemKind.ShareImpossible)]
    [InlineData("mehr als 3/3", RuleProblemKind.ShareImpossible)]
    [InlineData("Quorum: 5/4", RuleProblemKind.ShareImpossible)]
    [InlineData("zwei Drittel der abgegebenen Stimmen der Anwesenden", RuleProblemKind.BaseUnclear)]
    [InlineData("zwei Drittel oder drei Viertel", RuleProblemKind.NotUnderstood)]
    [InlineData("zwei Drittel und drei Viertel", RuleProblemKind.SaidTwice)]
    [InlineData("zwei Drittel, einfache Mehrheit", RuleProblemKind.SaidTwice)]
    [InlineData("geheim, offen", RuleProblemKind.SaidTwice)]
    [InlineData("", RuleProblemKind.NotUnderstood)]
    [InlineData("; , .", RuleProblemKind.NotUnderstood)]
    [InlineData("irgendwie", RuleProblemKind.NotUnderstood)]
    [InlineData("zwei Drittel der Abwesenden", RuleProblemKind.NotUnderstood)]
    [InlineData("höchstens zwei Drittel", RuleProblemKind.NotUnderstood)]
    [InlineData("weniger als zwei Drittel", RuleProblemKind.NotUnderstood)]
    [InlineData("nicht zwei Drittel", RuleProblemKind.NotUnderstood)]
    [InlineData("nicht mehr als die Hälfte", RuleProblemKind.NotUnderstood)]
    [InlineData("zwei", RuleProblemKind.NotUnderstood)]
    [InlineData("12 Stimmen", RuleProblemKind.NotUnderstood)]
    [InlineData("2/", RuleProblemKind.NotUnderstood)]
    [InlineData("99999999999/3", RuleProblemKind.NotUnderstood)]
    [InlineData("zwei Drittel der Delegierten", RuleProblemKind.NotUnderstood)]
    [InlineData("bei Gleichstand Los oder Wiederholung", RuleProblemKind.NotUnderstood)]
    [InlineData("bei Gleichstand", RuleProblemKind.NotUnderstood)]
    [InlineData("Quorum", RuleProblemKind.NotUnderstood)]
    [InlineData("kein Quorum von der Hälfte", RuleProblemKind.NotUnderstood)]
    [InlineData("geheim auf Antrag", RuleProblemKind.NotUnderstood)]
    [InlineData("geheim auf Antrag von 0 Stimmberechtigten", RuleProblemKind.NotUnderstood)]
    [InlineData("im Umlauf geheim", RuleProblemKind.NotUnderstood)]
    [InlineData("im Umlauf", RuleProblemKind.NotUnderstood)]
    [InlineData("im Umlauf absolute Mehrheit", RuleProblemKind.AbsoluteMajority)]
    public void Read_WhatIsUnclear_IsAskedBackAndNotGuessed(string text, RuleProblemKind expected)
    {
        var reading = RuleReader.Read(text);

        Assert.Contains(expected, reading.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void Read_SeveralClauses_SetsEachAndLeavesTheRest()
    {
        var before = DecisionRule.Default with { CanChangeVote = false, Majority = MajorityRule.Default with { Quorum = new Fraction(1, 3), OneObjectionBlocks = true } };
        var reading = RuleReader.Read("Zweidrittel der abgegebenen Ja- und Nein-Stimmen; bei Gleichstand Los, geheim");

        Assert.Empty(reading.Problems);
        Assert.Equal(
            "majority=yes+no>=2/3;tie=lot;quorum>=1/3;v1|circular=entitled>=1/1;tie=rejected;v1|secret=always|voters=committee|vote=final|concerned=votes",
            reading.ApplyTo(before).ToCode());
    }
}
