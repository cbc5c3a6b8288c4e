using Bot.Domain.Sessions;
using Xunit;

namespace Bot.Tests.Domain.Sessions;

/// <summary>A show of hands in the line of a decision, and what only looks like one.</summary>
public class HandCountReaderTests
{
    [Theory]
    [InlineData("Wir mieten den Saal. 12 ja, 2 nein, 1 Enthaltung", "Wir mieten den Saal.", 12, 2, 1)]
    [InlineData("Wir mieten den Saal 12 ja 2 nein 1 Enthaltung", "Wir mieten den Saal", 12, 2, 1)]
    [InlineData("Wir mieten den Saal. 1 Enthaltung, 2 Nein, 12 Ja", "Wir mieten den Saal.", 12, 2, 1)]
    [InlineData("Wir mieten den Saal. Ja 12, Nein 2, Enthaltungen 1", "Wir mieten den Saal.", 12, 2, 1)]
    [InlineData("Wir mieten den Saal (Ja: 12, Nein: 2, Enthaltung: 1)", "Wir mieten den Saal", 12, 2, 1)]
    [InlineData("Wir mieten den Saal mit 12 Ja-Stimmen bei 2 Gegenstimmen und einer Enthaltung.", "Wir mieten den Saal", 12, 2, 1)]
    [InlineData("Wir mieten den Saal – zwölf dafür, zwei dagegen, keine Enthaltung", "Wir mieten den Saal", 12, 2, 0)]
    [InlineData("12 ja, 2 nein, 1 Enthaltung: Wir mieten den Saal", "Wir mieten den Saal", 12, 2, 1)]
    [InlineData("We rent the hall. 12 yes, 2 no, 1 abstention", "We rent the hall.", 12, 2, 1)]
    [InlineData("We rent the hall, 12 for, 2 against, no abstentions", "We rent the hall", 12, 2, 0)]
    [InlineData("We rent the hall. yes 12 no 2", "We rent the hall.", 12, 2, 0)]
    [InlineData("Saal 3 für 100 Leute. 5 ja", "Saal 3 für 100 Leute.", 5, 0, 0)]
    [InlineData("Saal. 0 ja, 7 nein", "Saal.", 0, 7, 0)]
    [InlineData("Saal. 12 JA / 2 NEIN / 1 ENTH.", "Saal.", 12, 2, 1)]
    [InlineData("12 ja, 2 nein", "", 12, 2, 0)]
    public void Read_Count_InAnyOrder(string line, string text, int yes, int no, int abstain)
    {
        var read = HandCountReader.Read(line);
        Assert.Equal((text, new HandCount(yes, no, abstain), null), (read.Text, read.Hands, read.Problem));
    }

    [Theory]
    [InlineData("Wir mieten den Saal. einstimmig", "Wir mieten den Saal.")]
    [InlineData("Wir mieten den Saal, einstimmig beschlossen.", "Wir mieten den Saal")]
    [InlineData("Wir mieten den Saal (einstimmig)", "Wir mieten den Saal")]
    [InlineData("Wir mieten den Saal – ohne Gegenstimme", "Wir mieten den Saal")]
    [InlineData("We rent the hall. Unanimously adopted.", "We rent the hall.")]
    [InlineData("Wir beschließen das einstimmig", "Wir beschließen das einstimmig")]
    [InlineData("Künftig gilt: einstimmig heißt ohne Enthaltung", "Künftig gilt: einstimmig heißt ohne Enthaltung")]
    public void Read_ByConsent_TakesThatOutOfTheWording(string line, string text)
    {
        var read = HandCountReader.Read(line);
        Assert.Equal((text, null, null), (read.Text, read.Hands, read.Problem));
    }

    [Theory]
    [InlineData("Wir mieten den Saal, mehrheitlich", HandProblem.Uncounted)]
    [InlineData("Wir mieten den Saal. Mit großer Mehrheit angenommen", HandProblem.Uncounted)]
    [InlineData("We rent the hall, by a large majority", HandProblem.Uncounted)]
    [InlineData("Wir mieten den Saal. einstimmig bei 2 Enthaltungen", HandProblem.NobodyForOrAgainst)]
    [InlineData("Mehrheitlich gewünscht ist der Saal", null)]
    public void Read_CountedWithoutNumbers_AsksForThem(string line, HandProblem? problem) => Assert.Equal(problem, HandCountReader.Read(line).Problem);

    [Theory]
    [InlineData("Wir mieten den Saal")]
    [InlineData("Wir sagen dreimal nein zu Rechts")]
    [InlineData("Die 3 Enthaltungen von gestern gelten als Ja, sagt der Vorstand")]
    [InlineData("We rent the hall for 12 people")]
    [InlineData("Einstimmig angenommen")]
    [InlineData("Die Frist ist am 12.3., ja wirklich")]
    [InlineData("")]
    public void Read_NoCount_LeavesTheWords(string line)
    {
        var read = HandCountReader.Read(line);
        Assert.Equal((line, (HandCount?)null, (HandProblem?)null), (read.Text, read.Hands, read.Problem));
    }

    [Theory]
    [InlineData("Saal mieten. 12 ja, 3 ja", HandProblem.Twice)]
    [InlineData("Saal mieten. 3 Enthaltungen", HandProblem.NobodyForOrAgainst)]
    [InlineData("Saal mieten. 0 ja, 0 nein, 3 Enthaltungen", HandProblem.NobodyForOrAgainst)]
    [InlineData("Wir nehmen Raum no 2", HandProblem.Unclear)]
    [InlineData("Der Beirat sagt 3 nein", HandProblem.Unclear)]
    [InlineData("Saal mieten. 100001 ja, 2 nein", HandProblem.Unclear)]
    [InlineData("Saal mieten. 99999999999999999999 ja, 2 nein", HandProblem.Unclear)]
    public void Read_WhatIsNotSure_IsAskedBack(string line, HandProblem problem)
    {
        var read = HandCountReader.Read(line);
        Assert.Equal((problem, null), (read.Problem, read.Hands));
    }
}
