using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The weekly overview.</summary>
public class DigestTests
{
    private const string Heading = "Ihr Wochenüberblick";

    private static readonly Dictionary<string, string> On = new() { ["ExampleNetwork:Digest"] = "true" };

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Digest_OnMondayAtEight_TellsEachTheirOwnOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store, settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina", "dao", "hanna", "samira");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        await talk.AtAsync(2026, 11, 30, 7, 59, 59);
        Assert.Equal(0, talk.HeardBy("amina", Heading));
        await talk.AtAsync(2026, 11, 30, 8);
        talk.Hears("amina", "Sitzung „Beirat“: Montag, 14. Dezember 2026, 17:00 Uhr");
        Assert.Equal((1, 1, 0, 0, 0), (talk.HeardBy("amina", Heading), talk.HeardBy("katrin", Heading), talk.HeardBy("dao", Heading), talk.HeardBy("hanna", Heading), talk.HeardBy("samira", Heading)));
        await talk.RestartAsync();
        await talk.AtAsync(2026, 12, 1, 8);
        Assert.Equal(1, talk.HeardBy("amina", Heading));
        Assert.Equal(0, talk.CountOf(Talk.Board, Heading));
        await talk.AtAsync(2026, 12, 7, 8);
        Assert.Equal(2, talk.HeardBy("amina", Heading));
    }

    [Fact]
    public async Task Digest_OpenBallot_IsToldToThoseWhoHaveNotVotedOnly()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        talk.Time.SetBerlin(2026, 11, 29, 10);
        await talk.AppliesAsync("Verein Brücke e. V.");
        await talk.SaysAsync("bernd", "Ja");
        await talk.AtAsync(2026, 11, 30, 8);
        talk.Hears("amina", "Ihre Stimme fehlt noch:");
        Assert.Equal(0, talk.HeardBy("bernd", "Ihre Stimme fehlt noch"));
        Assert.Equal(0, talk.HeardBy("dao", Heading));
    }

    [Fact]
    public async Task Digest_ResultsAndTasks_AreForThoseTheyConcern()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.CallsAsync("Beirat am 2. Dezember um 17 Uhr im Rathaus");
        await talk.AtAsync(2026, 12, 2, 17);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        await talk.SaysAsync("katrin", "Aufgabe Amina bis 10.12.: Plakate drucken");
        await talk.SaysAsync("katrin", "Aufgabe Bernd bis 6.12.: Saal fegen");
        await talk.SaysAsync("katrin", "Aufgabe Amina bis 30.12.: Kaffee besorgen");
        await talk.SaysAsync("katrin", "Aufgabe Amina bis 8.12.: Tee besorgen");
        await talk.SaysAsync("katrin", "Rückgängig");

        await talk.AtAsync(2026, 12, 7, 8);
        talk.Hears("amina", "Ihre Aufgabe: Plakate drucken (bis Donnerstag, 10. Dezember 2026)");
        Assert.DoesNotContain("Kaffee", talk.LastFor("amina"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tee", talk.LastFor("amina"), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("bernd", "Ihre Aufgabe: Saal fegen (bis Sonntag, 6. Dezember 2026)"));
        Assert.Equal(0, talk.HeardBy("bernd", "Ihre Aufgabe: Plakate"));
        Assert.Equal(0, talk.HeardBy("dao", Heading));
    }

    /// <summary>One point, however many are to be asked again, and for coordinators only.</summary>
    [Theory]
    [InlineData("7.12.", 1)]
    [InlineData("8.12.", 0)]
    public async Task Digest_ProspectToBeAskedThisWeek_IsOnePointForCoordinators(string day, int times)
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", $"Interessent: Moscheeverein, Kirchen, nachfassen {day}");
        await talk.SaysAsync("katrin", "Interessent: Radio Nord, Medien, nachfassen 9.12.");
        await talk.AtAsync(2026, 11, 30, 8);

        Assert.Equal(times, talk.HeardBy("katrin", "Nachfassen: Moscheeverein (vorgesehen für"));
        Assert.Equal((0, 0, 1), (talk.HeardBy("katrin", "Nachfassen: Radio"), talk.HeardBy("amina", "Nachfassen"), talk.HeardBy("amina", Heading)));
    }

    [Fact]
    public async Task Digest_LateByMoreThanThreeDays_IsNotSaid()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("amina", "katrin");
        await talk.CallsAsync("Beirat am 30. Dezember um 17 Uhr im Rathaus");
        await talk.AtAsync(2026, 12, 3, 8, 0, 1);
        Assert.Equal(0, talk.HeardBy("amina", Heading));
        await talk.AtAsync(2026, 12, 10, 8);
        Assert.Equal(1, talk.HeardBy("amina", Heading));
        await talk.AtAsync(2026, 12, 14, 8);
        Assert.Equal(2, talk.HeardBy("amina", Heading));
    }

    [Fact]
    public async Task Digest_TwoInstances_TellOnce()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("amina", "bernd", "clara", "katrin");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        var other = talk.Join();
        talk.Time.SetBerlin(2026, 11, 30, 8);
        await talk.SettleTogetherAsync(other);
        Assert.Equal((1, 1, 1, 1), (talk.HeardBy("amina", Heading), talk.HeardBy("bernd", Heading), talk.HeardBy("clara", Heading), talk.HeardBy("katrin", Heading)));
    }

    [Fact]
    public async Task Digest_OffAndOn_ByButtonAndTyped()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("amina", "bernd", "katrin");
        await talk.CallsAsync("Beirat am 22. Dezember um 17 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "Wochenüberblick aus");
        talk.Hears("bernd", "Sie bekommen keinen Wochenüberblick mehr.");
        await talk.AtAsync(2026, 11, 30, 8);
        Assert.Equal((1, 0), (talk.HeardBy("amina", Heading), talk.HeardBy("bernd", Heading)));
        Assert.Contains("keinen Wochenüberblick mehr", await talk.PressesAsync("amina", "Nicht mehr schicken"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Wochenüberblick an");
        await talk.AtAsync(2026, 12, 7, 8);
        Assert.Equal((1, 1), (talk.HeardBy("amina", Heading), talk.HeardBy("bernd", Heading)));
        await talk.SaysAsync("amina", "Wochenüberblick");
        talk.Hears("amina", "Sitzung „Beirat“");
        await talk.PressesAsync("amina", "Wieder schicken");
        await talk.AtAsync(2026, 12, 14, 8);
        Assert.Equal(3, talk.HeardBy("amina", Heading));
    }

    [Fact]
    public async Task Digest_AnotherDay_ByTheCoordinatorOnly_AndNobodyGetsTwoInAWeek()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("amina", "katrin");
        await talk.CallsAsync("Beirat am 22. Dezember um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Wochenüberblick: Dienstag 9 Uhr");
        talk.Hears("amina", "Das kann nur die Koordination");
        await talk.AtAsync(2026, 11, 30, 8);
        Assert.Equal(1, talk.HeardBy("amina", Heading));
        await talk.SaysAsync("katrin", "Wochenüberblick: Dienstag 9 Uhr");
        talk.Hears("katrin", "kommt ab jetzt am Dienstag um 09:00 Uhr");
        await talk.AtAsync(2026, 12, 1, 9);
        Assert.Equal(1, talk.HeardBy("amina", Heading));
        await talk.AtAsync(2026, 12, 8, 8, 59, 59);
        Assert.Equal(1, talk.HeardBy("amina", Heading));
        await talk.AtAsync(2026, 12, 8, 9);
        Assert.Equal(2, talk.HeardBy("amina", Heading));
        await talk.SaysAsync("katrin", "Wochenüberblick für alle aus");
        await talk.AtAsync(2026, 12, 15, 9);
        Assert.Equal(2, talk.HeardBy("amina", Heading));
        await talk.SaysAsync("katrin", "Wochenüberblick für alle an");
        await talk.AtAsync(2026, 12, 21, 8);
        Assert.Equal(3, talk.HeardBy("amina", Heading));
    }

    /// <summary>Two years at eight each day, with both changes of the clocks, 29 February 2028 and a week without a server. A meeting that lies ahead is told of each week.</summary>
    [Fact]
    public async Task Digest_OverTwoYears_ComesOnceAWeek()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.OpensAsync("amina");
        for (var month = new LocalDate(2026, 12, 15); month < new LocalDate(2028, 12, 31); month = month.PlusDays(21))
        {
            var id = new MeetingId("m" + month.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));
            var meeting = new Meeting { Id = id, Committee = new CommitteeId("beirat"), Day = month, Start = new LocalTime(17, 0), RulesVersion = 1, CalledBy = new PersonId("katrin"), CalledAt = talk.Time.Now };
            Assert.True(await talk.Get<MeetingStore>().TryAddAsync(Talk.Network, meeting, TestContext.Current.CancellationToken));
        }

        var mondays = 0;
        for (var day = new LocalDate(2026, 11, 24); day < new LocalDate(2028, 11, 24); day = day.PlusDays(1))
        {
            // Asleep from Sunday to Friday: the Monday in between is more than three days ago then.
            if (day >= new LocalDate(2027, 10, 31) && day < new LocalDate(2027, 11, 5))
            {
                continue;
            }

            mondays += day.DayOfWeek == IsoDayOfWeek.Monday ? 1 : 0;
            talk.Time.Now = SettableTime.Berlin(day + new LocalTime(8, 0));
            await talk.SettleAsync();
            Assert.Equal(mondays, talk.HeardBy("amina", Heading));
        }
    }

    private const string Started = "Der Wochenüberblick ist eingeschaltet: Montag um 08:00 Uhr";

    /// <summary>A network in which nobody has ever said when, such as one of a version without overviews: they begin by themselves, and the coordinator is told once.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Digest_NobodySaidWhen_BeginsByItselfOnceWithTwoInstances(Store store)
    {
        await using var talk = await Talk.StartAsync(store, settings: On, hasStandingItems: true);
        var other = talk.Join();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SettleTogetherAsync(other);
        Assert.Equal((1, 0), (talk.HeardBy("katrin", Started), talk.HeardBy("amina", Started)));
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        talk.Time.SetBerlin(2026, 11, 30, 8);
        await talk.SettleTogetherAsync(other);
        Assert.Equal((1, 1), (talk.HeardBy("katrin", Heading), talk.HeardBy("amina", Heading)));
        await talk.AtAsync(2026, 12, 1, 8);
        await talk.AtAsync(2026, 12, 2, 8);
        Assert.Equal((1, 1, 1), (talk.HeardBy("katrin", Heading), talk.HeardBy("amina", Heading), talk.HeardBy("katrin", Started)));
    }

    [Fact]
    public async Task Digest_SwitchedOffForAll_DoesNotBeginAgain()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Wochenüberblick für alle aus");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        await talk.AtAsync(2026, 11, 24, 8);
        await talk.RestartAsync();
        await talk.AtAsync(2026, 11, 30, 8);
        await talk.AtAsync(2026, 12, 7, 8);
        Assert.Equal((0, 0, 1), (talk.HeardBy("katrin", Heading), talk.HeardBy("amina", Heading), talk.HeardBy("katrin", Started)));
    }

    /// <summary>Late after an outage it waits for the morning; what comes on time goes out.</summary>
    [Theory]
    [InlineData(2026, 12, 1, 3, 0)]
    [InlineData(2026, 12, 1, 7, 0)]
    [InlineData(2026, 12, 1, 8, 1)]
    [InlineData(2026, 11, 30, 19, 1)]
    [InlineData(2026, 11, 30, 20, 0)]
    public async Task Digest_LateAfterAnOutage_IsSentInWakingHours(int year, int month, int day, int hour, int expected)
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        await talk.AtAsync(year, month, day, hour);
        Assert.Equal(expected, talk.HeardBy("amina", Heading));
        await talk.AtAsync(2026, 12, 2, 8);
        Assert.Equal(1, talk.HeardBy("amina", Heading));
    }

    /// <summary>Nothing of the board reaches who never belonged to it or has left it; of a moved meeting the new day, of a cancelled one nothing.</summary>
    [Fact]
    public async Task Digest_OfTheBoard_ReachesNobodyOutside()
    {
        await using var talk = await Talk.StartAsync(settings: On, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.CallsAsync("Beirat am 10. Dezember um 17 Uhr im Geheimkeller");
        await talk.CallsAsync("Beirat am 17. Dezember um 17 Uhr im Geheimkeller");
        await talk.LeavesTheBoardAsync("bernd");
        talk.Time.Now += Duration.FromSeconds(6);
        await talk.SaysAsync("katrin", "Beirat vom 10.12. verschieben auf 11.12. um 17 Uhr");
        await talk.AtAsync(2026, 11, 30, 8);
        foreach (var outside in new[] { "dao", "bernd" })
        {
            await talk.SaysAsync(outside, "Wochenüberblick");
            var digests = string.Join('\n', talk.Connector.In(Talk.Personal(outside)).Select(message => CardReading.Words(message.Content)).Where(words => words.Contains(Heading, StringComparison.Ordinal)));
            Assert.DoesNotContain("„Beirat“", digests, StringComparison.Ordinal);
            Assert.DoesNotContain("Geheimkeller", digests, StringComparison.Ordinal);
        }

        Assert.Equal(1, talk.HeardBy("amina", "Sitzung „Beirat“"));
    }
}
