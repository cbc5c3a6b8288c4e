using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Reads the rows of a register that may have been tampered with: what cannot be read, or is not written as the bot writes it, is named and nothing is thrown.</summary>
internal static class RegisterRows
{
    /// <summary>The counts that make up those entitled, and these; if one of them was changed they contradict each other.</summary>
    private static readonly string[] Counts = ["Yes", "No", "Abstain", "NotVoted", "Withheld", "Entitled"];

    private static readonly string[] Needed = ["Yes", "No", "Abstain", "NotVoted", "Entitled", "Excluded"];

    private static readonly string[] Optional = ["Present", "Withheld"];

    private static readonly string[] Written = ["Title", "Text", "Committee", "Rule", "Subject", "PreviousHash", "Hash"];

    /// <summary>An entry as it was found.</summary>
    public static RegisterRow Read(TableEntity row)
    {
        var said = row.RowKey[ResolutionRow.Prefix.Length..];
        var key = ResolutionNumber.TryParse(said, out var number) && ResolutionRow.KeyOf(number!) == row.RowKey ? number : null;
        var unreadable = Unreadable(row).ToList();
        if (key is null || unreadable.Count > 0)
        {
            return new RegisterRow(key, null, key is null ? ["RowKey"] : unreadable);
        }

        try
        {
            var entry = ResolutionRow.Read(row);
            return new RegisterRow(key, entry, Differing(row, ResolutionRow.Write(new NetworkId(row.PartitionKey), entry)));
        }
        catch (ArgumentException)
        {
            return new RegisterRow(key, null, Contradicting(row));
        }
    }

    /// <summary>The entry a matter leads to; null when that cannot be read.</summary>
    public static ResolutionNumber? ReadGuard(TableEntity row) =>
        ResolutionNumber.TryParse(row.GetString("Number"), out var number) && Differing(row, Guard(row.PartitionKey, row.RowKey, number!)).Count == 0 ? number : null;

    /// <summary>What keeps a matter from being recorded twice.</summary>
    public static TableEntity Guard(string partition, string key, ResolutionNumber number)
    {
        var guard = RowFormat.NewRow(partition, key);
        guard["Number"] = number.ToString();
        return guard;
    }

    /// <summary>Where a register stands, as a row.</summary>
    public static TableEntity Head(string partition, string key, RegisterHead head)
    {
        var row = RowFormat.NewRow(partition, key);
        row["Last"] = head.Last?.ToString();
        row["Hash"] = head.Hash;
        return row;
    }

    /// <summary>The whole register as it was found.</summary>
    public static RegisterContent Content(IReadOnlyList<RegisterRow> rows, IReadOnlyDictionary<string, ResolutionNumber?> guards, TableEntity? head)
    {
        var isReadable = ResolutionNumber.TryParse(head?.GetString("Last"), out var last) && head?.GetString("Hash") is not null;
        var read = isReadable ? new RegisterHead(last, head!.Text("Hash")) : null;
        return new RegisterContent
        {
            Rows = rows,
            Guards = guards,
            Head = read,
            OddHead = head is null ? [] : read is null ? [last is null ? "Last" : "Hash"] : Differing(head, Head(head.PartitionKey, head.RowKey, read)),
        };
    }

    private static IEnumerable<string> Unreadable(TableEntity row)
    {
        string?[] named =
        [
            ResolutionNumber.TryParse(row.GetString("Number"), out _) ? null : "Number",
            .. Written.Where(name => row.GetString(name) is null),
            .. Needed.Where(name => row.GetInt32(name) is null or < 0),
            .. Optional.Where(name => row[name] is not null and not int),
            Enum.TryParse<Verdict>(row.GetString("Verdict"), out var verdict) && Enum.IsDefined(verdict) ? null : "Verdict",
            row.GetString("Recommendation") is null ? null : Enum.TryParse<Domain.Memberships.Recommendation>(row.GetString("Recommendation"), out var one) && Enum.IsDefined(one) ? null : "Recommendation",
            NodaTime.Text.LocalDatePattern.Iso.Parse(row.GetString("DecidedOn") ?? string.Empty).Success ? null : "DecidedOn",
            row.GetDateTimeOffset("RecordedAt") is null ? "RecordedAt" : null,
            row.GetString("Corrects") is { } corrects && !ResolutionNumber.TryParse(corrects, out _) ? "Corrects" : null,
        ];
        return named.OfType<string>();
    }

    /// <summary>The columns that are not as the bot writes them.</summary>
    private static IReadOnlyList<string> Differing(TableEntity found, TableEntity expected) =>
    [
        .. found.Properties.Keys.Union(expected.Properties.Keys).Where(name => !Equals(found[name], expected[name])).Order(StringComparer.Ordinal),
    ];

    /// <summary>The count that makes the others fit together again and the hash with them; all counts where none does.</summary>
    private static string[] Contradicting(TableEntity row)
    {
        foreach (var column in Counts)
        {
            var others = Counts[..^1].Where(name => name != column).Sum(name => row.GetInt32(name) ?? 0);
            var fitting = column == "Entitled" ? others : (row.GetInt32("Entitled") ?? 0) - others;
            if (fitting >= 0 && Fits(row, column, fitting))
            {
                return [column];
            }
        }

        return Enumerable.Range(0, row.Number("Entitled") + 1).Any(present => Fits(row, "Present", present)) || Fits(row, "Present", null) ? ["Present"] : Counts;
    }

    private static bool Fits(TableEntity row, string column, int? value)
    {
        var tried = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, found) in row.Properties)
        {
            tried[name] = found;
        }

        tried[column] = value;
        try
        {
            return RegisterInspection.IsWhole(ResolutionRow.Read(tried));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
