using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Manifest;

/// <summary>Everything the built package offers to choose from is typed, one by one: a client sends the title in its own language, as if it had been typed.</summary>
public class PackageCommandsTests
{
    [Theory]
    [InlineData("de-DE", 0, null)]
    [InlineData("en-GB", 0, null)]
    [InlineData("de-DE", 1, Talk.Board)]
    [InlineData("en-GB", 1, Talk.Board)]
    [InlineData("de-DE", 1, Talk.Plenary)]
    [InlineData("en-GB", 1, Talk.Plenary)]
    public async Task Commands_OfThePackage_AreAllUnderstood(string locale, int list, string? where)
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = locale;
        var place = where ?? Talk.Personal("katrin");
        var lost = Messages.Get(Reader.For(locale), Sentence.NotUnderstood).Split('.')[0];
        Assert.Contains(lost, await AnswerAsync(talk, "xyzzy plugh", where, place), StringComparison.Ordinal);
        foreach (var title in TitlesOf(locale, list))
        {
            Assert.DoesNotContain(lost, await AnswerAsync(talk, title, where, place), StringComparison.Ordinal);
        }
    }

    /// <summary>All that the text brought about there.</summary>
    private static async Task<string> AnswerAsync(Talk talk, string text, string? where, string place)
    {
        var before = talk.Connector.In(place).Count;
        await talk.SaysAsync("katrin", text, where);
        var answer = string.Join(' ', talk.Connector.In(place).Skip(before).Select(message => CardReading.Words(message.Content)));
        Assert.True(answer.Length > 0, $"Nothing was answered to \"{text}\".");
        return answer;
    }

    private static IEnumerable<string> TitlesOf(string locale, int list) => locale.StartsWith("de", StringComparison.Ordinal)
        ? AppPackage.Manifest["bots"]![0]!["commandLists"]![list]!["commands"]!.AsArray().Select(command => command!["title"]!.GetValue<string>())
        : AppPackage.English.Where(text => text.Key.StartsWith($"bots[0].commandLists[{list}].", StringComparison.Ordinal) && text.Key.EndsWith(".title", StringComparison.Ordinal))
            .Select(text => text.Value!.GetValue<string>());
}
