using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Expulsion of a member: proposed, heard, recommended, voted, ended; and how it ends otherwise.</summary>
public class ExpulsionTests
{
    private const string Line = "Ausschluss beantragen: Kreissportbund, weil er gegen unsere Grundsätze auftritt; Frist 14 Tage";

    private const string Invited = "Für **Kreissportbund Musterland** ist der Ausschluss aus dem Bündnis beantragt, von Bernd Krüger. Gründe: weil er gegen unsere Grundsätze auftritt – Sie haben bis Montag, 7. Dezember 2026 Zeit";

    [Fact]
    public async Task Case_FromTheMotionToTheExpulsion_ShowsStatementAndRecommendationUnchangedAndTheDeviation()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("bernd", Line);
        talk.Hears("bernd", "**Kreissportbund Musterland** soll aus dem Bündnis ausgeschlossen werden.");
        talk.Hears("bernd", "Zeit zur Stellungnahme: bis Montag, 7. Dezember 2026 (14 Tage)");
        Assert.Equal(0, talk.HeardBy("dao", "Ausschluss"));
        Assert.Contains("Die Organisation hat bis Montag, 7. Dezember 2026 Zeit zur Stellungnahme", await talk.PressesAsync("bernd", "Ausschluss beantragen"), StringComparison.Ordinal);
        Assert.Equal((1, 1), (talk.HeardBy("dao", Invited), talk.HeardBy("katrin", "Der Ausschluss von **Kreissportbund Musterland** ist beantragt, von Bernd Krüger.")));
        Assert.Equal((0, 0), (talk.CountOf(Talk.Plenary, "Kreissportbund"), talk.CountOf(Talk.Board, "Kreissportbund")));

        await talk.SaysAsync("katrin", "Ausschluss an den Beirat: Kreissportbund");
        talk.Hears("katrin", "erst danach wird abgestimmt");
        Assert.Contains("ist noch nicht angehört", await talk.PressAsync("katrin", "expulsion.consult", await CaseDataAsync(talk)), StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Stellungnahme: Das stimmt nicht. Unser Rat: *nachfragen*");
        Assert.Contains("ist festgehalten", await talk.PressesAsync("dao", "Stellungnahme abgeben"), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("katrin", "Stellungnahme der Organisation vom Montag, 23. November 2026: Das stimmt nicht. Unser Rat: *nachfragen*"));
        Assert.Contains("Der Beirat stimmt jetzt", await talk.PressesAsync("katrin", "Beirat fragen"), StringComparison.Ordinal);

        talk.Shows(Talk.Board, "Soll der Beirat dem Plenum empfehlen, **Kreissportbund Musterland** aus dem Bündnis auszuschließen?");
        talk.Shows(Talk.Board, "Das stimmt nicht. Unser Rat: *nachfragen*");
        await talk.SaysAsync("amina", "Nein");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **nicht ausschließen** (Ja: 0, Nein: 2, Enthaltung: 0).");
        talk.Shows(Talk.Plenary, "Stellungnahme der Organisation vom Montag, 23. November 2026: Das stimmt nicht. Unser Rat: *nachfragen*");
        talk.Shows(Talk.Plenary, "weil er gegen unsere Grundsätze auftritt");
        await talk.SaysAsync("dao", "Nein");
        talk.Hears("dao", "Ihre Stimme für Kreissportbund Musterland: **Nein**.");
        foreach (var who in new[] { "amina", "bernd", "clara" })
        {
            await talk.SaysAsync(who, "Ja");
        }

        await talk.EndsBallotAsync();
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal((7, new LocalDate(2026, 11, 23)), (network.Organizations.Count, Assert.Single(network.FormerOrganizations).MemberUntil));
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(("Ausschluss: Kreissportbund Musterland", Recommendation.Against, true, new LocalDate(2026, 11, 23)), (entry.Title, entry.Recommendation, entry.Deviates, entry.DecidedOn));
        Assert.Contains("Die Organisation hat am Montag, 23. November 2026 schriftlich Stellung genommen.", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nachfragen", entry.Text, StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Eingetragen als Beschluss **2026-01**.");
        Assert.Equal(1, talk.HeardBy("dao", "**Kreissportbund Musterland** ist aus dem Bündnis ausgeschlossen worden (Beschluss **2026-01**); die Mitgliedschaft endete am Montag, 23. November 2026."));
        Assert.Equal((1, 1), (talk.HeardBy("katrin", "**Kreissportbund Musterland** ist ausgeschlossen (Beschluss **2026-01**)"), talk.HeardBy("bernd", "ist aus dem Bündnis ausgeschlossen (Beschluss **2026-01**)")));
        await talk.SaysAsync("katrin", "Mitgliedschaftsfälle");
        talk.Hears("katrin", "keinen Mitgliedschaftsfall");
    }

