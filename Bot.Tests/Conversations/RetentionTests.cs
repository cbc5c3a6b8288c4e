using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Privacy;
using Bot.Domain.Voting;
using Bot.Features.Privacy.KeepFor;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What was kept long enough goes, once a month, and the coordinators are told how much it was; what something still needs, and what has to be proven, stays.</summary>
public class RetentionTests
{
    private const string Report = "Gelöscht, weil die Zeit der Aufbewahrung vorbei ist";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A year and a half of a network: answers go first, rolls and attendance later, results, minutes and register never.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Run_AsMonthsPass_DeletesWhatIsOverAndLeavesWhatMustBeProven(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        var meeting = await talk.BoardHasMetAsync();
        await talk.Get<ReplyStore>().SaveAsync(Talk.Network, meeting.Id, new MeetingReply(new PersonId("clara"), ReplyKind.Regretted, 0, talk.Time.Now), Cancellation);
        await talk.PlenaryVotesOnAsync("Verein Brücke e. V.");
        var plenary = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        var result = (await talk.BallotAsync(plenary)).Result;

        // The minutes are not approved: neither answers nor attendance go, however long ago the meeting was.
        await talk.BoardGetsMinutesAsync();
        await talk.AtAsync(2028, 2, 1, 9);
        Assert.NotEmpty((await AttendanceAsync(talk, meeting)).Lines);
        Assert.NotEmpty((await talk.Get<ReplyStore>().OfAsync(Talk.Network, meeting, Cancellation)).Items);
        // The ballot was closed more than a year ago: its roll is gone, its result is not.
        Assert.Empty(await talk.RollAsync(plenary));
        Assert.Equal(result, (await talk.BallotAsync(plenary)).Result);
        Assert.Equal(1, talk.HeardBy("katrin", Report));
        Assert.Equal(0, talk.HeardBy("amina", Report));
        talk.Said(Talk.Personal("katrin"), "Abstimmungszettel und Abstimmungslisten: ");

        await talk.SaysAsync("katrin", "Register prüfen");
        talk.Hears("katrin", "2027");
        await talk.SaysAsync("bernd", "Protokoll Beirat 14.1.2027");
        talk.Hears("bernd", "Stand Demokratiefest");
        await talk.SaysAsync("katrin", "Aufbewahrung");
        talk.Hears("katrin", "Letzte Löschung am 01.02.2028: ");
        talk.Hears("katrin", "Nächste Löschung: 01.03.2028.");
    }

