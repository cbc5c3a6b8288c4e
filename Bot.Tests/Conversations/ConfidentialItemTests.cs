using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What is confidential to a committee never appears outside it.</summary>
public class ConfidentialItemTests
{
    private const string Secret = "Personalie Zwiebelfisch", Speaker = "Ottokar Geheim";

    [Fact]
    public async Task Confidential_FromProposalOn_IsReadByMembersIn1To1Only()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("bernd", $"TOP vertraulich: {Secret}, 10 min");
        talk.Hears("bernd", "Punkt 1 steht vertraulich auf der Tagesordnung.");
        talk.Hears("bernd", $"1. {Secret} (10 Min.) · 17:00–17:10 · vertraulich");
        await talk.SaysAsync("katrin", $"TOP 1 Vortrag: {Speaker}");
        talk.Hears("amina", $"1. {Secret} (10 Min.) · 17:00–17:10 · Vortrag: {Speaker} · vertraulich");
        talk.Shows(Talk.Board, "1. Vertraulicher Punkt (10 Min.) · 17:00–17:10");
        foreach (var line in new[] { "Tagesordnung", "nächste Sitzung?", "TOP 1 15 min", "TOP: Haushalt", "TOP 1 nach unten", "TOP 2 nach oben", "TOP 1 zurückziehen", "Tagesordnung bearbeiten" })
        {
            await talk.SaysAsync("katrin", line, Talk.Board);
            AssertNothing(talk, Talk.Board);
        }

        await talk.SaysAsync("katrin", "Tagesordnung Beirat");
        await talk.SaysAsync("dao", "Tagesordnung Beirat");
        await talk.SaysAsync("dao", "wann ist Beirat?");
        await talk.AtAsync(2027, 1, 11, 9);
        AssertNothing(talk, Talk.Board);
        AssertNothing(talk, Talk.Plenary);
        AssertNothing(talk, Talk.Personal("dao"));
        talk.Hears("amina", Secret);
    }

    [Fact]
    public async Task Confidential_Title_IsInNoFallbackSummaryOrSearch()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", $"TOP: {Secret}, vertraulich");
        foreach (var line in new[] { "TOP 1 10 min", "TOP 1 Vortrag: " + Speaker, "TOP 1 öffentlich", "TOP 1 zurückziehen", "Tagesordnung bearbeiten", "TOP 1 nach oben", "TOP 1 an das Plenum verweisen" })
        {
            await talk.SaysAsync("katrin", line);
        }

        foreach (var message in talk.Connector.In(Talk.Personal("katrin")).Concat(talk.Connector.In(Talk.Personal("amina"))))
        {
            var told = message.Content.TryGetProperty("summary", out var summary) ? summary.GetString() : null;
            Assert.DoesNotContain(Secret, told ?? string.Empty, StringComparison.Ordinal);
            foreach (var attachment in message.Content.TryGetProperty("attachments", out var attachments) ? attachments.EnumerateArray().ToArray() : [])
            {
                Assert.DoesNotContain(Secret, attachment.GetProperty("content").TryGetProperty("fallbackText", out var fallback) ? fallback.GetString()! : string.Empty, StringComparison.Ordinal);
            }
        }

        talk.Hears("katrin", "Ein vertraulicher Punkt wird nicht an ein anderes Gremium verwiesen.");
        var found = await talk.SearchesAsync("amina", "meetings", "zwiebelfisch");
        Assert.Equal("message", found.GetProperty("type").GetString());
        Assert.DoesNotContain(Secret, (await talk.SearchesAsync("amina", "meetings", null)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confidential_MadeSoLater_GoesFromTheRoomAndFromWhoLeftTheBoard()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "TOP: " + Secret);
        talk.Shows(Talk.Board, "1. " + Secret);
        var heard = talk.Connector.In(Talk.Personal("amina"))[^1];
        await talk.LeavesTheBoardAsync("amina");
        await talk.SaysAsync("katrin", "TOP 1 vertraulich");
        AssertNothing(talk, Talk.Board);
        Assert.DoesNotContain(Secret, heard.Content.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Soll **Vertraulicher Punkt** für alle sichtbar werden", await AsksAsync(talk), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Ja, für alle sichtbar machen");
        talk.Shows(Talk.Board, "1. " + Secret);
    }

    private static async Task<string> AsksAsync(Talk talk)
    {
        await talk.SaysAsync("katrin", "TOP 1 öffentlich");
        return talk.LastFor("katrin");
    }

    private static void AssertNothing(Talk talk, string conversation)
    {
        foreach (var message in talk.Connector.In(conversation))
        {
            Assert.DoesNotContain("Zwiebelfisch", message.Content.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Ottokar", message.Content.GetRawText(), StringComparison.Ordinal);
        }
    }
}
