using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>The columns of a seat's row that say from when until when; all are missing where nothing was set.</summary>
internal static class SeatColumns
{
    private const string From = "From", Until = "Until", ByOffice = "IsByOffice", SetBy = "SetBy", SetAt = "SetAt", LastDay = "LastDay", EndedBy = "EndedBy", EndedAt = "EndedAt";

    /// <summary>The seat in a row.</summary>
    public static Seat SeatOf(TableEntity row) => new(new CommitteeId(row.Text("Committee")), new PersonId(row.Text("Person")));

    /// <summary>What was set of its term; null for nothing.</summary>
    public static SeatTerm? Read(TableEntity row)
    {
        var term = new SeatTerm
        {
            From = Day(row, From),
            Until = Day(row, Until),
            IsByOffice = row.GetBoolean(ByOffice) ?? false,
            SetBy = Person(row, SetBy),
            SetAt = row.MomentOrNull(SetAt),
            LastDay = Day(row, LastDay),
            EndedBy = Person(row, EndedBy),
            EndedAt = row.MomentOrNull(EndedAt),
        };
        return term == new SeatTerm() ? null : term;
    }

    /// <summary>Writes what was set of its term; null for nothing.</summary>
    public static void Fill(TableEntity row, SeatTerm? term)
    {
        row[From] = term?.From is { } first ? RowFormat.Write(first) : null;
        row[Until] = term?.Until is { } last ? RowFormat.Write(last) : null;
        row[ByOffice] = term is { IsByOffice: true } ? true : null;
        row[SetBy] = term?.SetBy?.Value;
        row[SetAt] = term?.SetAt?.ToDateTimeOffset();
        row[LastDay] = term?.LastDay is { } day ? RowFormat.Write(day) : null;
        row[EndedBy] = term?.EndedBy?.Value;
        row[EndedAt] = term?.EndedAt?.ToDateTimeOffset();
    }

    /// <summary>Takes out all that was set, so that the seat is like one just given.</summary>
    /// <returns>False when nothing was.</returns>
    public static bool TryClear(TableEntity row)
    {
        if (Read(row) is null)
        {
            return false;
        }

        Fill(row, null);
        return true;
    }

    private static LocalDate? Day(TableEntity row, string name) => row.GetString(name) is null ? null : row.Day(name);

    private static PersonId? Person(TableEntity row, string name) => row.GetString(name) is { } id ? new PersonId(id) : null;

    /// <summary>What the row keys of a committee's seats begin with.</summary>
    public static string Prefix(CommitteeId committee) => $"seat|{committee}|";

    /// <summary>The row of a seat.</summary>
    public static TableEntity Write(NetworkId network, Seat seat, SeatTerm? term = null)
    {
        var row = RowFormat.NewRow(network.Value, $"seat|{seat.Committee}|{seat.Person}");
        row["Committee"] = seat.Committee.Value;
        row["Person"] = seat.Person.Value;
        Fill(row, term);
        return row;
    }
}
