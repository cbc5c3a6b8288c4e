using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Features.Register.ExportResolutions;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What happens with resolutions once they are recorded: found, checked, put right, carried out.</summary>
public sealed class ResolutionLifeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckRegister_TellsEachAsFarAsTheyMayRead()
    {
        await using var talk = await RegisterAsync();
        var entries = await talk.ResolutionsAsync();
        await talk.SaysAsync("katrin", "Register prüfen");
        talk.Hears("katrin", "Das Beschlussverzeichnis ist unversehrt. Geprüfte Einträge: 4; der letzte ist 2026-04. Seine Prüfsumme");
        talk.Hears("katrin", entries[3].Hash);
        await talk.SaysAsync("dao", "Register prüfen");
        talk.Hears("dao", "Für Sie lesbare Einträge: 2. Geprüft, auch was Sie nicht lesen dürfen, bis 2026-03");
        talk.Hears("dao", entries[2].Hash);
        Assert.DoesNotContain(entries[3].Hash, talk.LastFor("dao"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026-04", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Register prüfen", Talk.Plenary);
        Assert.Contains("Einträge: 2.", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        await talk.SaysAsync("samira", "Register prüfen");
        Assert.DoesNotContain("2026-0", talk.LastFor("samira"), StringComparison.Ordinal);
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Verify register");
        talk.Hears("katrin", "The register is intact. Entries checked: 4");
    }

    [Theory]
    [InlineData("entry|2026-0001", "Eintrag 2026-01 wurde verändert; betroffene Spalten: Title.", "Eintrag 2026-01 wurde verändert; betroffene Spalten: Title.")]
    [InlineData("entry|2026-0002", "Eintrag 2026-02 wurde verändert; betroffene Spalten: Title.", "Eintrag 2026-02, den Sie nicht lesen dürfen, ist nicht so, wie er aufgezeichnet wurde.")]
    [InlineData("entry|2026-0004", "Eintrag 2026-04 wurde verändert; betroffene Spalten: Title.", "Bis 2026-03 ist das Beschlussverzeichnis unversehrt, danach nicht.")]
    public async Task CheckRegister_Damaged_NamesTheEntryToWhoMayKnowOfIt(string key, string coordinator, string member)
    {
        await using var talk = await RegisterAsync();
        var row = (await talk.Get<ITableStore>().GetEntityIfExistsAsync(TableNames.Resolutions, Talk.Network.Value, key, Cancellation))!;
        row["Title"] = "Anders";
        await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Resolutions, [TableTransactionAction.Update(row)], Cancellation);
        await talk.SaysAsync("katrin", "Register prüfen");
        talk.Hears("katrin", coordinator);
        await talk.SaysAsync("dao", "Register prüfen");
        talk.Hears("dao", member);
        Assert.Equal(member == coordinator, talk.LastFor("dao").Contains("Title", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Beschluss 2026-01 zuständig: Dao bis 3.4.", "Dao Nguyen", "2027-04-03")]
    [InlineData("Beschluss zuteilen 2026-01: Dao bis 3.4.", "Dao Nguyen", "2027-04-03")]
    [InlineData("Assign resolution 2026-01: Dao by 3.4.", "Dao Nguyen", "2027-04-03")]
    [InlineData("Beschluss 2026-01 zustaendig Kreissportbund bis zum 3. April 2027", "Kreissportbund Musterland", "2027-04-03")]
    [InlineData("Beschluss 2026-01: neue Frist 1.6.", "", "2027-06-01")]
    [InlineData("Beschluss 2026-01 verantwortlich: @Edda Hoffmann", "Edda Hoffmann", "")]
    [InlineData("Resolution 2026-01 responsible: Amina until 3.4.", "Amina Yıldız", "2027-04-03")]
    public async Task Assign_AsItIsTyped_IsUnderstood(string line, string owner, string due)
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("katrin", line);
        var followUp = await FollowUpAsync(talk);
        Assert.Equal((owner, due), (followUp?.Owner?.Name((await talk.NetworkAsync()).Network) ?? string.Empty, followUp?.Due?.ToString("uuuu-MM-dd", null) ?? string.Empty));
        talk.Hears("katrin", "Beschluss 2026-01: Zuständig:");
    }

    [Theory]
    [InlineData("Beschluss 2026-01 zuständig: Niemandinger", "Weder eine Person noch eine Mitgliedsorganisation heißt")]
    [InlineData("Beschluss 2026-01 zuständig: Samira", "Samira Haddad gehört nicht zu dem Gremium")]
    [InlineData("Beschluss 2026-02 zuständig: Dao", "Dao Nguyen gehört nicht zu dem Gremium")]
    [InlineData("Beschluss 2026-01 Frist 31.2.", "31.2.")]
    [InlineData("Beschluss 2026-01 zuständig", "Beschluss 2026-01 zuteilen")]
    public async Task Assign_WhatIsNotClear_IsAskedOnAFormThatIsFilledIn(string line, string said)
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", said);
        Assert.Contains("Beschluss 2026-0", await talk.PressesAsync("katrin", "Festlegen", null, ("owner", "Amina"), ("due", "2027-04-03")), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 4, 3), (await FollowUpAsync(talk, line[10..17]))!.Due);
    }

    [Fact]
    public async Task Assign_ByOthersThanCoordinationAndChair_IsRefused()
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("dao", "Beschluss 2026-01 zuständig: Dao bis 3.4.");
        talk.Hears("dao", "Zuständigkeit und Frist setzen nur");
        await talk.SaysAsync("dao", "Beschluss 2026-02 zuständig: Dao bis 3.4.");
        talk.Hears("dao", "Einen Beschluss 2026-02 gibt es nicht.");
        await talk.SaysAsync("amina", "Beschluss 2026-02 zuständig: Bernd bis 3.4.");
        talk.Hears("amina", "Zuständigkeit und Frist setzen nur");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        await talk.SaysAsync("amina", "Beschluss 2026-02 zuständig: Bernd bis 3.4.");
        talk.Hears("amina", "Beschluss 2026-02: Zuständig: Bernd Krüger");
        Assert.Null(await FollowUpAsync(talk));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Reminders_GoOnUntilItIsDone_OnceEach(Store store)
    {
        await using var talk = await RegisterAsync(store);
        await talk.SaysAsync("katrin", "Beschluss 2026-01 zuständig: Kreissportbund bis 1.3.");
        await talk.AtAsync(2027, 2, 22, 8, 59, 59);
        Assert.Equal(0, talk.HeardBy("dao", "Beschluss 2026-01, für den"));
        await talk.AtAsync(2027, 2, 22, 9);
        Assert.Equal(1, talk.HeardBy("dao", "Erinnerung: Der Beschluss 2026-01"));
        await talk.AtAsync(2027, 3, 1, 9);
        Assert.Equal(1, talk.HeardBy("dao", "Heute ist die Frist für den Beschluss 2026-01"));
        Assert.Contains("Der Beschluss 2026-01 ist jetzt: in Arbeit.", await talk.PressesAsync("dao", "In Arbeit", null, ("note", "Saal angefragt")), StringComparison.Ordinal);
        await talk.AtAsync(2027, 3, 8, 9);
        Assert.Equal((1, 0), (talk.HeardBy("dao", "ist seit"), talk.HeardBy("katrin", "ist seit")));
        await talk.AtAsync(2027, 3, 15, 9);
        Assert.Equal((2, 1), (talk.HeardBy("dao", "ist seit"), talk.HeardBy("katrin", "Der Beschluss 2026-01 ist seit")));
        await talk.AtAsync(2027, 3, 22, 9);
        Assert.Equal((3, 1), (talk.HeardBy("dao", "ist seit"), talk.HeardBy("katrin", "ist seit")));
        await talk.AtAsync(2027, 4, 26, 9); // the clocks went forward; asleep for the fourth week and its first month
        Assert.Equal(4, talk.HeardBy("dao", "ist seit"));
        await talk.SaysAsync("dao", "Offene Beschlüsse");
        talk.Hears("dao", "Offene Beschlüsse: 1, davon überfällig: 1");
        talk.Hears("dao", "Notiz: Saal angefragt");
        await talk.SaysAsync("dao", "Beschluss 2026-01 erledigt: Fest ist vorbei");
        talk.Hears("dao", "Der Beschluss 2026-01 ist jetzt: erledigt.");
        await talk.AtAsync(2027, 9, 1, 9);
        Assert.Equal(4, talk.HeardBy("dao", "ist seit"));
        Assert.Equal(0, talk.HeardBy("bernd", "2026-01"));
        var steps = await talk.Get<ResolutionFollowUpStore>().StepsAsync(Talk.Network, new ResolutionNumber(2026, 1), Cancellation);
        Assert.Equal(
            [(1, "katrin", ResolutionState.Open), (2, "dao", ResolutionState.InProgress), (3, "dao", ResolutionState.Done)], steps.Select(step => (step.Place, step.By.Value, step.After.State)));
        await talk.SaysAsync("dao", "Offene Beschlüsse");
        talk.Hears("dao", "Kein Beschluss wartet auf Umsetzung.");
    }

    [Fact]
    public async Task NewDueDay_RemindsAnew_AndTwoInstancesOnce()
    {
        await using var talk = await RegisterAsync();
        var other = talk.Join();
        await talk.SaysAsync("katrin", "Beschluss 2026-01 zuständig: Dao bis 1.3.");
        talk.Time.SetBerlin(2027, 3, 1, 9, 0, 0);
        await talk.SettleTogetherAsync(other);
        Assert.Equal(1, talk.HeardBy("dao", "Heute ist die Frist"));
        await talk.SaysAsync("katrin", "Beschluss 2026-01 neue Frist 10.3.");
        await talk.AtAsync(2027, 3, 9, 9);
        Assert.Equal((1, 0), (talk.HeardBy("dao", "Erinnerung: Der Beschluss"), talk.HeardBy("dao", "ist seit")));
        await talk.AtAsync(2027, 3, 10, 9);
        Assert.Equal(2, talk.HeardBy("dao", "Heute ist die Frist"));
    }

    [Fact]
    public async Task ConfidentialCommittee_NobodyOutsideLearnsWhatBecomesOfIt()
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("katrin", "Beschluss 2026-02 zuständig: Bernd bis 1.3.");
        foreach (var line in new[] { "Offene Beschlüsse", "Offene Beschlüsse Beirat", "Beschluss 2026-02", "Beschluss 2026-02 erledigt", "Beschlüsse Beirat 2026 Geheimsache", "Beschluss 2026-02 neue Frist 1.6." })
        {
            await talk.SaysAsync("dao", line);
            Assert.DoesNotContain("Geheimsache", talk.LastFor("dao"), StringComparison.Ordinal);
            Assert.DoesNotContain("Bernd", talk.LastFor("dao"), StringComparison.Ordinal);
        }

        foreach (var verb in new[] { "resolution.done", "resolution.progress", "resolution.show", "resolution.askassign", "resolution.assign" })
        {
            Assert.Equal("Einen Beschluss 2026-02 gibt es nicht.", await talk.PressAsync("dao", verb, new JsonObject { ["resolution"] = "2026-02", ["owner"] = "Dao" }));
        }

        await talk.SaysAsync("amina", "Offene Beschlüsse", Talk.Plenary);
        Assert.DoesNotContain("Geheimsache", talk.Last(Talk.Plenary), StringComparison.Ordinal);
        // Whoever leaves the board is not reminded any more.
        await talk.LeavesTheBoardAsync("bernd");
        await talk.AtAsync(2027, 3, 1, 9);
        Assert.Equal(0, talk.HeardBy("bernd", "2026-02"));
        Assert.Equal(ResolutionState.Open, (await FollowUpAsync(talk, "2026-02"))!.State);
    }

    [Fact]
    public async Task Correction_IsANewEntryOnce_AndTheOldOneNamesIt()
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("dao", "Berichtigung zum Beschluss 2026-01: Anders. Grund: Zahlendreher");
        talk.Hears("dao", "Katrin Vogel");
        await talk.SaysAsync("katrin", "Berichtigung zum Beschluss 2026-01: Wir fördern das Demokratiefest mit 5000 Euro. Grund: Zahlendreher");
        talk.Hears("katrin", "Der Eintrag 2026-01 bleibt stehen, wie er ist");
        Assert.Equal(4, (await talk.ResolutionsAsync()).Count);
        var data = talk.DataOf("katrin", "Berichtigung eintragen");
        (data["text"], data["reason"]) = ("=SUMME(1;2) Wir fördern das Demokratiefest mit 5000 Euro.", "Zahlendreher");
        Assert.Contains("Eingetragen als 2026-05", await talk.PressAsync("katrin", "resolution.correct", data), StringComparison.Ordinal);
        Assert.Contains("Eingetragen als 2026-05", await talk.PressAsync("katrin", "resolution.correct", data), StringComparison.Ordinal);
        data["text"] = string.Empty;
        Assert.Contains("Bitte den richtigen Wortlaut angeben", await talk.PressAsync("katrin", "resolution.correct", data), StringComparison.Ordinal);
        Assert.DoesNotContain("Eingetragen", await talk.PressAsync("dao", "resolution.correct", data), StringComparison.Ordinal);
        var entries = await talk.ResolutionsAsync();
        Assert.Equal((5, new ResolutionNumber(2026, 1), "Zahlendreher", 12), (entries.Count, entries[4].Corrects, entries[4].Reason, entries[4].Tally.Yes));
        await talk.SaysAsync("dao", "Beschluss 2026-01");
        talk.Hears("dao", "Berichtigt durch 2026-05.");
        await talk.SaysAsync("dao", "Beschlüsse Zahlendreher");
        talk.Hears("dao", "Berichtigt den Beschluss 2026-01. Grund: Zahlendreher");
        await talk.SaysAsync("katrin", "Register prüfen");
        talk.Hears("katrin", "unversehrt. Geprüfte Einträge: 5");
        var file = await FileAsync(talk, "dao", "2026", ResolutionFile.Table);
        var lines = Encoding.UTF8.GetString(file.Content).Split("\r\n");
        Assert.EndsWith("\"\";\"\";\"2026-05\";\"\";\"\";\"\";\"\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=SUMME(1;2) Wir", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("\"2026-01\";\"Zahlendreher\";\"\";\"\";\"\";\"\";\"\"", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beschlüsse 2026 Demokratiefest", "2026-01", "2026-03")]
    [InlineData("Beschlüsse Demokratiefset", "2026-01", "")]
    [InlineData("Beschluesse Straßenfest Brücke", "2026-03", "2026-01")]
    [InlineData("Beschlüsse Bruecke strassenfest", "2026-03", "2026-01")]
    [InlineData("Beschlüsse Demokratiefest Straßenfest", "", "2026-01")]
    [InlineData("Beschlüsse Plenum 2026 zum Demokratiefest", "2026-01", "2026-03")]
    [InlineData("Beschlüsse 2025", "", "2026-01")]
    [InlineData("Beschlüsse Beirat", "", "2026-02")]
    public async Task Search_ByYearCommitteeAndWords_FindsWhatFitsAllOfThem(string line, string found, string hidden)
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("dao", line);
        Assert.Equal((true, false), (talk.LastFor("dao").Contains(found, StringComparison.Ordinal), hidden.Length > 0 && talk.LastFor("dao").Contains(hidden + " ·", StringComparison.Ordinal)));
        Assert.Equal(found.Length == 0, talk.LastFor("dao").Contains(Messages.Get(Reader.German, Sentence.NoResolutions), StringComparison.Ordinal));
    }

    [Fact]
    public async Task WordFile_OfAYear_IsOfferedAndMade()
    {
        await using var talk = await RegisterAsync();
        await talk.SaysAsync("katrin", "Beschluss 2026-01 zuständig: Kreissportbund bis 3.4.");
        await talk.SaysAsync("katrin", "Beschluss 2026-03 zuständig: Dao bis 1.3.");
        await talk.SaysAsync("katrin", "Beschlüsse 2026 als Word");
        Assert.Contains("Beschluesse-2026.docx", talk.Connector.In(Talk.Personal("katrin"))[^1].Content.ToString(), StringComparison.Ordinal);
        var file = await FileAsync(talk, "katrin", "2026", ResolutionFile.Word);
        Assert.Equal("PK", Encoding.ASCII.GetString(file.Content, 0, 2));
    }

    /// <summary>Four entries: the plenary's 1 and 3, the board's 2 and 4.</summary>
    internal static async Task<Talk> RegisterAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao", "samira");
        foreach (var (number, committee, title, text) in new[]
        {
            (1, "plenum", "Demokratiefest", "Wir fördern das Demokratiefest mit 500 Euro."), (2, "beirat", "Geheimsache", "Geheimsache im Beirat."),
            (3, "plenum", "Straßenfest", "Das Straßenfest findet an der Brücke statt."), (4, "beirat", "Geheimsache zwei", "Noch eine Geheimsache."),
        })
        {
            await talk.Get<ResolutionStore>().RecordAsync(
                Talk.Network,
                new ResolutionDraft(
                    title, text, new CommitteeId(committee), Verdict.Accepted, new Tally(12, 5, 3, 25, 20, 45, 1), MajorityRule.Default.ToCode(), new LocalDate(2026, 11, 23), Instant.FromUtc(2026, 11, 23, 8, number),
                    "s" + number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                Cancellation);
        }

        return talk;
    }

    private static async Task<ResolutionFollowUp?> FollowUpAsync(Talk talk, string number = "2026-01") =>
        (await talk.Get<ResolutionFollowUpStore>().FindAsync(Talk.Network, ResolutionNumber.Parse(number), Cancellation))?.Value;

    private static async Task<FileDocument> FileAsync(Talk talk, string who, string asked, string form)
    {
        var snapshot = await talk.NetworkAsync();
        var turn = new Turn
        {
            Activity = new Bot.Platform.Activities.Activity { Conversation = new Bot.Platform.Activities.ConversationAccount { Id = Talk.Personal(who), ConversationType = "personal" } },
            Snapshot = snapshot, Sender = snapshot.Network.Person(new PersonId(who)), Account = new Account(null, null), Reader = Reader.German, Now = talk.Time.Now,
        };
        return (await talk.Get<ResolutionFile>().OfferAsync(turn, asked, form, Cancellation)).Document;
    }
}