    [Fact]
    public async Task Deadline_WithoutAnAnswer_RemindsAndReportsOnceEach_AndOpensTheWay()
    {
        await using var talk = await StartAsync();
        await ProposesAsync(talk);
        var heard = talk.Listen();
        await talk.WalkAsync(new LocalDateTime(2026, 12, 12, 0, 0));
        var reminder = Assert.Single(heard, one => one.Words.Contains("können Sie noch bis Montag, 7. Dezember 2026 Stellung nehmen", StringComparison.Ordinal));
        var passed = Assert.Single(heard, one => one.Words.Contains("hat sich bis Montag, 7. Dezember 2026 nicht zum beantragten Ausschluss geäußert", StringComparison.Ordinal));
        Assert.Equal((Talk.Personal("dao"), Talk.Personal("katrin")), (reminder.Conversation, passed.Conversation));
        Assert.Equal((Berlin(2026, 12, 4), Berlin(2026, 12, 8)), (Minute(reminder.At), Minute(passed.At)));
        await talk.PressesAsync("katrin", "Beirat fragen");
        talk.Shows(Talk.Board, "Die Organisation hatte bis Montag, 7. Dezember 2026 Zeit zur Stellungnahme und hat sich nicht geäußert.");
        await talk.SaysAsync("dao", "Stellungnahme: Doch!");
        talk.Hears("dao", "Der Beirat stimmt jetzt über eine Empfehlung zum Ausschluss");
    }

    [Fact]
    public async Task Hearing_HeldOrally_IsRecordedByTheCoordinatorWithItsDay_AndNobodyIsRemindedAnyMore()
    {
        await using var talk = await StartAsync();
        await ProposesAsync(talk);
        await talk.AtAsync(2026, 11, 26, 10);
        await talk.SaysAsync("katrin", "Anhörung festhalten: Kreissportbund am 27.11.: Der Vorstand bestreitet alles");
        Assert.Contains("zwischen dem Antrag (Montag, 23. November 2026) und heute", await talk.PressesAsync("katrin", "Anhörung festhalten"), StringComparison.Ordinal);
        Assert.Contains("wurde zum beantragten Ausschluss angehört", await talk.PressesAsync("katrin", "Anhörung festhalten", null, ("day", "2026-11-25")), StringComparison.Ordinal);
        await talk.WalkAsync(new LocalDateTime(2026, 12, 9, 0, 0));
        Assert.Equal((0, 0), (talk.HeardBy("dao", "können Sie noch bis"), talk.HeardBy("katrin", "hat sich bis")));
        await talk.SaysAsync("katrin", "Ausschluss an den Beirat");
        talk.Hears("katrin", "Mündlich angehört am Mittwoch, 25. November 2026: Der Vorstand bestreitet alles");
        await talk.PressesAsync("katrin", "Beirat fragen");
        talk.Shows(Talk.Board, "Mündlich angehört am Mittwoch, 25. November 2026: Der Vorstand bestreitet alles");
    }

    [Fact]
    public async Task Case_IsSeenByThoseItConcerns_AndByNobodyElse()
    {
        await using var talk = await StartAsync();
        await ProposesAsync(talk);
        foreach (var who in new[] { "katrin", "bernd", "dao" })
        {
            await ListsAsync(talk, who, "**Kreissportbund Musterland**: Ausschluss beantragt (23.11.2026). Nächster Schritt: Stellungnahme bis 07.12.2026 (Vertretung der Organisation).");
        }

        await ListsAsync(talk, "amina", "keinen Mitgliedschaftsfall");
        await ListsAsync(talk, "clara", "keinen Mitgliedschaftsfall");
        await ListsAsync(talk, "niemand", Talk.ToStrangers);
        var data = await CaseDataAsync(talk);
        data["reason"] = "weil";
        foreach (var (who, verb) in new[] { ("clara", "expulsion.answer"), ("katrin", "expulsion.answer"), ("clara", "expulsion.answer.ask"), ("clara", "expulsion.withdraw"), ("katrin", "expulsion.withdraw"), ("dao", "expulsion.withdraw") })
        {
            Assert.Equal("Diesen Ausschlussantrag gibt es nicht.", await talk.PressAsync(who, verb, data));
        }

        foreach (var verb in new[] { "expulsion.hear", "expulsion.hear.ask", "expulsion.consult", "expulsion.waive", "expulsion.waive.ask" })
        {
            Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("dao", verb, data));
        }

