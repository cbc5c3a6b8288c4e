using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>Reasons for which ballots were declared void, as they are told.</summary>
public class VoidWordsTests
{
    [Theory]
    [InlineData("de-DE", "Die Sitzung wurde geschlossen, bevor die Abstimmung begonnen hatte.")]
    [InlineData("en-GB", "The meeting was closed before the ballot had begun.")]
    public void Of_ClosedMeeting_IsToldInTheReadersLanguage(string locale, string told) => Assert.Equal(told, VoidWords.Of(Reader.For(locale), VoidWords.ByClosing));

    [Fact]
    public void Of_SomebodysWords_StayAsTheyAre() => Assert.Equal("Falsche Frage", VoidWords.Of(Reader.For("en-GB"), "Falsche Frage"));
}
