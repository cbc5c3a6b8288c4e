using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Whose calendar an address shows.</summary>
/// <param name="Network">In which network.</param>
/// <param name="Person">Whose.</param>
/// <param name="Language">In which language: <c>de</c> or <c>en</c>.</param>
/// <param name="MadeAt">Since when.</param>
internal sealed record CalendarAddress(NetworkId Network, PersonId Person, string Language, Instant MadeAt);

/// <summary>Secret addresses of calendars, at most one a person. The secret itself is nowhere: <c>network / person|id</c> holds its hash, and
/// <c>address|hash / address</c> leads back. The first of the two decides; the second alone opens nothing.</summary>
internal sealed class CalendarAddressStore(ITableStore tables)
{
    private const string Row = "address";

    /// <summary>160 bits, more than anybody can try.</summary>
    private const int SecretBytes = 20;

    private const int Attempts = 5;

    /// <summary>Whether a text has the shape of a secret: 40 hexadecimal digits.</summary>
    public static bool IsSecret(string text) => text.Length == SecretBytes * 2 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Whose calendar the secret opens; null when it opens none (any more).</summary>
    public async Task<CalendarAddress?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (!IsSecret(secret) || await tables.GetEntityIfExistsAsync(TableNames.Calendars, Partition(Hash(secret)), Row, cancellationToken) is not { } row)
        {
            return null;
        }

        var (network, person) = (new NetworkId(row.Text("Network")), new PersonId(row.Text("Person")));
        return await RowOfAsync(network, person, cancellationToken) is { } standing && standing.Text("Hash") == Hash(secret) ? Read(network, person, standing) : null;
    }

    /// <summary>The person's address; null when there is none.</summary>
    public async Task<CalendarAddress?> OfAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        await RowOfAsync(network, person, cancellationToken) is { } row ? Read(network, person, row) : null;

    /// <summary>Makes a new address; the one before opens nothing from then on.</summary>
    /// <param name="address">Whose, since when.</param>
    /// <param name="form">What it is made from, so that pressing twice makes one.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>The secret, to be told once and kept nowhere; null when one was made from this form already.</returns>
    public async Task<string?> MakeAsync(CalendarAddress address, string form, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var standing = await RowOfAsync(address.Network, address.Person, cancellationToken);
            if (standing?.GetString("Form") == form)
            {
                return null;
            }

            var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
            var hash = Hash(secret);
            await tables.SubmitTransactionAsync(TableNames.Calendars, [TableTransactionAction.Add(Lead(hash, address))], cancellationToken);
            var row = RowFormat.NewRow(address.Network.Value, Key(address.Person));
            (row["Hash"], row["Language"], row["MadeAt"], row["Form"]) = (hash, address.Language, address.MadeAt.ToDateTimeOffset(), form);
            row.ETag = standing?.ETag ?? default;
            var action = standing is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
            if (await tables.SubmitTransactionAsync(TableNames.Calendars, [action], cancellationToken) is TransactionResult.Committed)
            {
                await ForgetAsync(standing?.GetString("Hash"), cancellationToken);
                return secret;
            }

            await ForgetAsync(hash, cancellationToken);
        }

        throw new InvalidOperationException("The address of a calendar changed each time it was about to be stored.");
    }

    /// <summary>Takes the person's address away; it opens nothing from then on.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> RevokeAsync(NetworkId network, PersonId person, CancellationToken cancellationToken)
    {
        if (await RowOfAsync(network, person, cancellationToken) is not { } standing)
        {
            return false;
        }

        var row = new TableEntity(network.Value, Key(person)) { ETag = Azure.ETag.All };
        await tables.SubmitTransactionAsync(TableNames.Calendars, [TableTransactionAction.Delete(row)], cancellationToken);
        await ForgetAsync(standing.GetString("Hash"), cancellationToken);
        return true;
    }

    private Task<TableEntity?> RowOfAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        tables.GetEntityIfExistsAsync(TableNames.Calendars, network.Value, Key(person), cancellationToken);

    /// <summary>Removes what leads nowhere any more; whether it is there makes no difference.</summary>
    private async Task ForgetAsync(string? hash, CancellationToken cancellationToken)
    {
        if (hash is not null)
        {
            var row = new TableEntity(Partition(hash), Row) { ETag = Azure.ETag.All };
            await tables.SubmitTransactionAsync(TableNames.Calendars, [TableTransactionAction.Delete(row)], cancellationToken);
        }
    }

    private static TableEntity Lead(string hash, CalendarAddress address)
    {
        var row = RowFormat.NewRow(Partition(hash), Row);
        (row["Network"], row["Person"]) = (address.Network.Value, address.Person.Value);
        return row;
    }

    private static CalendarAddress Read(NetworkId network, PersonId person, TableEntity row) => new(network, person, row.Text("Language"), row.Moment("MadeAt"));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    private static string Partition(string hash) => "address|" + hash;

    private static string Key(PersonId person) => "person|" + person.Value;
}