        await talk.SaysAsync("clara", "Stellungnahme: Hallo");
        talk.Hears("clara", "gibt es keinen Antrag, zu dem Sie für eine Organisation Stellung nehmen können");
        await talk.SaysAsync("dao", "Stellungnahme: Hallo", Talk.Plenary);
        talk.Shows(Talk.Plenary, "Darum bitte ich Sie im Einzelchat.");
        await talk.SaysAsync("samira", Line);
        talk.Hears("samira", "Das können nur Vertretungen von Mitgliedsorganisationen und die Koordination.");
        await talk.SaysAsync("dao", Line);
        talk.Hears("dao", "Sie vertreten Kreissportbund Musterland selbst.");
        await talk.SaysAsync("katrin", "Anhörung festhalten: Kreissportbund: Nein");
        await talk.PressesAsync("katrin", "Anhörung festhalten");
        await ListsAsync(talk, "dao", "zum Ausschluss angehört, oder die Zeit dafür ist vorbei (seit 23.11.2026)");
        await talk.SaysAsync("katrin", "Ausschluss an den Beirat");
        await talk.PressesAsync("katrin", "Beirat fragen");
        await ListsAsync(talk, "amina", "Der Beirat stimmt über eine Empfehlung zum Ausschluss ab");
        talk.Locale = "en-GB";
        await talk.SaysAsync("dao", "Membership cases");
        talk.Hears("dao", "the advisory board votes on a recommendation on the expulsion (since 23 Nov 2026). Next: vote (board).");
    }

    [Fact]
    public async Task Withdraw_ByWhoeverProposed_StopsTheBallotAndTellsWhy()
    {
        await using var talk = await StartAsync();
        await ProposesAsync(talk);
        await HeardAsync(talk);
        Assert.Single(await talk.RunningBallotsAsync());
        await talk.SaysAsync("bernd", "Ausschlussantrag zurückziehen");
        talk.Hears("bernd", "eine laufende Abstimmung wird ungültig");
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("bernd", "Ja, zurückziehen", null, ("reason", " ")), StringComparison.Ordinal);
        Assert.Contains("ist zurückgezogen. Grund: Geklärt", await talk.PressesAsync("bernd", "Ja, zurückziehen", null, ("reason", "Geklärt")), StringComparison.Ordinal);
        Assert.Empty(await talk.RunningBallotsAsync());
        talk.Shows(Talk.Board, "Der Antrag wurde zurückgezogen.");
        Assert.Equal((1, 1), (talk.HeardBy("dao", "ist zurückgezogen. Grund: Geklärt"), talk.HeardBy("katrin", "ist zurückgezogen. Grund: Geklärt")));
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
        await ProposesAsync(talk);
        Assert.Equal(2, talk.HeardBy("dao", Invited));
    }

    [Fact]
    public async Task Organization_LeavingMeanwhile_EndsTheCaseAndItsBallot()
    {
        await using var talk = await StartAsync();
        await ProposesAsync(talk);
        await HeardAsync(talk);
        await talk.SaysAsync("dao", "Austritt erklären zum 24.11.");
        await talk.PressesAsync("dao", "So festlegen");
        await ListsAsync(talk, "katrin", "Mitgliedschaftsfälle (2)");
        await talk.AtAsync(2026, 11, 25, 8);
        Assert.Equal((1, 1), (talk.HeardBy("katrin", "ist kein Mitglied mehr. Damit ist der Antrag auf Ausschluss erledigt."), talk.HeardBy("bernd", "Damit ist der Antrag auf Ausschluss erledigt.")));
        Assert.Empty(await talk.RunningBallotsAsync());
        Assert.Equal(new LocalDate(2026, 11, 24), Assert.Single((await talk.NetworkAsync()).Network.FormerOrganizations).MemberUntil);
        await ListsAsync(talk, "katrin", "keinen Mitgliedschaftsfall");
        Assert.Empty(await talk.ResolutionsAsync());
    }

    [Fact]
    public async Task Board_WithoutAnAnswer_IsPassedOverForAReason_WhichStandsOnTheBallot_AndTheRulesSayWhetherTheConcernedVotes()
    {
        await using var talk = await StartAsync(snapshot => Talk.WithRules(
            Talk.WithRules(snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 1) } }),
            "plenum", rules => rules.With(MotionKind.Expulsion, DecisionRule.Default with { ConcernedVotes = false })));
        await ProposesAsync(talk);
        await HeardAsync(talk);
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(1, talk.HeardBy("katrin", "Der Beirat hat zum Ausschluss von **Kreissportbund Musterland** nichts entschieden"));
        await ListsAsync(talk, "katrin", "Der Beirat hat zum Ausschluss nichts entschieden");
        await talk.SaysAsync("katrin", "Ausschluss ohne Empfehlung: Kreissportbund");
        Assert.Contains("stimmt gerade das Plenum ab", await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", "Der Beirat ist im Urlaub")), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Der Beirat gibt keine Empfehlung ab.");
        talk.Shows(Talk.Plenary, "Ohne Empfehlung zur Abstimmung gestellt von Katrin Vogel");
        await talk.SaysAsync("dao", "Nein");
        Assert.DoesNotContain("Ihre Stimme", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        Assert.Equal((1, 1), (talk.HeardBy("dao", "**Kreissportbund Musterland** wird nicht ausgeschlossen (Beschluss **2026-01**)."), talk.HeardBy("katrin", "wird nicht ausgeschlossen")));
        Assert.Contains("Der Beirat ist im Urlaub", Assert.Single(await talk.ResolutionsAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
    }

    [Fact]
    public async Task Account_ThatActsForTwoOrganizations_IsAskedWhichOneTheStatementIsOf()
    {
        await using var talk = await StartAsync();
        await talk.ChangeRepresentativesAsync("volkshochschule", "dao");
        await ProposesAsync(talk);
        await ProposesAsync(talk, "Ausschluss beantragen: Volkshochschule, weil sie nie kommt");
        await talk.SaysAsync("dao", "Stellungnahme: Wir kommen wieder");
        talk.Hears("dao", "Um welchen Ausschlussantrag geht es?");
        await talk.SaysAsync("dao", "Stellungnahme Volkshochschule: Wir kommen wieder");
        talk.Hears("dao", "Gründe: weil sie nie kommt");
        await talk.PressesAsync("dao", "Stellungnahme abgeben");
        var cases = await talk.Get<ExpulsionStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken);
        Assert.Equal([("sportbund", null), ("volkshochschule", "Wir kommen wieder")], cases.Select(one => (one.Organization.Value, one.Hearing?.Words)));
        await talk.SaysAsync("dao", "Stellungnahme Kreissportbund: keine");
        await talk.PressesAsync("dao", "Keine Stellungnahme");
        cases = await talk.Get<ExpulsionStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken);
        Assert.Equal(HearingKind.Declined, cases[0].Hearing!.Kind);
    }

    [Theory]
    [InlineData("Abstimmung Ausschluss: Sportbund; angehört: am 2. November", "Angehört wird die Organisation zu diesem Antrag")]
    [InlineData("Umlaufbeschluss Ausschluss: Sportbund", "Bitte einen Grund nennen.")]
    [InlineData("Ausschluss beantragen", "Um welche Organisation geht es?")]
    [InlineData("Ausschluss beantragen: Verein Unbekannt, weil", "kenne ich nicht")]
    [InlineData("Ausschluss beantragen: Sportbund, weil er stört; Frist 3 Tage", "mindestens 7 und höchstens 60 Tage")]
    [InlineData("Ausschlus beantragen: Sportbund: Er stört", "**Kreissportbund Musterland** soll aus dem Bündnis ausgeschlossen werden.")]
    [InlineData("Propose expulsion: Sportbund, because it is late; deadline 21 days", "(21 Tage)")]
    public async Task Propose_HoweverItIsSaid_ComesToTheOneForm(string line, string expected)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", "Ausschluss beantragen");
        talk.Hears("katrin", expected);
        Assert.Empty(await talk.RunningBallotsAsync());
    }

    private static async Task ListsAsync(Talk talk, string who, string expected)
    {
        await talk.SaysAsync(who, "Mitgliedschaftsfälle");
        talk.Hears(who, expected);
    }

    private static async Task ProposesAsync(Talk talk, string line = Line)
    {
        await talk.SaysAsync("bernd", line);
        Assert.Contains("ist beantragt", await talk.PressesAsync("bernd", "Ausschluss beantragen"), StringComparison.Ordinal);
    }

    private static async Task HeardAsync(Talk talk)
    {
        await talk.SaysAsync("dao", "Stellungnahme: Nein");
        await talk.PressesAsync("dao", "Stellungnahme abgeben");
        await talk.PressesAsync("katrin", "Beirat fragen");
    }

    private static async Task<JsonObject> CaseDataAsync(Talk talk) => new()
    {
        ["expulsion"] = (await talk.Get<ExpulsionStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken))[0].Id.Value,
    };

    private static LocalDateTime Berlin(int year, int month, int day) => new(year, month, day, 8, 0);

    private static LocalDateTime Minute(Instant at) => at.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime.With(TimeAdjusters.TruncateToMinute);

    private static async Task<Talk> StartAsync(Func<NetworkSnapshot, NetworkSnapshot>? change = null)
    {
        var talk = await Talk.StartAsync(change: change);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "samira");
        return talk;
    }
}
