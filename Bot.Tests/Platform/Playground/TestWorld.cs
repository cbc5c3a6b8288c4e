using System.Collections.Generic;
using Bot.Platform.Playground;
using NodaTime;

namespace Bot.Tests.Platform.Playground;

/// <summary>A small invented world: a coordinator, two representatives with a window and three people without.</summary>
internal sealed class TestWorld : IPlaygroundWorld
{
    public static readonly PlaygroundPerson Katrin = new("29:katrin", "00000000-0000-0000-0000-000000000001", "Katrin Müller", "katrin@example.org", HasWindow: true);
    public static readonly PlaygroundPerson Ada = new("29:ada", "00000000-0000-0000-0000-000000000002", "Ada Yılmaz", "ada@example.org", HasWindow: true);
    public static readonly PlaygroundPerson Ben = new("29:ben", "00000000-0000-0000-0000-000000000003", "Ben von der Heide", "ben@example.org", HasWindow: true);
    public static readonly PlaygroundPerson Cora = new("29:cora", "00000000-0000-0000-0000-000000000004", "Cora", "cora@example.org", HasWindow: false);
    public static readonly PlaygroundPerson Dan = new("29:dan", "00000000-0000-0000-0000-000000000005", "Dan O'Neill", "dan@example.org", HasWindow: false);
    public static readonly PlaygroundPerson Eva = new("29:eva", "00000000-0000-0000-0000-000000000006", "Eva \"Evi\" Groß", "eva@example.org", HasWindow: false);

    public IReadOnlyList<PlaygroundPerson> People { get; init; } = [Katrin, Ada, Ben, Cora, Dan, Eva];
    public string TenantId => "11111111-1111-1111-1111-111111111111";
    public string TeamId => "19:team@thread.tacv2";
    public string TeamName => "Probenetz: alle";
    public string TeamAadGroupId => "00000000-0000-0000-0000-000000000031";
    public string ChannelId { get; init; } = "19:kreis@thread.tacv2";
    public string ChannelName => "Kreis";
    public string GroupChatId => "19:gruppe@thread.v2";
    public string GroupChatName => "Gruppe # 1";
    public string BotId => "28:22222222-2222-2222-2222-222222222222";
    public string BotName { get; init; } = "Probebot";
    public string FirstThingToType(LocalDate meetingDay) => $"Sitzung am {meetingDay.Day}.{meetingDay.Month}.{meetingDay.Year}";
}
