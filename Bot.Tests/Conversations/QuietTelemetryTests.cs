using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Tests.Secrecy;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A whole quarter is played while somebody takes down every line of the log, every span and every measurement: nobody's name, nothing that was written and no
/// choice is in them. Tests beside this one are heard too, and must not be found either.</summary>
public partial class QuietTelemetryTests
{
    private const string Mail = "amina.geheim@frauenzentrum.example";

    private static readonly string[] Written =
    [
        "Demokratiefest", "Neue Räume", "Unterstützen wir", "Marktplatz", "Saal buchen", "Die Stadt stellt", "Rathaus", Mail,
    ];

    [Fact]
    public async Task Quarter_InLogsSpansAndMeasurements_LeavesNoNameTextOrChoice()
    {
        var log = new EvidenceLog();
        using var telemetry = new EvidenceTelemetry();
        await using var talk = await Talk.StartAsync(settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Trace" }, log: log, hasStandingItems: true);

        await talk.SaysAsync("amina", "Meine Mailadresse: " + Mail);
        await QuarterStoryTests.PlayAsync(talk);
        talk.Connector.Fault = _ => new ConnectorException(HttpStatusCode.Forbidden, "ConversationBlockedByUser", null, null);
        await talk.SaysAsync("amina", "TOP: Noch einmal das Demokratiefest");
        await talk.IdleAsync();

        var logged = log.Take().ToList();
        var told = telemetry.Take().Where(IsOwn).ToList();
        Assert.Contains(logged, line => line.Category == typeof(TurnRunner).FullName);
        Assert.Contains(told, line => line.Category == EvidenceTelemetry.Metric + "bot.votes");
        Assert.Contains(told, line => line.Text.Contains("bot.command, ballot.vote", StringComparison.Ordinal) && line.Category.StartsWith(EvidenceTelemetry.Trace, StringComparison.Ordinal));
        Faults.None(logged.Concat(told).Where(line => Words().Any(word => line.Text.Contains(word, StringComparison.Ordinal))).Select(line => line.Category + ": " + line.Text).Distinct());
        Faults.None(told.Where(line => Choice().IsMatch(line.Text) || Address().IsMatch(line.Text)).Select(line => line.Category + ": " + line.Text).Distinct());
        Faults.None(logged.Where(line => line.Category.StartsWith("Bot.", StringComparison.Ordinal) && GermanChoice().IsMatch(line.Text)).Select(line => line.Category + ": " + line.Text));
    }

    /// <summary>The people's whole names and the parts of them, the organizations, and what was said.</summary>
    private static IEnumerable<string> Words() =>
        ExamplePeople.All.SelectMany(person => person.Name.Split(' ').Where(part => part.Length > 3).Append(person.Name))
            .Concat(ExampleSnapshot.Create().Network.Organizations.Select(organization => organization.Name)).Concat(Written);

    private static bool IsOwn(SeenLine line) =>
        line.Category == EvidenceTelemetry.Trace + Bot.Platform.Telemetry.Spans.SourceName
        || line.Category.StartsWith(EvidenceTelemetry.Metric + "bot.", StringComparison.Ordinal) || line.Category.StartsWith(EvidenceTelemetry.Metric + "db.client.", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(ja|nein|enthaltung|yes|no|abstain)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\b(Ja|Nein|Enthaltung|Abstain)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex GermanChoice();

    [GeneratedRegex(@"@|29:|19:|https?:", RegexOptions.None, 2000)]
    private static partial Regex Address();
}
