using Bot.Domain.Committees;
using Bot.Domain.Rotas;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of a wish to swap turns, <c>swap|committee|id</c>.</summary>
internal static class SwapWishRow
{
    /// <summary>Row key of a wish.</summary>
    public static string Key(CommitteeId committee, string id) => Prefix(committee) + id;

    /// <summary>How the keys of a committee's wishes begin.</summary>
    public static string Prefix(CommitteeId committee) => $"swap|{committee}|";

    /// <summary>Reads a wish.</summary>
    public static SwapWish Read(TableEntity row) => new(
        row.Text("Id"),
        new CommitteeId(row.Text("Committee")),
        new RotaHost(row.Text("From")),
        new RotaHost(row.Text("To")),
        new PersonId(row.Text("AskedBy")),
        row.Moment("AskedAt"))
    {
        State = row.Named<SwapWishState>("State"),
    };

    /// <summary>Writes a wish.</summary>
    public static TableEntity Write(NetworkId network, Stored<SwapWish> wish)
    {
        var row = RowFormat.NewRow(network.Value, Key(wish.Value.Committee, wish.Value.Id));
        row["Id"] = wish.Value.Id;
        row["Committee"] = wish.Value.Committee.Value;
        row["From"] = wish.Value.From.Key;
        row["To"] = wish.Value.To.Key;
        row["AskedBy"] = wish.Value.AskedBy.Value;
        row["AskedAt"] = wish.Value.AskedAt.ToDateTimeOffset();
        row["State"] = wish.Value.State.ToString();
        row.ETag = wish.ETag;
        return row;
    }
}
