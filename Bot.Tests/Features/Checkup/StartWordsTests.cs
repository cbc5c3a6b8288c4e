using System;
using Bot.Features.Checkup;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>What the start says in English is said by <c>check</c> in the reader's language, with the same settings named.</summary>
public class StartWordsTests
{
    [Theory]
    [InlineData("Tabels is not a setting. Did you mean Tables?", "Tabels ist keine Einstellung. Ist Tables gemeint?")]
    [InlineData("X is not a setting. Known are Tables, Bot, and the usual ones of ASP.NET Core.", "X ist keine Einstellung. Bekannt sind Tables, Bot und die üblichen von ASP.NET Core.")]
    [InlineData("Server:Connections must be between 10 and 100000.", "Server:Connections muss zwischen 10 und 100000 liegen.")]
    [InlineData("Tables:ConnectionString and Tables:Endpoint are both set; set only one of them.", "Tables:ConnectionString und Tables:Endpoint sind beide gesetzt; nur eines davon setzen.")]
    [InlineData("Bot:Tenants holds 'seven', which is not a GUID.", "Bot:Tenants enthält „seven“, und das ist keine GUID.")]
    [InlineData("Telemetry:HeadersFile is set, but Telemetry:Endpoint, which it belongs to, is not.", "Telemetry:HeadersFile ist gesetzt, aber Telemetry:Endpoint, wozu es gehört, nicht.")]
    [InlineData("The data file '/x/tables.db' belongs to another program. It was left as it is. Set Tables:DataFolder to another folder.", "Die Datendatei „/x/tables.db“ gehört einem anderen Programm. Sie wurde gelassen, wie sie ist. Mit Tables:DataFolder einen anderen Ordner wählen.")]
    [InlineData("Rows are being moved into this store from data/home since 2026-11-01T00:00:00Z, and not all of them are here. Give the order 'move' there once more to finish it, or work on with that store.", "In diesen Speicher werden seit 2026-11-01T00:00:00Z Zeilen aus data/home verlegt, und noch sind nicht alle da. Dort den Befehl „move“ noch einmal geben, um es zu beenden, oder mit dem anderen Speicher weiterarbeiten.")]
    public void Wrong_OfTheStart_IsSaidInBothLanguages(string fault, string german)
    {
        var finding = StartWords.Wrong(fault);

        Assert.Equal((Gravity.Wrong, german), (finding.Gravity, Messages.Get(Reader.German, finding.Words, finding.Values)));
        Assert.Equal(fault, Messages.Get(Reader.English, finding.Words, finding.Values).Replace('“', '\'').Replace('”', '\''), StringComparer.Ordinal);
    }

    [Fact]
    public void Wrong_OfSomethingElse_IsSaidAsItIs() => Assert.Equal("'Playground:FirstPort' broke.", Messages.Get(Reader.German, StartWords.Wrong("'Playground:FirstPort' broke.").Words, StartWords.Wrong("'Playground:FirstPort' broke.").Values));
}
