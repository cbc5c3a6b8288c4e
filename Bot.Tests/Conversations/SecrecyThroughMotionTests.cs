using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Secrecy on request, from the typed motion to the result, to the repetition, and in admissions.</summary>
public class SecrecyThroughMotionTests
{
    private static readonly string[] Askers = ["amina", "bernd"];

    [Theory]
    [InlineData(Store.Sqlite, 1)]
    [InlineData(Store.Sqlite, 2)]
    [InlineData(Store.AzureTables, 1)]
    [InlineData(Store.AzureTables, 2)]
    public async Task Motion_AskedByTooFewOrEnough_IsByNameOrSecretToTheResult(Store store, int asking)
    {
        await using var talk = await StartAsync("plenum", store);
        await talk.SaysAsync("katrin", "Abstimmung Plenum: Machen wir beim Demokratiefest mit?");
        talk.Hears("katrin", "Dienstag, 24. November 2026, 09:00 Uhr");
        talk.Hears("katrin", "namentlich; geheim, wenn genug Stimmberechtigte es vor Beginn verlangen");
        Assert.Contains("Die Abstimmung ist angesetzt", await talk.PressesAsync("katrin", "Abstimmung eröffnen"), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Eine Abstimmung steht bevor.");
        await AskAsync(talk, asking);
        talk.Shows(Talk.Plenary, $"Anträge bisher: {asking}.");
        await talk.AtAsync(2026, 11, 24, 9);
        var isSecret = asking == 2;
        talk.Hears("bernd", isSecret ? "Geheime Abstimmung." : "Für eine geheime gab es nicht genug Anträge (1).");
        foreach (var who in new[] { "amina", "bernd", "dao", "edda", "frank" })
        {
            await talk.SaysAsync(who, "Ja");
        }

        var id = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        Assert.Equal(isSecret ? 0 : 5, (await talk.RollAsync(id)).Count(line => line.Paper is not null));
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Ergebnis: angenommen");
        Assert.Equal((5, Verdict.Accepted), ((await talk.BallotAsync(id)).Result!.Tally.Yes, Assert.Single(await talk.ResolutionsAsync()).Verdict));
    }

    [Theory]
    [InlineData(1, BallotSecrecy.Open)]
    [InlineData(2, BallotSecrecy.Secret)]
    public async Task Repeat_OfSuchAMotion_GivesTimeToAskAgain(int asking, BallotSecrecy expected)
    {
        await using var talk = await StartAsync("plenum");
        await talk.SaysAsync("katrin", "Abstimmung Plenum: Machen wir beim Demokratiefest mit?");
        await talk.PressesAsync("katrin", "Abstimmung eröffnen");
        await AskAsync(talk, 3 - asking);
        await talk.AtAsync(2026, 11, 24, 9);
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Irrtum"));
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        talk.Hears("katrin", "beginnt am Mittwoch, 25. November 2026, 09:00 Uhr und endet am Mittwoch, 2. Dezember 2026, 18:00 Uhr; bis zum Beginn kann eine geheime beantragt werden.");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        Assert.Equal(BallotSecrecy.OnRequest, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Secrecy);
        await AskAsync(talk, asking);
        await talk.AtAsync(2026, 11, 25, 8, 59, 59);
        Assert.Equal(BallotSecrecy.OnRequest, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Secrecy);
        await talk.AtAsync(2026, 11, 25, 9);
        Assert.Equal(expected, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Secrecy);
    }

    [Theory]
    [InlineData(1, BallotSecrecy.Open)]
    [InlineData(2, BallotSecrecy.Secret)]
    public async Task Recommendation_SecrecyOnRequest_IsAnnouncedBeforeItOpens(int asking, BallotSecrecy expected)
    {
        await using var talk = await StartAsync("beirat");
        await talk.AppliesAsync("Verein Brücke");
        talk.Shows(Talk.Board, "Eine Abstimmung steht bevor.");
        await AskAsync(talk, asking);
        await talk.AtAsync(2026, 11, 24, 9);
        Assert.Equal(expected, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Secrecy);
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt");
    }

    private static async Task AskAsync(Talk talk, int asking)
    {
        foreach (var who in Askers.Take(asking))
        {
            await talk.SaysAsync(who, "geheim beantragen");
            talk.Hears(who, "Ihr Antrag auf geheime Abstimmung ist vermerkt.");
        }
    }

    private static async Task<Talk> StartAsync(string committee, Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(snapshot, committee, rules => rules with { Usual = rules.Usual with { Secrecy = SecrecyRule.OnRequestOf(2) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao", "edda", "frank");
        return talk;
    }
}
