using System;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Of fewer than five secret papers nothing is told or kept but the verdict: on the cards, in the register, in its file and in its chain.</summary>
public class WithheldResultTests
{
    private const string Note = "Weniger als fünf geheime Stimmzettel: Was darauf steht, wird nicht gezeigt und nicht aufbewahrt.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task SmallSecretBallot_InCardRegisterAndChain_TellsTheVerdictAndNoCounts(Store store)
    {
        await using var talk = await Talk.StartAsync(store, snapshot => Secretly(Secretly(snapshot, "beirat"), "plenum"));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **aufnehmen** (geheim, weniger als fünf Stimmzettel).");
        foreach (var who in new[] { "amina", "bernd", "dao" })
        {
            await talk.SaysAsync(who, "Nein");
        }

        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Ergebnis: abgelehnt");
        talk.Shows(Talk.Plenary, "Ja\nnicht gezeigt\nNein\nnicht gezeigt\nEnthaltungen\nnicht gezeigt\nGeheim abgegeben\n3\nNicht abgestimmt\n5");
        talk.Shows(Talk.Plenary, Note);
        Assert.DoesNotContain("nötig:", talk.Last(Talk.Plenary), StringComparison.Ordinal);

        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal((3, 0, 0, 0, Recommendation.For), (entry.Tally.Withheld, entry.Tally.Yes, entry.Tally.No, entry.Tally.Abstain, entry.Recommendation));
        Assert.Null(ResolutionChain.FirstBroken([entry]));
        await talk.SaysAsync("amina", "Beschluss 2026-01");
        talk.Hears("amina", "Ja: nicht gezeigt; Nein: nicht gezeigt; Enthaltungen: nicht gezeigt; Geheim abgegeben: 3; Nicht abgestimmt: 5");
        talk.Hears("amina", Note);
        talk.Hears("amina", "Das Plenum hat anders entschieden, als der Beirat empfohlen hatte.");

        var row = (await talk.Get<ITableStore>().GetEntityIfExistsAsync(TableNames.Admissions, Talk.Network.Value, "case|" + entry.Subject["admission-".Length..], TestContext.Current.CancellationToken))!;
        Assert.Equal((2, 0, 0), (row.GetInt32("BoardWithheld"), row.GetInt32("BoardYes"), row.GetInt32("BoardNo")));
    }

    private static NetworkSnapshot Secretly(NetworkSnapshot snapshot, string committee) =>
        Talk.WithRules(snapshot, committee, rules => rules with { Usual = DecisionRule.Default with { Secrecy = SecrecyRule.Always } });
}
