using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Attacks;

/// <summary>Attacks on a confidential committee, made from the table of rights: whoever is not in it tries every command and every button of every right, with the real ids, every
/// search and every calendar address, in a network that has it and in one that does not. Both answer the same, with the same number of reads, and nothing changes.</summary>
public sealed partial class HiddenCircleTests(TwoNetworks networks) : IClassFixture<TwoNetworks>
{
    /// <summary>A coordinator, a member, a guest, a stranger, each in their own chat; and somebody of the circle where others read along.</summary>
    public static TheoryData<string, string?> Attackers => new()
    {
        { "katrin", null }, { "dao", null }, { "samira", null }, { "fremd", null }, { "bernd", Talk.Plenary }, { "ruth", Talk.Board },
    };

    [Theory]
    [MemberData(nameof(Attackers))]
    public async Task EveryCommand_OfEveryRight_IsAnsweredAsIfTheCircleDidNotExist(string who, string? where)
    {
        var lines = RightsTable.All.SelectMany(rule => TwoNetworks.Typed.Where(entry => RightOf.Command(entry) == rule.Right)).SelectMany(Lines).Concat(Sideways).Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(lines.Count, 300, 2000);
        await AttackAsync(who, where, lines.Select(line => (line, (Func<Talk, string, Task<string>>)(async (talk, id) =>
        {
            await talk.SaysAsAsync(id, who, line, where);
            return talk.Last(where ?? Talk.Personal(who));
        }))));
    }

    [Theory]
    [MemberData(nameof(Attackers))]
    public async Task EveryButton_OfEveryRight_IsAnsweredAsIfTheCircleDidNotExist(string who, string? where)
    {
        Assert.InRange(networks.Buttons.Count, 300, 2000);
        await AttackAsync(who, where, networks.Buttons.Select(button => (
            button.Verb + " " + button.Data.ToJsonString(), (Func<Talk, string, Task<string>>)((talk, _) => talk.PressAsync(who, button.Verb, button.Data, where)))));
    }

    [Theory]
    [MemberData(nameof(Attackers))]
    public async Task EverySearch_WhereverItIsTyped_FindsAsIfTheCircleDidNotExist(string who, string? where)
    {
        var places = new (string? Where, JsonObject? Place)[]
        {
            (where, null), (Talk.Plenary, null), (null, new JsonObject { ["id"] = "19:a_b@unq.gbl.spaces", ["conversationType"] = "personal", ["tenantId"] = Talk.Tenant }),
        };
        await AttackAsync(who, where, SearchTable.All.SelectMany(_ => HiddenCircle.Own.Append(null), (entry, words) => (entry, words)).SelectMany(_ => places, (search, place) => (
            search.entry.Id + " " + search.words,
            (Func<Talk, string, Task<string>>)(async (talk, _) => (await talk.SearchesAsync(who, search.entry.Id, search.words, place.Place, place.Where)).GetRawText()))));
    }

    private async Task AttackAsync(string who, string? where, IEnumerable<(string Name, Func<Talk, string, Task<string>> Act)> attempts)
    {
        var faults = new List<string>();
        // Whoever comes first reads the network anew.
        await networks.BothAsync(async (talk, id) =>
        {
            await talk.SaysAsAsync(id, who, "Hilfe", where);
            return string.Empty;
        });
        foreach (var (name, act) in attempts)
        {
            var (there, notThere) = await networks.BothAsync(act);
            if (Address().Replace(there.Said, "http") != Address().Replace(notThere.Said, "http"))
            {
                faults.Add($"{who} {where} {name} => {there.Said}\n  instead of: {notThere.Said}");
            }
            else if (there.Reads != notThere.Reads)
            {
                faults.Add($"{who} {where} {name}: {there.Reads} instead of {notThere.Reads} reads for {there.Said.ReplaceLineEndings(" ")[..Math.Min(80, there.Said.Length)]}");
            }
        }

        Faults.None(faults);
        Assert.Equal(networks.Rows, await networks.OwnRowsAsync());
    }

    private static IEnumerable<string> Lines(CommandEntry entry) => new[] { Reader.German, Reader.English }.Select(reader => Messages.Get(reader, entry.Title).TrimEnd(':', '?'))
        .SelectMany(title => new[] { $"{title} {HiddenCircle.Name}", $"{title} {HiddenCircle.Name} 18.3.: TOP 1", $"{title}: Finanzlage", title + " 1", title });

    /// <summary>What would meet the circle without naming it: its evening, its people, its numbers.</summary>
    private static readonly string[] Sideways =
    [
        "Beirat am 13. April um 19 Uhr im Rathaus", "Beirat am 18. März um 19:30 Uhr im Rathaus", "Jahresplan 2027", "Terminumfrage Beirat: Wann? 13.4. 19 Uhr, 14.4. 19 Uhr", "Beschluss 2027-01", "Beschlüsse 2027",
        "Aufgabe 1 erledigt", "Aufgaben", "Protokolle", "Protokoll 14.1.", "Wer kommt am 13.4.", "Wahl Kreis Morgenrot: 2 Sitze, Vorschläge bis 14.4., Wahl bis 21.4.", "Ausgeschieden: Bernd aus Kreis Morgenrot",
        "Regeln Kreis Morgenrat", "Morgenrot", "Kreis Morgenrot am 20. April um 19 Uhr im Keller", "Ja: Finanzlage", "Gut: Finanzlage", "Tausch mit Clara", "Wann ist die nächste Sitzung?",
    ];

    /// <summary>A calendar address is a secret of its own in each of the two networks.</summary>
    [GeneratedRegex(@"http\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
