using System.Linq;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The overview of cases about memberships: who sees which; and that stalled ones are reported.</summary>
public class MembershipCasesTests
{
    private const string None = "Im Moment gibt es keinen Mitgliedschaftsfall, der Sie angeht.";

    [Fact]
    public async Task List_ByWhoever_ShowsWhatTheyMaySee_AndToOthersNotEvenThatThereIsSomething()
    {
        await using var talk = await StartAsync();
        foreach (var who in new[] { "katrin", "amina", "samira" })
        {
            await ListsAsync(talk, who, None);
        }

        await talk.SaysAsync("samira", "Aufnahme beantragen: Radio Nordlicht");
        await talk.PressesAsync("samira", "Antrag stellen");
        await ListsAsync(talk, "katrin", "**Radio Nordlicht**: Aufnahme beantragt (23.11.2026). Nächster Schritt: an den Beirat geben oder nicht weitergeben (Koordination).");
        await ListsAsync(talk, "samira", "**Radio Nordlicht**: Aufnahme beantragt");
        await ListsAsync(talk, "amina", None);
        await ListsAsync(talk, "dao", None);
        await ListsAsync(talk, "niemand", Talk.ToStrangers);

        await talk.PressesAsync("katrin", "Beirat fragen");
        await ListsAsync(talk, "amina", "**Radio Nordlicht**: Der Beirat stimmt über eine Empfehlung ab");
        await ListsAsync(talk, "dao", None);
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Irrtum"));
        await ListsAsync(talk, "katrin", "Der Beirat hat nichts entschieden");
        await talk.SaysAsync("katrin", "Ohne Empfehlung: Radio Nordlicht");
        await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", "eilig"));
        await ListsAsync(talk, "amina", None);
        await ListsAsync(talk, "samira", "Das Plenum stimmt über die Aufnahme ab");

        await talk.SaysAsync("dao", "Austritt erklären zum 31.12.");
        await talk.PressesAsync("dao", "So festlegen");
        await ListsAsync(talk, "dao", "**Kreissportbund Musterland**: Austritt erklärt");
        await ListsAsync(talk, "katrin", "Mitgliedschaftsfälle (2)");
        await ListsAsync(talk, "amina", None);
        await talk.SaysAsync("katrin", "Mitgliedschaftsfälle", Talk.Board);
        talk.Shows(Talk.Board, "Darum bitte ich Sie im Einzelchat.");
        talk.Locale = "en-GB";
        await talk.SaysAsync("dao", "Membership cases");
        talk.Hears("dao", "resignation declared (23 Nov 2026). Next: nothing, the membership ends with 31 Dec 2026.");
    }

    [Fact]
    public async Task Stalled_ForAMonth_AreReportedOnceAMonthInOneMessageByDay()
    {
        const string report = "In diesen Mitgliedschaftsfällen ist seit mindestens 30 Tagen nichts geschehen:";
        await using var talk = await StartAsync();
        await talk.AtAsync(2026, 11, 23, 21);
        foreach (var (who, name) in new[] { ("samira", "Radio Nordlicht"), ("gast", "Chor Süd"), ("gast", "Verein Neu") })
        {
            await talk.SaysAsync(who, "Aufnahme beantragen: " + name);
            await talk.PressesAsync(who, "Antrag stellen");
        }

        await talk.SaysAsync("katrin", "Antrag nicht weitergeben: Verein Neu");
        await talk.PressesAsync("katrin", "Ja, nicht weitergeben", null, ("reason", "weil"));
        var heard = talk.Listen();
        await talk.WalkAsync(new LocalDateTime(2027, 2, 10, 0, 0));
        var said = heard.Where(one => one.Words.Contains(report, System.StringComparison.Ordinal)).ToList();
        Assert.Equal([new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 1), new LocalDate(2027, 2, 1)], said.Select(one => one.At.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date));
        Assert.All(said, one => Assert.Equal(new LocalTime(8, 0), one.At.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).TimeOfDay.With(TimeAdjusters.TruncateToMinute)));
        Assert.All(said, one => Assert.Contains("Chor Süd", one.Words, System.StringComparison.Ordinal));
        Assert.All(said, one => Assert.Contains("Radio Nordlicht", one.Words, System.StringComparison.Ordinal));
        Assert.All(said, one => Assert.DoesNotContain("Verein Neu", one.Words, System.StringComparison.Ordinal));
        Assert.All(said, one => Assert.Equal(Talk.Personal("katrin"), one.Conversation));
    }

    private static async Task ListsAsync(Talk talk, string who, string expected)
    {
        await talk.SaysAsync(who, "Mitgliedschaftsfälle");
        talk.Hears(who, expected);
    }

    private static async Task<Talk> StartAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao", "samira", "gast");
        return talk;
    }
}
