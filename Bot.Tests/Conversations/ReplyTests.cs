using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Answers to an invitation, by button and typed; and who comes.</summary>
public class ReplyTests
{
    private const string Board = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    private const string Plenary = "Plenum am 12. Januar um 18 Uhr im Rathaus";

    private static readonly string[] Members = ["amina", "bernd", "clara"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Reply_ByButtonAndTyped_TheLastOneCounts(Store store)
    {
        await using var talk = await InvitedAsync(store, Board);
        var said = await talk.PressesAsync("amina", "Ich komme");
        Assert.Contains("Danke, Amina Yıldız: Ihre Zusage ist notiert. **Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr** Das können Sie bis zum Beginn der Sitzung ändern.", said, StringComparison.Ordinal);
        Assert.Contains("Tagesordnung", said, StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ich komme leider doch nicht zum Beirat");
        talk.Hears("amina", "Ihre Absage ist notiert.");
        await talk.SaysAsync("amina", "Vertretung schicken: Max Muster");
        talk.Hears("amina", "Max Muster kommt an Ihrer Stelle, als Gast ohne Stimme; in diesem Gremium stimmt jede Person selbst ab.");
        Assert.Equal((ReplyKind.Substituted, "Max Muster"), (await ReplyAsync(talk, "amina")) is var reply ? (reply!.Kind, reply.SubstituteName) : default);
        await talk.PressesAsync("amina", "Ich komme");
        Assert.Equal((ReplyKind.Accepted, string.Empty), (await ReplyAsync(talk, "amina")) is var last ? (last!.Kind, last.SubstituteName) : default);
    }

    [Theory]
    [InlineData("Ich komme zum Beirat", ReplyKind.Accepted)]
    [InlineData("ich komme", ReplyKind.Accepted)]
    [InlineData("Ich bin dabei", ReplyKind.Accepted)]
    [InlineData("I will come to the board", ReplyKind.Accepted)]
    [InlineData("Ich kann nicht zum Beirat", ReplyKind.Regretted)]
    [InlineData("Ich kann am 14. Januar leider nicht kommen", ReplyKind.Regretted)]
    [InlineData("Ich komme nicht", ReplyKind.Regretted)]
    [InlineData("I cannot come", ReplyKind.Regretted)]
    [InlineData("Ich schicke Max Muster zum Beirat", ReplyKind.Substituted)]
    [InlineData("Send substitute: Max Muster", ReplyKind.Substituted)]
    public async Task Words_OfAReply_AreUnderstood(string line, ReplyKind kind)
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board);
        await talk.SaysAsync("amina", line);
        var reply = await ReplyAsync(talk, "amina");
        Assert.Equal((kind, kind == ReplyKind.Substituted ? "Max Muster" : string.Empty), (reply!.Kind, reply.SubstituteName));
    }