    [Fact]
    public async Task Run_AfterMonthsAsleep_RunsOnceAndReportsOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await AddActsAsync(talk, 5, Instant.FromUtc(2025, 1, 1, 0, 0));
        await talk.AtAsync(2027, 4, 15, 3);
        Assert.Equal(5, await ActsAsync(talk));
        await talk.AtAsync(2027, 4, 15, 8);
        Assert.Equal((0, 1), (await ActsAsync(talk), talk.HeardBy("katrin", Report)));
        await talk.RestartAsync();
        await talk.AtAsync(2027, 4, 30, 9);
        Assert.Equal(1, talk.HeardBy("katrin", Report));
        talk.Said(Talk.Personal("katrin"), "): Änderungsverlauf: 5.");
        var progress = (await talk.Get<RetentionStore>().ProgressAsync(Talk.Network, Cancellation))!.Value.Value;
        Assert.Equal(RetentionTerms.NextRun(talk.Time.Now, DateTimeZoneProviders.Tzdb["Europe/Berlin"]), progress.Next);
    }

    /// <summary>However old the board's ballot is: the plenary has not decided, so it may still be looked into.</summary>
    [Fact]
    public async Task Rolls_OfAnExpulsionThatGoesOn_StayUntilItIsDecided()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await talk.SaysAsync("katrin", "Ausschluss beantragen: Kreissportbund, weil er gegen unsere Grundsätze auftritt");
        await talk.PressesAsync("katrin", "Ausschluss beantragen");
        await talk.SaysAsync("dao", "Stellungnahme: Das stimmt nicht.");
        await talk.PressesAsync("dao", "Stellungnahme abgeben");
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.DoesNotContain(RetentionKind.Rolls, await OverInYearsAsync(talk));

        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();

        Assert.Contains(RetentionKind.Rolls, await OverInYearsAsync(talk));
    }

    /// <summary>A network of an earlier version, full of old things: nothing goes before the coordinator was told and had time to object.</summary>
    [Fact]
    public async Task FirstRun_OfAnOldNetwork_IsAnnouncedWithCountsAndCanBePutOff()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await AddActsAsync(talk, 5, Instant.FromUtc(2025, 1, 1, 0, 0));
        await AddActsAsync(talk, 2, Instant.FromUtc(2023, 1, 1, 0, 0));
        await UpgradedAsync(talk);
        await talk.AfterAsync(Duration.FromMinutes(1));
        Assert.Equal(1, talk.HeardBy("katrin", "Am 01.01.2027 lösche ich zum ersten Mal, was lange genug aufbewahrt ist: Änderungsverlauf: 7."));
        Assert.Equal(7, await ActsAsync(talk));

        await talk.SaysAsync("katrin", "Aufbewahrung Änderungsverlauf: 36 Monate");
        talk.Hears("katrin", "Änderungsverlauf: künftig 36 Monate statt 12 Monate.");
        talk.Hears("katrin", "würden davon 2 gelöscht");
        await talk.PressesAsync("katrin", "So festlegen");
        await talk.AtAsync(2027, 1, 1, 8, 59);
        Assert.Equal(8, await ActsAsync(talk));
        await talk.AtAsync(2027, 1, 1, 9);
        Assert.Equal(6, await ActsAsync(talk));
        Assert.Equal(1, talk.HeardBy("katrin", "zum ersten Mal"));
    }

    /// <summary>Whichever write fails, before it or after it: whoever goes on deletes the rest, counts the whole, and ends.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_StoreFailsOnceAtEachWrite_GoesOnAndCountsTheWhole(bool isWritten)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        var board = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        var roll = await talk.RollAsync(board);
        var network = (await talk.NetworkAsync()).Network;
        var now = talk.Time.Now + Duration.FromDays(800);
        for (var failing = 1; ; failing++)
        {
            Assert.InRange(failing, 1, 40);
            await AddActsAsync(talk, 230, now - Duration.FromDays(500));
            await AddRollAsync(talk, board, roll);
            await PlanAsync(talk, now);
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            var fault = await Record.ExceptionAsync(() => talk.Get<RetentionRun>().RunAsync(network, now, Cancellation));
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            var progress = await talk.Get<RetentionRun>().RunAsync(network, now, Cancellation);

            Assert.Equal((null, now), (progress.Running, progress.Last));
            Assert.Equal(roll.Count, progress.Deleted[RetentionKind.Rolls]);
            Assert.InRange(progress.Deleted[RetentionKind.Acts], 230, 240);
            Assert.Empty(await talk.RollAsync(board));
            Assert.Equal(0, await ActsAsync(talk));
            if (fault is null && writes < failing)
            {
                Assert.InRange(failing, 6, 40);
                return;
            }
        }
    }

    [Fact]
    public async Task Applications_ThatLedNowhere_GoAndTheirBallotStillReads()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "fremd");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        await talk.PressesAsync("fremd", "Antrag stellen");
        var running = (await talk.RunningCaseAsync("Radio Nordlicht"))!;
        await talk.SaysAsync("fremd", "Antrag zurückziehen");
        await talk.PressesAsync("fremd", "Ja, zurückziehen");
        await talk.AppliesAsync("Verein Brücke e. V.");
        await talk.AtAsync(2028, 3, 1, 9);

        Assert.Null(await talk.Get<AdmissionStore>().FindAsync(Talk.Network, running.Id, Cancellation));
        await talk.SaysAsync("katrin", "Mitgliedschaftsfälle");
        talk.Hears("katrin", "Verein Brücke e. V.");
        Assert.DoesNotContain("Radio Nordlicht", talk.LastFor("katrin"), StringComparison.Ordinal);
        Assert.NotNull(await talk.RunningCaseAsync("Verein Brücke e. V."));
    }

    [Fact]
    public async Task Set_ByLineAndByButton_PreviewsAndCountsOnce()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "bernd");
        foreach (var (line, expected) in new[]
        {
            ("Aufbewahrung Abstimmungszettel: 2 Monate", "Möglich sind 3 bis 60 Monate."),
            ("Aufbewahrung Abstimmungszettel: 61 Monate", "Möglich sind 3 bis 60 Monate."),
            ("Aufbewahrung Abstimmungszettel: 12 Monate", "So ist es schon festgelegt."),
            ("Aufbewahrung Kontaktdaten: 3 Monate", "Das lässt sich nicht ändern."),
            ("Aufbewahrung Protokolle: 3 Monate", "Was soll geändert werden?"),
            ("Kontaktabfragen: 0 am Tag", "Möglich sind 1 bis 50 am Tag."),
            ("Kontaktabfragen: 51 am Tag", "Möglich sind 1 bis 50 am Tag."),
            ("Aufbewahrung Abstimmungszettel: 6 Monate", "künftig 6 Monate statt 12 Monate"),
        })
        {
            await talk.SaysAsync("katrin", line);
            talk.Hears("katrin", expected);
        }

        var set = talk.DataOf("katrin", "So festlegen");
        Assert.Equal(12, await MonthsAsync(talk));
        await talk.SaysAsync("ruth", "Aufbewahrung");
        await talk.PressesAsync("ruth", "Prüfen", null, ("what", "Rolls"), ("number", "9"));
        Assert.Contains("Festgelegt.", await talk.PressesAsync("ruth", "So festlegen"), StringComparison.Ordinal);
        Assert.Contains("Inzwischen wurde etwas anderes festgelegt.", await talk.PressAsync("katrin", "retention.set", set), StringComparison.Ordinal);
        Assert.Equal(9, await MonthsAsync(talk));
        Assert.DoesNotContain("Festgelegt", await talk.PressAsync("bernd", "retention.set", set), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Aufbewahrung");
        talk.Hears("bernd", "Das kann nur die Koordination");
        talk.Locale = "en-US";
        await talk.SaysAsync("katrin", "Retention ballot papers: 6 months");
        talk.Hears("katrin", "from now on 6 months instead of 9 months");
        await talk.PressesAsync("katrin", "Set it so");
        Assert.Equal(6, await MonthsAsync(talk));
    }

    [Fact]
    public async Task LookUps_WithAnotherLimit_EndThere()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "bernd");
        await talk.SaysAsync("katrin", "Kontaktabfragen: 2 am Tag");
        talk.Hears("katrin", "künftig 2 am Tag statt 10");
        await talk.PressesAsync("katrin", "So festlegen");
        await talk.SaysAsync("bernd", "Kontakt");
        talk.Hears("bernd", "höchstens 2-mal am Tag");
        for (var asked = 0; asked < 3; asked++)
        {
            await talk.SaysAsync("bernd", "Kontakt Amina Yıldız");
        }

        talk.Hears("bernd", "Für heute haben Sie 2-mal nach Kontaktdaten gefragt.");
        Assert.Equal(2, (await talk.Get<ContactStore>().LookedAsync(Talk.Network, new PersonId("amina"), Cancellation)).Count);
    }

    private static async Task<int> MonthsAsync(Talk talk) => (await talk.Get<RetentionStore>().TermsAsync(Talk.Network, Cancellation)).Value.MonthsOf(RetentionKind.Rolls);

    private static Task<Attendance> AttendanceAsync(Talk talk, Meeting meeting) => talk.Get<AttendanceStore>().OfAsync(Talk.Network, meeting.Id, Cancellation);

    private static async Task<int> ActsAsync(Talk talk) => (await talk.Get<AuditStore>().ReadAsync(Talk.Network, null, null, 1000, Cancellation)).Count;

    private static async Task AddActsAsync(Talk talk, int count, Instant at)
    {
        for (var number = 0; number < count; number++)
        {
            var entry = new AuditEntry("a" + number, at, new PersonId("katrin"), Bot.Domain.Rights.Right.SetUpNetwork, AuditedThing.Network, Talk.Network.Value, []);
            await talk.Get<AuditStore>().AddAsync(Talk.Network, entry, [], Cancellation);
        }
    }

    private static async Task AddRollAsync(Talk talk, BallotId ballot, IReadOnlyList<RollEntry> roll)
    {
        var rows = roll.Select(entry =>
        {
            var row = RowFormat.NewRow(Talk.Network.Value + "|" + ballot.Value, "roll|" + entry.Voter.Value);
            BallotRow.WriteEntry(row, entry);
            return TableTransactionAction.Upsert(row);
        });
        await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Ballots, [.. rows], Cancellation);
    }

    /// <summary>The next deletion is due at a moment, whatever was planned.</summary>
    private static async Task PlanAsync(Talk talk, Instant at)
    {
        var standing = await talk.Get<RetentionStore>().ProgressAsync(Talk.Network, Cancellation);
        Assert.True(await talk.Get<RetentionStore>().TrySaveAsync(Talk.Network, new Stored<RetentionProgress>(new RetentionProgress(at), standing?.ETag ?? default), Cancellation));
    }

    /// <summary>As after the upgrade of a network that had no deletion: the rhythm of a committee is looked at, as every day.</summary>
    private static async Task UpgradedAsync(Talk talk)
    {
        await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove("retention|" + Talk.Network.Value, "state")], Cancellation);
        await talk.Get<DueTable>().LookAgainAsync(Subjects.Due(Talk.Network, Subjects.Rhythm, "beirat"), Cancellation);
    }

    private static async Task<IReadOnlyCollection<RetentionKind>> OverInYearsAsync(Talk talk) => [.. (await talk.Get<OverdueRows>()
        .CountAsync((await talk.NetworkAsync()).Network, RetentionTerms.Usual, talk.Time.Now + Duration.FromDays(800), Cancellation)).Keys];
}
