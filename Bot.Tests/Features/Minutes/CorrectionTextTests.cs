using Bot.Domain.Minutes;
using Bot.Features.Minutes.CorrectMinutes;
using Xunit;

namespace Bot.Tests.Features.Minutes;

/// <summary>Typed corrections.</summary>
public class CorrectionTextTests
{
    [Theory]
    [InlineData("TOP 2 Der Termin ist der 3. April", 2, null, "Der Termin ist der 3. April")]
    [InlineData("top 12: Es regnete.", 12, null, "Es regnete.")]
    [InlineData("TOP2, Zeile 1: Neuer Wortlaut", 2, 1, "Neuer Wortlaut")]
    [InlineData("TOP 2 Notiz 3 – Neuer Wortlaut", 2, 3, "Neuer Wortlaut")]
    [InlineData("TOP 2 Aufgabe 1 Anders", 2, 1, "Anders")]
    [InlineData("item 2, line 1: other words", 2, 1, "other words")]
    [InlineData("Tagesordnungspunkt 4 Anders", 4, null, "Anders")]
    [InlineData("Insgesamt falsch", null, null, "Insgesamt falsch")]
    [InlineData("Das Topmodel 2 war da", null, null, "Das Topmodel 2 war da")]
    [InlineData("Zu TOP 2 fehlt etwas", null, null, "Zu TOP 2 fehlt etwas")]
    [InlineData("TOP 2", 2, null, "")]
    [InlineData("TOP 2222 x", null, null, "TOP 2222 x")]
    [InlineData("TOP 2 Zeile im Text", 2, null, "Zeile im Text")]
    [InlineData("", null, null, "")]
    public void Read_AsPeopleWrite_FindsItemLineAndWords(string text, int? place, int? line, string words) =>
        Assert.Equal(new CorrectionProposal(place, line, words), CorrectionText.Read(text));
}