    [Theory]
    [InlineData("Ich kann nicht abstimmen")]
    [InlineData("Ich kann nicht mehr")]
    [InlineData("Ich kann die Tagesordnung nicht finden")]
    public async Task Words_OfSomethingElse_AreNoReply(string line)
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board);
        await talk.SaysAsync("amina", line);
        Assert.Null(await ReplyAsync(talk, "amina"));
    }

    [Fact]
    public async Task Reply_InThePlenary_SubstitutesOfTheOrganizationVoteAndOthersAreGuests()
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Plenary);
        await talk.SaysAsync("amina", "Vertretung schicken zum Plenum: Ivo");
        talk.Hears("amina", "Ivo Petrov vertritt Sie und kann für Ihre Organisation abstimmen.");
        await talk.SaysAsync("bernd", "Vertretung schicken zum Plenum: Ivo");
        talk.Hears("bernd", "Ivo kommt an Ihrer Stelle, als Gast ohne Stimme; abstimmen kann nur, wer für Ihre Organisation eingetragen ist.");
        await talk.SaysAsync("bernd", "Vertretung schicken zum Plenum");
        talk.Hears("bernd", "Bitte sagen Sie, wer an Ihrer Stelle kommt");
        await talk.SaysAsync("katrin", "Wer kommt zum Plenum?");
        talk.Hears("katrin", "Zugesagt: 1 von 8");
        talk.Hears("katrin", "Kulturverein Morgenstern e. V.**: kommt (Ivo Petrov)");
        talk.Hears("katrin", "Evangelische Kirchgemeinde St. Lukas**: kommt nicht; als Gast ohne Stimme kommt Ivo");
    }

    [Fact]
    public async Task Reply_SeveralCommittees_AsksWhich()
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board, Plenary);
        await talk.SaysAsync("amina", "Vertretung schicken: Ivo");
        talk.Hears("amina", "Um welche Sitzung geht es?");
        Assert.Contains("Ivo Petrov vertritt Sie", await talk.PressesAsync("amina", "Vertretung schicken"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ich komme am 14.1.");
        talk.Hears("amina", "Ihre Zusage ist notiert. **Beirat");
    }

    [Fact]
    public async Task Reply_OutsideOrTooLate_IsRefused()
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board);
        var accept = talk.DataOf("amina", "Ich komme");
        foreach (var verb in new[] { "reply.accept", "reply.regret", "reply.substitute", "reply.list" })
        {
            Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("dao", verb, accept.DeepClone().AsObject()), StringComparison.Ordinal);
            Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("amina", verb, new JsonObject { ["meeting"] = "x", ["asked"] = "0" }), StringComparison.Ordinal);
        }

        await talk.SaysAsync("dao", "Ich komme zum Beirat");
        talk.Hears("dao", "„Beirat“");
        await talk.SaysAsync("amina", "Ich komme zum Beirat", Talk.Plenary);
        Assert.DoesNotContain("14. Januar", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        await talk.AtAsync(2027, 1, 14, 17);
        Assert.Contains("hat schon begonnen", await talk.PressAsync("amina", "reply.accept", accept), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ich komme zum Beirat");
        talk.Hears("amina", "Zurzeit ist keine Sitzung geplant");
    }

    [Fact]
    public async Task Reply_ToACancelledMeeting_IsRefused()
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board);
        var accept = talk.DataOf("amina", "Ich komme");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        Assert.Contains("ist abgesagt", await talk.PressAsync("amina", "reply.accept", accept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoComes_ByPlaceAndRight_ShowsNamesOnlyToWhoLeads()
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board);
        await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        await talk.SaysAsync("clara", "Ich kann nicht zum Beirat");
        await talk.SaysAsync("amina", "Wer kommt zum Beirat?");
        talk.Hears("amina", "Zugesagt: 1 von 3; für die Beschlussfähigkeit ist keine Mindestzahl vorgeschrieben.");
        talk.Hears("amina", "Abgesagt: 1, noch ohne Antwort: 1.");
        Assert.DoesNotContain("Bernd", talk.LastFor("amina"), StringComparison.Ordinal);
        foreach (var who in new[] { "katrin", "bernd" })
        {
            await talk.SaysAsync(who, "Wer kommt?", Talk.Board);
            Assert.DoesNotContain("Clara", talk.Last(Talk.Board), StringComparison.Ordinal);
            talk.Shows(Talk.Board, "Zugesagt: 1 von 3");
        }

        await talk.SaysAsync("katrin", "Wer kommt zum Beirat?", Talk.Plenary);
        Assert.DoesNotContain("von 3", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Wer kommt zum Beirat?");
        Assert.DoesNotContain("von 3", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        await talk.SaysAsync("amina", "Wer kommt zum Beirat?");
        talk.Hears("amina", "**Bernd Krüger**: kommt");
        talk.Hears("amina", "**Clara Neumann**: kommt nicht");
        talk.Hears("amina", "**Amina Yıldız**: noch offen");
    }

    [Fact]
    public async Task WhoComes_InEnglish_SaysTheNumbers()
    {
        await using var talk = await InvitedAsync(Store.Sqlite, Board);
        talk.Locale = "en-GB";
        await talk.SaysAsync("bernd", "I will come to the board");
        talk.Hears("bernd", "Thank you, Bernd Krüger: it is noted that you will come.");
        await talk.SaysAsync("katrin", "Who is coming to the board?");
        talk.Hears("katrin", "Accepted: 1 of 3; no quorum is required.");
        talk.Hears("katrin", "**Bernd Krüger**: comes");
    }

    [Fact]
    public async Task WhoComes_WithAQuorum_SaysHowManyAreMissing()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.WithRules(snapshot, "plenum", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 4) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync(Plenary);
        await talk.SaysAsync("amina", "Ich komme zum Plenum");
        await talk.SaysAsync("katrin", "Wer kommt zum Plenum?");
        talk.Hears("katrin", "Zugesagt: 1 von 8; für die Beschlussfähigkeit fehlen 1.");
        await talk.SaysAsync("bernd", "Ich komme zum Plenum");
        await talk.SaysAsync("bernd", "Wer kommt zum Plenum?");
        talk.Hears("bernd", "Zugesagt: 2 von 8; das reicht für die Beschlussfähigkeit.");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Reply_ManyAtOnceOnTwoInstances_AllAreNoted(Store store)
    {
        await using var talk = await InvitedAsync(store, Board);
        var other = talk.Join();
        talk.Settles = false;
        var bodies = Members.Select(who => talk.Complete(new JsonObject { ["type"] = "message", ["text"] = "Ich komme zum Beirat" }, who, null).ToJsonString()).ToList();
        foreach (var response in await Task.WhenAll(bodies.Select((body, index) => index % 2 == 0 ? talk.SendAsync(body) : Talk.SendAsync(other, body))))
        {
            response.Dispose();
        }

        await talk.SettleTogetherAsync(other);
        var meeting = Assert.Single(await talk.MeetingsAsync());
        var replies = await talk.Get<ReplyStore>().OfAsync(Talk.Network, meeting, Cancellation);
        Assert.Equal(Members, replies.Items.Where(reply => reply.Kind == ReplyKind.Accepted).Select(reply => reply.Person.Value).Order());
    }

    private static async Task<MeetingReply?> ReplyAsync(Talk talk, string who) =>
        await talk.Get<ReplyStore>().FindAsync(Talk.Network, (await talk.MeetingsAsync())[0], new(who), Cancellation);

    private static async Task<Talk> InvitedAsync(Store store, params string[] lines)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao");
        foreach (var line in lines)
        {
            await talk.CallsAsync(line);
        }

        return talk;
    }
}
