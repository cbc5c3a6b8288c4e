using System;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>For whom one votes: colleagues who act for one organization, and somebody who acts for two.</summary>
public class OwnVotesTests
{
    [Fact]
    public async Task Colleague_HasVoted_IsSaidWithWhatANewVoteDoes()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "ivo");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("ivo", "Ja");
        await talk.SaysAsync("amina", "Abstimmungen");
        talk.Hears("amina", "Ihre Stimme für Kulturverein Morgenstern e. V.: **Ja**.");
        talk.Hears("amina", "Abgegeben von Ivo Petrov. Stimmen Sie jetzt ab, ersetzt Ihre Stimme diese.");
        await talk.SaysAsync("ivo", "Abstimmungen");
        Assert.DoesNotContain("Abgegeben von", talk.LastFor("ivo"), StringComparison.Ordinal);
        await talk.ChangeBallotAsync(ballot => ballot with { CanChangeVote = false });
        await talk.SaysAsync("amina", "Abstimmungen");
        talk.Hears("amina", "Abgegeben von Ivo Petrov. In dieser Abstimmung lässt sich die Stimme nicht mehr ändern.");
        await talk.SaysAsync("amina", "Nein");
        talk.Hears("amina", "Nach den Regeln dieser Abstimmung lässt sie sich nicht mehr ändern.");
    }

    [Fact]
    public async Task TwoOrganizations_BothVotesAreOnOneCard()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.ChangeRepresentativesAsync("sportbund", "dao", "amina");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        talk.Hears("amina", "Sie stimmen für Kulturverein Morgenstern e. V. ab. Noch liegt keine Stimme vor.");
        talk.Hears("amina", "Sie stimmen für Kreissportbund Musterland ab. Noch liegt keine Stimme vor.");
        var shown = await talk.PressesAsync("amina", "Ja");
        Assert.Contains("Danke, Ihre Stimme ist gezählt.", shown, StringComparison.Ordinal);
        Assert.Contains("**Ja**.", shown, StringComparison.Ordinal);
        Assert.Contains("Noch liegt keine Stimme vor.", shown, StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Nein");
        await talk.SaysAsync("amina", "Enthaltung");
        talk.Hears("amina", "Sie vertreten mehrere Organisationen.");
        talk.Hears("amina", "Ihre Stimme für Kreissportbund Musterland: **Nein**.");
        talk.Hears("amina", "Abgegeben von Dao Nguyen.");
        await talk.SaysAsync("amina", "Enthaltung: Kreissportbund");
        talk.Hears("amina", "Ihre Stimme für Kreissportbund Musterland: **Enthaltung**.");
        talk.Hears("amina", "Ihre Stimme für Kulturverein Morgenstern e. V.: **Ja**.");
    }
}
