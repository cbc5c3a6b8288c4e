using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The counted papers of an election or poll in the columns of the ballot's head: what is on them and how many, in no order but that of the choices.</summary>
internal static class BallotCountColumns
{
    private const string Column = "Piles";

    /// <summary>Characters in one column; a string of a row has room for 32,768.</summary>
    private const int Longest = 30_000;

    /// <summary>Reads them; null when the ballot was not counted, or asks a question of yes or no.</summary>
    public static BallotCount? Read(TableEntity row) => row.GetInt32("Papers") is not { } cast
        ? null
        : new BallotCount([.. Columns(row).SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(ReadPile)],
            cast, row.Number("NotVoted"), row.GetInt32("Present"), row.Number("Excluded"));

    /// <summary>Writes them.</summary>
    public static void Write(TableEntity row, BallotCount count)
    {
        row["Papers"] = count.Cast;
        row["NotVoted"] = count.NotVoted;
        row["Present"] = count.Present;
        row["Excluded"] = count.Excluded;
        foreach (var (column, text) in Texts(count.Piles).Index())
        {
            row[Name(column)] = text;
        }
    }

    private static IEnumerable<string> Columns(TableEntity row)
    {
        for (var column = 0; row.GetString(Name(column)) is { } text; column++)
        {
            yield return text;
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<PaperPile> piles)
    {
        var text = string.Empty;
        foreach (var pile in piles.Select(WritePile))
        {
            if (text.Length + pile.Length > Longest)
            {
                yield return text;
                text = string.Empty;
            }

            text += pile;
        }

        yield return text;
    }

    private static string Name(int column) => Column + column.ToString(CultureInfo.InvariantCulture);

    private static string WritePile(PaperPile pile) => string.Create(CultureInfo.InvariantCulture, $"{pile.Papers} {pile.Paper.Code}\n");

    private static PaperPile ReadPile(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return new PaperPile(new BallotPaper(line[(space + 1)..]), int.Parse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
