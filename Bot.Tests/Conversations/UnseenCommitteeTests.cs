using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Texts;
using Bot.Tests.Attacks;
using Bot.Tests.TestSupport;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>
/// Whoever does not belong to a committee learns nothing of its meetings, not even that there are any: they try every command and every button there is, with the real ids, in a
/// network where the committee has met, meets, has minutes, tasks and an order of leading, and in one where it never did. Both answer the same, and nothing is changed.
/// </summary>
public partial class UnseenCommitteeTests
{
    public static TheoryData<string> Outsiders => ["dao", "samira", "fremd"];

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task EveryCommand_ByAnOutsider_IsAnsweredAsIfTheCommitteeHadNeverMet(string who)
    {
        var (met, never) = (new List<string>(), new List<string>());
        foreach (var (hasMet, heard) in new[] { (true, met), (false, never) })
        {
            await using var talk = await WorldAsync(hasMet);
            var before = await RowsAsync(talk);
            talk.Settles = false;
            foreach (var (line, index) in Lines().Select((line, index) => (line, index)))
            {
                await talk.SaysAsAsync("line-" + index, who, line);
                heard.Add(line + " => " + talk.LastFor(who));
            }

            Assert.Equal(before, await RowsAsync(talk));
        }

        Faults.None(met.Zip(never).Where(pair => pair.First != pair.Second).Select(pair => pair.First + "\n  instead of: " + pair.Second));
    }

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task EveryButton_PressedByAnOutsiderWithRealIds_IsAnsweredAsIfTheyWereMadeUp(string who)
    {
        var (met, never) = (new List<string>(), new List<string>());
        JsonObject? real = null;
        foreach (var (hasMet, heard) in new[] { (true, met), (false, never) })
        {
            await using var talk = await WorldAsync(hasMet);
            real ??= await DataAsync(talk);
            var before = await RowsAsync(talk);
            talk.Settles = false;
            foreach (var verb in talk.Services.GetServices<ICardAction>().Select(action => action.Verb).Intersect(TwoNetworks.Pressed).Order(StringComparer.Ordinal))
            {
                foreach (var meeting in new[] { "held", "going" })
                {
                    var data = real.DeepClone().AsObject();
                    data["meeting"] = real[meeting]!.DeepClone();
                    heard.Add($"{verb} {meeting} => " + Address().Replace(await talk.PressAsync(who, verb, data), "http"));
                }
            }

            Assert.Equal(before, await RowsAsync(talk));
        }

        Faults.None(met.Zip(never).Where(pair => pair.First != pair.Second).Select(pair => pair.First + "\n  instead of: " + pair.Second));
    }

    /// <summary>Every command as people would type it about the board, in German and English.</summary>
    private static IEnumerable<string> Lines() => TwoNetworks.Typed.SelectMany(entry => new[] { Reader.German, Reader.English }.Select(reader => Messages.Get(reader, entry.Title).TrimEnd(':', '?')))
        .Distinct(StringComparer.Ordinal).SelectMany(title => new[] { title + " Beirat", title + " Beirat 14.1.", title + " Beirat: TOP 1", title + " 1", title });

    /// <summary>The network on 18 March 2027 at 17:10: the board has met in January and meets now, led by Clara; or it has never met.</summary>
    private static async Task<Talk> WorldAsync(bool hasMet)
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "samira", "fremd");
        if (hasMet)
        {
            await talk.BoardHasMetAsync();
            await talk.BoardGetsMinutesAsync();
            await talk.SaysAsync("amina", "Berichtigung zum Protokoll: TOP 1 Finanzlage");
            await talk.PressesAsync("amina", "Vorschlagen");
            await talk.SaysAsync("katrin", "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara");
            await talk.PressesAsync("katrin", "Festlegen");
            await talk.SaysAsync("amina", "Tausch mit Bernd");
            await talk.BoardMeetsAgainAsync();
            await talk.SaysAsync("bernd", "TOP Beirat: Kassenprüfung");
            await talk.SaysAsync("clara", "anwesend");
            await talk.SaysAsync("clara", "Nächster TOP");
            await talk.SaysAsync("clara", "Aufgabe Bernd bis 30.4.: Saal buchen");
            await talk.SaysAsync("clara", "Notiz: Finanzlage");
        }

        await talk.AtAsync(2027, 3, 18, 17, 10);
        return talk;
    }

    /// <summary>Everything a button could carry, with the ids of what there is.</summary>
    private static async Task<JsonObject> DataAsync(Talk talk)
    {
        var meetings = (await talk.MeetingsAsync()).Where(meeting => meeting.Committee.Value == "beirat").ToList();
        var wishes = await talk.Get<RotaStore>().WishesAsync(Talk.Network, new CommitteeId("beirat"), TestContext.Current.CancellationToken);
        var data = new JsonObject { ["held"] = meetings[0].Id.Value, ["going"] = meetings[^1].Id.Value, ["later"] = meetings[^1].Id.Value, ["wish"] = Assert.Single(wishes).Id };
        foreach (var (name, value) in new[]
        {
            ("committee", "beirat"), ("item", "1"), ("number", "1"), ("task", "1"), ("entry", "2"), ("seen", "3"), ("asked", "0"), ("version", "1"), ("place", "1"), ("line", "1"),
            ("text", "x"), ("reason", "x"), ("title", "x"), ("itemTitle", "x"), ("question", "x"), ("name", "x"), ("substitute", "x"), ("presenter", "x"), ("minutes", "10"),
            ("change", "withdraw"), ("confirmed", "true"), ("voter", "amina"), ("present", "yes"), ("person", "amina"), ("yes", "1"), ("no", "0"), ("abstain", "0"),
            ("day", "2027-04-14"), ("days", "2027-04-14"), ("start", "17:00"), ("year", "2027"), ("hosts", "person:amina|person:bernd"), ("other", "person:amina"), ("done", "Place"),
            ("kind", "General"), ("from", "2027-04-01"), ("latest", "1"), ("form", new string('a', 32)), ("rev", "0"), ("view", "yes"),
            ("resolution", "2027-01"), ("owner", "Amina"), ("due", "2027-12-01"), ("note", "x"),
        })
        {
            data[name] = value;
        }

        return data;
    }

    /// <summary>A calendar address is a secret of its own in each of the two networks.</summary>
    [GeneratedRegex(@"http\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    /// <summary>What is stored about the board's meetings.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(Talk talk)
    {
        var rows = new List<string>();
        foreach (var table in new[] { TableNames.Meetings, TableNames.Minutes, TableNames.Resolutions })
        {
            await foreach (var row in talk.Get<ITableStore>().QueryAsync(table, RowRange.WithPrefix(Talk.Network.Value, string.Empty), TestContext.Current.CancellationToken))
            {
                rows.Add($"{table} {row.RowKey} {row.ETag}");
            }
        }

        return rows;
    }
}
