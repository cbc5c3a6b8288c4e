using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>An admission that takes effect on a day after the decision: what it is until then, that the day itself makes a member, and that everybody hears of it once.</summary>
public class AdmissionDayTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task MainStory_DecidedInNovember_IsAMemberFromTheFirstMinuteOfJanuary_AndWelcomedInTheMorning(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht ab 1.1.2027");
        Assert.Contains("Wenn das Plenum zustimmt, wird **Radio Nordlicht** ab Freitag, 1. Januar 2027 Mitglied", await talk.PressesAsync("fremd", "Antrag stellen"), StringComparison.Ordinal);
        talk.Hears("katrin", "wird **Radio Nordlicht** ab Freitag, 1. Januar 2027 Mitglied");
        await ListsAsync(talk, "katrin", "Aufnahme beantragt (23.11.2026). Nächster Schritt: an den Beirat geben oder nicht weitergeben (Koordination). Mitglied ab: 01.01.2027.");
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, "Radio Nordlicht wird mit Wirkung vom Freitag, 1. Januar 2027 als Mitglied aufgenommen; fällt der Beschluss später");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();

        talk.Hears("fremd", "**Radio Nordlicht** ist aufgenommen (Beschluss 2026-01) und wird ab Freitag, 1. Januar 2027 Mitglied.");
        Assert.Equal("Radio Nordlicht wird mit Wirkung vom Freitag, 1. Januar 2027 als Mitglied aufgenommen.", Assert.Single(await talk.ResolutionsAsync()).Text);
        Assert.Equal((0, 0), (talk.HeardBy("fremd", "Herzlich willkommen"), talk.CountOf(Talk.Plenary, "Neu im Bündnis")));
        await ListsAsync(talk, "katrin", "**Radio Nordlicht**: aufgenommen (23.11.2026), wirksam ab 01.01.2027. Nächster Schritt: keiner");
        await ListsAsync(talk, "fremd", "aufgenommen (23.11.2026), wirksam ab 01.01.2027");
        await IsNotYetAsync(talk);
        await talk.SaysAsync("fremd", "Antrag zurückziehen");
        talk.Hears("fremd", "wird am Freitag, 1. Januar 2027 wirksam; der Antrag lässt sich nicht mehr zurückziehen");
        await talk.SaysAsync("samira", "Aufnahme beantragen: radio nordlicht");
        Assert.Contains("„Radio Nordlicht“ ist schon aufgenommen und wird ab Freitag, 1. Januar 2027 Mitglied.", await talk.PressesAsync("samira", "Antrag stellen"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Organisation anlegen: Radio Nordlicht");
        Assert.DoesNotContain("So festlegen", talk.Buttons(Talk.Personal("katrin")));
        await talk.SaysAsync("katrin", "Interessent: Radio Nordlicht, Medien");
        talk.Hears("katrin", "„Radio Nordlicht“ ist schon aufgenommen und wird ab Freitag, 1. Januar 2027 Mitglied.");

        await talk.WalkAsync(new LocalDateTime(2026, 12, 31, 23, 59));
        await IsNotYetAsync(talk);
        await talk.AtAsync(2027, 1, 1, 0, 0);
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal((9, 0), (network.Organizations.Count, network.ComingOrganizations.Count));
        Assert.Equal(new LocalDate(2027, 1, 1), network.Organizations.Single(one => one.Name == "Radio Nordlicht").MemberSince);
        Assert.Equal(9, network.Electorate(network.GeneralAssembly!).Count);
        Assert.Equal(0, talk.HeardBy("fremd", "Herzlich willkommen"));
        await ListsAsync(talk, "katrin", "Im Moment gibt es keinen Mitgliedschaftsfall");
        var heard = talk.Listen();
        await talk.WalkAsync(new LocalDateTime(2027, 1, 3, 0, 0));
        var welcome = Assert.Single(heard, one => one.Words.Contains("Herzlich willkommen bei", StringComparison.Ordinal));
        Assert.Equal((Talk.Personal("fremd"), new LocalDateTime(2027, 1, 1, 8, 0)), (welcome.Conversation, welcome.At.InZone(network.Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute)));
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Neu im Bündnis: **Radio Nordlicht**."));
        Assert.Null(await talk.RunningCaseAsync("Radio Nordlicht"));
        await talk.SaysAsync("fremd", "Mitglieder");
        talk.Hears("fremd", "Mitgliedsorganisationen (9)");
    }

    [Fact]
    public async Task Decided_AfterTheDay_CountsFromTheDayOfTheDecision()
    {
        await using var talk = await StartAsync();
        await AdmitAsync(talk, "Radio Nordlicht ab 24.11.", async () => await talk.AtAsync(2026, 11, 25, 12));
        Assert.Equal(new LocalDate(2026, 11, 25), (await talk.NetworkAsync()).Network.Organizations.Single(one => one.Name == "Radio Nordlicht").MemberSince);
        Assert.Equal("Radio Nordlicht wird mit Wirkung vom Mittwoch, 25. November 2026 als Mitglied aufgenommen.", Assert.Single(await talk.ResolutionsAsync()).Text);
        talk.Hears("fremd", "Herzlich willkommen");
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Neu im Bündnis"));
    }

    [Fact]
    public async Task Set_ByACoordinator_IsShownFirst_ToldToTheApplicantOnce_AndOverOnceThePlenaryVotes()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("katrin", "Aufnahme wirksam ab 1.1.2027");
        talk.Hears("katrin", "Im Moment gibt es keinen Antrag, bei dem sich der Tag noch festlegen lässt.");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        await talk.PressesAsync("fremd", "Antrag stellen");
        await talk.PressesAsync("katrin", "Tag festlegen");
        talk.Hears("katrin", "Tag der Aufnahme: Radio Nordlicht");
        talk.Hears("katrin", "Bisher: mit dem Tag des Beschlusses.");
        var data = talk.DataOf("katrin", "So festlegen");
        foreach (var (day, said) in new[] { ("2026-11-22", "Dieser Tag ist vorbei."), ("2027-11-24", "spätestens am Dienstag, 23. November 2027"), ("bald", "„bald“ ist für mich kein Tag.") })
        {
            data["effective"] = day;
            Assert.Contains(said, await talk.PressAsync("katrin", "admission.effect", data), StringComparison.Ordinal);
        }

        data["effective"] = "2027-01-01";
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("fremd", "admission.effect", data));
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("fremd", "admission.effect.ask", data));
        Assert.Contains("ab Freitag, 1. Januar 2027 Mitglied", await talk.PressAsync("katrin", "admission.effect", data), StringComparison.Ordinal);
        Assert.Contains("ab Freitag, 1. Januar 2027 Mitglied", await talk.PressAsync("katrin", "admission.effect", data), StringComparison.Ordinal);
        await talk.SettleAsync();
        Assert.Equal(1, talk.HeardBy("fremd", "wird **Radio Nordlicht** ab Freitag, 1. Januar 2027 Mitglied"));

        await talk.AfterAsync(Duration.FromMinutes(1));
        await talk.SaysAsync("katrin", "Aufnahme wirksam: Radio Nordlicht mit dem Beschluss");
        talk.Hears("katrin", "Bisher: ab Freitag, 1. Januar 2027.");
        await talk.PressesAsync("katrin", "So festlegen");
        talk.Hears("fremd", "wird **Radio Nordlicht** mit dem Tag des Beschlusses Mitglied.");
        await talk.SaysAsync("katrin", "Aufnahme wirksam: Radio Nordlicht zum 1. Februar");
        await talk.PressesAsync("katrin", "So festlegen");
        Assert.Equal(new LocalDate(2027, 2, 1), (await talk.RunningCaseAsync("Radio Nordlicht"))!.EffectiveOn);
        await talk.SaysAsync("katrin", "Antrag nicht weitergeben");
        await talk.PressesAsync("katrin", "Verwerfen");
        await talk.PressAsync("katrin", "admission.consult", data);
        await talk.SettleAsync();
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Contains("Über diese Aufnahme stimmt das Plenum schon ab", await talk.PressAsync("katrin", "admission.effect", data), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Aufnahme wirksam: Radio Nordlicht ab 1.3.2027");
        talk.Hears("katrin", "Das geht, bis das Plenum abstimmt.");
        await talk.SaysAsync("katrin", "Änderungsverlauf");
        talk.Hears("katrin", "Aufnahme vorbereitet (Tag oder Vorstellung)");
    }

    [Fact]
    public async Task Return_OfAFormerMember_OnADayToCome_IsTheSameOrganizationFromThenOn()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("dao", "Austritt erklären");
        await talk.PressesAsync("dao", "So festlegen");
        await talk.AtAsync(2026, 11, 25, 10);
        await AdmitAsync(talk, "Kreissportbund Musterland ab 1.1.2027", () => Task.CompletedTask, "dao");
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal((7, 0), (network.Organizations.Count, network.FormerOrganizations.Count));
        Assert.Equal("Kreissportbund Musterland", network.NameOf(new Bot.Domain.Voting.VoterId("sportbund")));
        Assert.Empty(network.RepresentedBy(new PersonId("dao")));
        await talk.SaysAsync("dao", "Mitglieder");
        Assert.DoesNotContain("Mitgliedsorganisationen", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.WalkAsync(new LocalDateTime(2027, 1, 1, 9, 0));
        network = (await talk.NetworkAsync()).Network;
        var back = network.Organizations.Single(one => one.Id.Value == "sportbund");
        Assert.Equal((8, new LocalDate(2027, 1, 1)), (network.Organizations.Count, back.MemberSince));
        Assert.Equal(new MembershipPeriod(new LocalDate(2024, 3, 12), new LocalDate(2026, 11, 23)), Assert.Single(back.Earlier));
        Assert.Equal(1, talk.HeardBy("dao", "Herzlich willkommen"));
    }

    [Fact]
    public async Task DeletedData_OfWhoeverWasToRepresent_LeavesNobodyWhoActsFromThatDayOn()
    {
        await using var talk = await StartAsync();
        await AdmitAsync(talk, "Radio Nordlicht ab 1.1.2027", () => Task.CompletedTask);
        await talk.SaysAsync("fremd", "Meine Daten löschen");
        await talk.PressesAsync("fremd", "Endgültig löschen");
        await talk.AfterAsync(Duration.FromHours(2));
        talk.Hears("katrin", "Radio Nordlicht");
        await talk.WalkAsync(new LocalDateTime(2027, 1, 1, 9, 0));
        Assert.Empty((await talk.NetworkAsync()).Network.Organizations.Single(one => one.Name == "Radio Nordlicht").Representatives);
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Neu im Bündnis: **Radio Nordlicht**."));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Follow_StoreFailsOnceAtEachWriteOfTheDay_WelcomesOnceAlsoAfterAnOutage(bool isWritten)
    {
        await using var talk = await StartAsync();
        var members = 8;
        await Talk.AtEachWriteAsync(4, async failing =>
        {
            var (guest, name) = ("gast" + failing, "Verein " + failing);
            var day = talk.Time.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date.PlusDays(3);
            await AdmitAsync(talk, $"{name} ab {day.Day}.{day.Month}.{day.Year}", () => Task.CompletedTask, guest);
            Assert.Equal(members, (await talk.NetworkAsync()).Network.Organizations.Count);
            // Nothing ran on the day itself.
            talk.Time.Now = SettableTime.Berlin(day.PlusDays(1) + new LocalTime(10, 0));
            var writes = await talk.FailOnceAsync(failing, isWritten, talk.SettleAsync);
            Assert.Equal((1, 1), (talk.HeardBy(guest, "Herzlich willkommen"), talk.CountOf(Talk.Plenary, $"Neu im Bündnis: **{name}**.")));
            Assert.Equal(++members, (await talk.NetworkAsync()).Network.Organizations.Count);
            Assert.Null(await talk.RunningCaseAsync(name));
            return writes;
        });
    }

    [Fact]
    public async Task Follow_TwoInstancesOnTheDay_WelcomeOnce()
    {
        await using var talk = await StartAsync();
        await AdmitAsync(talk, "Radio Nordlicht ab 1.1.2027", () => Task.CompletedTask);
        var other = talk.Join();
        talk.Time.SetBerlin(2027, 1, 1, 8);
        await talk.SettleTogetherAsync(other);
        await talk.SettleTogetherAsync(other);
        Assert.Equal((1, 1), (talk.HeardBy("fremd", "Herzlich willkommen"), talk.CountOf(Talk.Plenary, "Neu im Bündnis: **Radio Nordlicht**.")));
    }

    [Fact]
    public async Task Apply_InEnglish()
    {
        await using var talk = await StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("fremd", "Apply for admission: Bridge Society from 1 January 2027");
        Assert.Contains("becomes a member from Friday, 1 January 2027", await talk.PressesAsync("fremd", "Apply"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Admission takes effect: Bridge Society with the decision");
        Assert.Contains("becomes a member on the day of the decision.", await talk.PressesAsync("katrin", "Set it so"), StringComparison.Ordinal);
    }

    private static async Task IsNotYetAsync(Talk talk)
    {
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal((8, 1, 0), (network.Organizations.Count, network.ComingOrganizations.Count, network.FormerOrganizations.Count));
        Assert.Equal(8, network.Electorate(network.GeneralAssembly!).Count);
        await talk.SaysAsync("fremd", "Mitglieder");
        Assert.DoesNotContain("Mitgliedsorganisationen", talk.LastFor("fremd"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Mitglieder");
        talk.Hears("katrin", "Mitgliedsorganisationen (8)");
        await talk.SaysAsync("katrin", "Zusammensetzung Plenum");
        talk.Hears("katrin", "Zusammensetzung Plenum: 8 Organisationen");
    }

    private static async Task AdmitAsync(Talk talk, string line, Func<Task> between, string who = "fremd")
    {
        await talk.SaysAsync(who, "Aufnahme beantragen: " + line);
        await talk.PressesAsync(who, "Antrag stellen");
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Ja");
        await between();
        await talk.EndsBallotAsync();
    }

    private static async Task ListsAsync(Talk talk, string who, string expected)
    {
        await talk.SaysAsync(who, "Mitgliedschaftsfälle");
        talk.Hears(who, expected);
    }

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao", "samira", "fremd");
        return talk;
    }
}
