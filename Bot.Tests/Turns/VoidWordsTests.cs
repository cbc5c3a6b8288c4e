using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>Reasons the bot gave itself are kept as codes and told in the reader's language; those that earlier versions kept as words too.</summary>
public class VoidWordsTests
{
    [Theory]
    [InlineData("de-DE", VoidWords.ByClosing, "Die Sitzung wurde geschlossen, bevor die Abstimmung begonnen hatte.")]
    [InlineData("en-GB", VoidWords.ByClosing, "The meeting was closed before the ballot had begun.")]
    [InlineData("en-GB", "Die Sitzung wurde geschlossen, bevor die Abstimmung begonnen hatte.", "The meeting was closed before the ballot had begun.")]
    [InlineData("de-DE", VoidWords.ByWithdrawal, "Der Antrag wurde zurückgezogen.")]
    [InlineData("de-DE", "The application was withdrawn.", "Der Antrag wurde zurückgezogen.")]
    [InlineData("en-GB", VoidWords.ByLeaving, "The organisation is no member any more.")]
    [InlineData("en-GB", "Falsche Frage", "Falsche Frage")]
    [InlineData("en-GB", "", "")]
    public void Of_AReason_IsToldInTheReadersLanguageWhereTheBotGaveIt(string locale, string reason, string told) => Assert.Equal(told, VoidWords.Of(Reader.For(locale), reason));
}
