using System;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What a meeting is told once: that nobody is noted as present, and, before the draft of its minutes, that it is closed.</summary>
public class SaidOnceTests
{
    /// <summary>By consent nothing is decided where too few are there; who is there nobody has said. It is asked once, and the decision stands.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consent_NobodyIsNotedAsPresent_IsSaidOnce(bool hasQuorum)
    {
        await using var talk = await Talk.OpenedAsync(change: snapshot => Talk.WithRules(
            snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = hasQuorum ? new Fraction(1, 2) : null } }));
        await talk.SaysAsync("amina", "Beschluss: Das Fest findet statt.");
        await talk.SaysAsync("amina", "Beschluss: Es gibt Kuchen.");
        Assert.DoesNotContain("als anwesend notiert", talk.LastFor("amina"), StringComparison.Ordinal);
        Assert.Equal(hasQuorum ? 1 : 0, talk.HeardBy("amina", "Niemand ist als anwesend notiert."));
        await talk.PressesAsync("amina", "Anwesenheit");
        talk.Hears("amina", "Clara Neumann");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.All(await talk.RegisterAsync(), entry => Assert.Equal((Verdict.Accepted, true), (entry.Verdict, entry.ByConsent)));
    }

    [Fact]
    public async Task Closing_IsToldBeforeTheDraftOfTheMinutes()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Notiz: Es war schön.");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        var read = talk.Read(Talk.Personal("amina"));
        var (closed, draft) = (read.IndexOf("Die Sitzung ist geschlossen: ", StringComparison.Ordinal), read.IndexOf("Der Entwurf des Protokolls", StringComparison.Ordinal));
        Assert.True(closed >= 0 && draft > closed, read);
    }
}
