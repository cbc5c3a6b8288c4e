using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Elections;
using Bot.Features.Register.ExportResolutions;
using Bot.Platform.Activities;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Both sides of the limit: of four secret papers with names nothing is told or kept but what they come to, on the cards, in the register, in its file and in any row; of five the counts.</summary>
public class FewPapersTests
{
    private static readonly string[] Papers = ["1, 2", "1, 2", "1, 2", "1, 3", "1, 2"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, "1m 1m 4n 4n")]
    [InlineData(5, "1m 2m 3s 4n")]
    public async Task Election_KeepsWhoIsElected_AndCountsOnlyOfFive(int cast, string standings)
    {
        await using var talk = await ElectionTests.StartAsync();
        await ElectionTests.CallAsync(talk);
        foreach (var who in new[] { "amina", "clara", "dao", "guel" })
        {
            await talk.SaysAsync(who, "Ich kandidiere: Beirat");
        }

        await talk.AtAsync(2026, 12, 14, 18);
        talk.Hears("hanna", "Sind es weniger als 5 Stimmzettel, wird nur gesagt und aufbewahrt, wer gewählt ist");
        await ElectionTests.VoteAsync(talk, Papers[..cast]);
        await talk.AtAsync(2026, 12, 21, 18);
        await talk.PressesAsync("amina", "Wahl annehmen");
        await talk.PressesAsync("clara", "Wahl annehmen");

        var isTold = cast >= 5;
        var resolution = Assert.Single(await talk.ResolutionsAsync());
        Assert.Contains("Amina Yıldız, Clara Neumann", resolution.Text, StringComparison.Ordinal);
        string[] texts = [resolution.Text, await FileAsync(talk), talk.Read(Talk.Plenary), talk.Read(Talk.Personal("katrin")), talk.Read(Talk.Personal("hanna"))];
        Assert.All(texts, text => Assert.Equal(isTold, text.Contains("Dao Nguyen: 1", StringComparison.Ordinal)));
        Assert.All(texts[..3], text => Assert.Equal(!isTold, text.Contains("Es wurden weniger als 5 geheime Stimmzettel abgegeben.", StringComparison.Ordinal)));

        Assert.Equal(!isTold, texts[1].Contains("Weniger als fünf geheime Stimmzettel", StringComparison.Ordinal));

        var election = Assert.Single(await talk.Get<ElectionStore>().AllAsync(Talk.Network, Cancellation));
        Assert.Equal(standings, Standing.ToCode(election.Round!.Standings!));
        var rows = await RowsAsync(talk);
        Assert.Equal(isTold, rows.Contains("1m 2m", StringComparison.Ordinal));
        Assert.Equal(isTold, rows.Contains("4 1,2", StringComparison.Ordinal));
        Assert.DoesNotContain("paper|", rows, StringComparison.Ordinal);

        talk.Locale = "en-GB";
        await talk.SaysAsync("hanna", "Election advisory board");
        Assert.Equal(!isTold, talk.LastFor("hanna").Contains("Fewer than 5 secret papers were cast.", StringComparison.Ordinal));
        Assert.Equal(isTold, talk.LastFor("hanna").Contains("Dao Nguyen: 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Umfrage Plenum: Welches Motto? Vielfalt, Mut, Zusammenhalt", "Stimme: 2", 4, "2. Mut: 4")]
    [InlineData("Umfrage Plenum: Welches Motto? Vielfalt, Mut, Zusammenhalt", "Stimme: 2", 5, "2. Mut: 5")]
    [InlineData("Rangfolge Plenum: Was zuerst? Fest, Lesung, Ausflug", "Stimme: 2>1>3", 4, "Platz 1: Lesung")]
    [InlineData("Rangfolge Plenum: Was zuerst? Fest, Lesung, Ausflug", "Stimme: 2>1>3", 5, "Platz 1: Lesung")]
    [InlineData("Terminumfrage Plenum anonym: Wann? 14.1. 17 Uhr, 15.1. 18:30", "Stimme: 2", 4, "Am besten passt")]
    [InlineData("Terminumfrage Plenum anonym: Wann? 14.1. 17 Uhr, 15.1. 18:30", "Stimme: 2", 5, "Am besten passt")]
    public async Task Poll_AllAlike_WarnsBeforehandAndTellsNothingOfFour(string poll, string paper, int cast, string told)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync(["katrin", .. ElectionTests.Voters]);
        await talk.SaysAsync("katrin", poll + " bis Freitag 12 Uhr");
        await talk.PressesAsync("katrin", "Umfrage starten");
        talk.Hears("amina", "Bei weniger als 5 Stimmen werden keine Zahlen genannt. Stimmen alle gleich, zeigt das Ergebnis, wie jede Stimme ausfiel.");
        foreach (var who in ElectionTests.Voters[..cast])
        {
            await talk.SaysAsync(who, paper);
        }

        await talk.EndsBallotAsync();
        Assert.Equal(cast >= 5, talk.Last(Talk.Plenary).Contains(told, StringComparison.Ordinal));
        Assert.Equal(cast < 5, talk.Last(Talk.Plenary).Contains("Es wurden weniger als 5 geheime Stimmzettel abgegeben.", StringComparison.Ordinal));
        Assert.Equal(cast >= 5 && told.StartsWith("Am", StringComparison.Ordinal), talk.Buttons(Talk.Personal("katrin")).Any(title => title.Contains("2027", StringComparison.Ordinal)));
    }

    private static async Task<string> FileAsync(Talk talk)
    {
        var turn = new Turn
        {
            Activity = new Activity { Conversation = new ConversationAccount { Id = Talk.Personal("hanna"), ConversationType = "personal" } },
            Snapshot = await talk.NetworkAsync(), Sender = (await talk.NetworkAsync()).Network.Person(new("hanna")), Account = new Account(null, null), Reader = Reader.German, Now = talk.Time.Now,
        };
        return Encoding.UTF8.GetString((await talk.Get<ResolutionFile>().OfferAsync(turn, "2026", ResolutionFile.Table, Cancellation)).Document.Content);
    }

    private static async Task<string> RowsAsync(Talk talk)
    {
        var text = new StringBuilder();
        var election = Assert.Single(await talk.Get<ElectionStore>().AllAsync(Talk.Network, Cancellation));
        foreach (var (table, partition) in new[] { (TableNames.Elections, Talk.Network.Value), (TableNames.Ballots, Talk.Network.Value + "|" + election.Id.Value + "-r1") })
        {
            await foreach (var row in talk.Get<ITableStore>().QueryAsync(table, RowRange.All(partition), Cancellation))
            {
                text.AppendLine(row.RowKey + JsonSerializer.Serialize(row.Properties.ToDictionary(property => property.Key, property => property.Value?.ToString())).Replace("\\n", "\n", StringComparison.Ordinal));
            }
        }

        return text.ToString();
    }
}
