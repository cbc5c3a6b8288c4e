using System;
using System.Collections.Generic;
using Bot.Tests.EndToEnd;
using Bot.Tests.Infra;
using Bot.Tests.Platform.Hosting;
using Bot.Tests.Platform.Telemetry;

namespace Bot.Tests.CommandLines;

/// <summary>Lines that no test types as they stand: what holds them instead, and why.</summary>
/// <param name="Line">The line, or with a star at its end how a whole kind of lines begins.</param>
/// <param name="Why">Why it is not typed by a test.</param>
internal sealed record HeldLine(string Line, string Why)
{
    /// <summary>The script that types it, by its path; it must stand there as it stands in the document.</summary>
    public string? Script { get; init; }

    /// <summary>The test that holds what can be held of it.</summary>
    public (Type Class, string Method)? Test { get; init; }

    /// <summary>Whether it is this line, or of this kind.</summary>
    public bool IsOf(string line) => Line.EndsWith('*') ? line.StartsWith(Line[..^1], StringComparison.Ordinal) : line == Line;
}

/// <summary>What becomes of every documented line that is in no story.</summary>
internal static class LineTable
{
    /// <summary>The lines. One that is found in no document any more does not belong here.</summary>
    public static IReadOnlyList<HeldLine> Held { get; } =
    [
        Script("dotnet run --project Bot", ".ci/run", "with its chat windows and built anew; without both a story types it as well"),
        Script("dotnet test Koordinationsbot.sln", ".ci/run", "it is this run"),
        Script("dotnet publish Bot -p:PublishProfile=azure", ".ci/publish", "takes minutes"),
        Script("dotnet publish Bot -p:PublishProfile=linux", ".ci/publish", "takes minutes"),
        Script("dotnet publish Bot -c Release -o published", ".ci/publish", "takes minutes"),
        Test("dotnet Bot.dll …", typeof(StartTests), nameof(StartTests.Start_InProductionWithoutAppId_EndsWithOneLineThatNamesIt), "a form, not a line: the published program is started by .ci/publish, the built one by every test with a process"),
        Test("dotnet run --project Bot -- …", typeof(CommandStoryTests), nameof(CommandStoryTests.OwnMachine_AsTheReadmeGoes_DoesWhatItSays), "a form, not a line"),
        Test("package --app-id … --host …", typeof(CommandStoryTests), nameof(CommandStoryTests.OwnMachine_AsTheReadmeGoes_DoesWhatItSays), "a form, not a line"),
        Test("export --network … --to …", typeof(CommandStoryTests), nameof(CommandStoryTests.OwnMachine_AsTheReadmeGoes_DoesWhatItSays), "a form, not a line"),
        Test("dotnet run --project Bot.Tests -- day pictures", typeof(FirstDayTests), nameof(FirstDayTests.Administrator_FromTheCodeInTheLogToTheFirstMeeting_SeesWhatTheGuideSays), "walks the same way and draws none: the pictures would be new with each run"),
        Test("dotnet run -c Release --project Bot.Tests -- bench *", typeof(DocumentedLinesTests), nameof(DocumentedLinesTests.Programs_WordsOfTheDocuments_AreUnderstood), "takes every core for minutes, and beside other tests its figures mean nothing"),
        Test("bench *", typeof(DocumentedLinesTests), nameof(DocumentedLinesTests.Programs_WordsOfTheDocuments_AreUnderstood), "the same"),
        Test("az *", typeof(OperatorReadmeTests), nameof(OperatorReadmeTests.AzureOrders_AreThoseOfTheList_WithItsOptions), "no Azure here: orders and options are held to the list of Microsoft's pages, the templates compiled"),
        Test("podman *", typeof(PublishTests), nameof(PublishTests.Image_ListensWhereItSays_AndWhereTheReadmeSendsPeople), "no registry here"),
        Test("docker stop -t 30", typeof(LinuxServerTests), nameof(LinuxServerTests.StopLimit_OfTheUnit_IsLongerThanTheBotTakes), "no containers here"),
        Test("systemctl *", typeof(DocumentedLinesTests), nameof(DocumentedLinesTests.Units_TheDocumentsName_AreThere), "no systemd runs here: the units are verified by its own program"),
        Test("journalctl *", typeof(DocumentedLinesTests), nameof(DocumentedLinesTests.Units_TheDocumentsName_AreThere), "the same"),
        Test("systemd-analyze security", typeof(LinuxServerTests), nameof(LinuxServerTests.Units_JudgedBySystemd_CanDoLittle), "typed there, with its limits"),
        Test("apt install caddy", typeof(CaddyTests), nameof(CaddyTests.Caddy_BeforeABot_LetsInWhatIsMeant_AndLogsNoPath), ".ci/run installs it, and it is started there with this Caddyfile"),
        Test("cd /opt/koordinationsbot/current && runuser -u koordinationsbot -- ./Bot export *", typeof(CommandStoryTests), nameof(CommandStoryTests.OwnMachine_AsTheReadmeGoes_DoesWhatItSays), "the server of the story has no network; the order itself is typed on the own machine"),
        Test("cd /opt/koordinationsbot/current && runuser -u koordinationsbot -- ./Bot remove *", typeof(CommandStoryTests), nameof(CommandStoryTests.OwnMachine_AsTheReadmeGoes_DoesWhatItSays), "the same"),
        Test("OTEL_TRACES_EXPORTER=none", typeof(TelemetryOptionsTests), nameof(TelemetryOptionsTests.Add_OnlyWhereSomethingIsSent_StartsAnything), "set there"),
        Test("DOTNET_ENVIRONMENT=Development", typeof(StartTests), nameof(StartTests.Start_InProductionWithoutAppId_EndsWithOneLineThatNamesIt), "set by every test with a process"),
        new(".ci/publish", "a script of its own, for whoever publishes; too slow for every run") { Script = ".ci/publish" },
    ];

    private static HeldLine Script(string line, string script, string why) => new(line, why) { Script = script };

    private static HeldLine Test(string line, Type type, string method, string why) => new(line, why) { Test = (type, method) };
}
