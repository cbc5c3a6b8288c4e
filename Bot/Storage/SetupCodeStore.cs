using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>What came of bringing a set-up code.</summary>
internal enum SetupCodeAnswer
{
    /// <summary>It is good, and from now on nobody else's.</summary>
    Taken,

    /// <summary>There is no such code.</summary>
    Unknown,

    /// <summary>Its time is over; it is gone.</summary>
    Expired,

    /// <summary>Somebody else has brought it before.</summary>
    TakenByOther,

    /// <summary>The account has brought too many wrong ones; this one was not looked at.</summary>
    TooMany,
}

/// <summary>One-time codes by which somebody becomes a network's first coordinator. Partition <c>setup|tenant</c>: <c>code|hash</c> for each code, <c>guess|account</c> for
/// whoever brings wrong ones. A code itself is nowhere: it is looked up by its hash, so that how long that takes tells nothing of it.</summary>
internal sealed class SetupCodeStore(ITableStore tables)
{
    /// <summary>How long a code may be brought, and how long whoever has brought it may finish.</summary>
    public static readonly Duration Life = Duration.FromDays(3);

    /// <summary>Wrong codes an account may bring within <see cref="GuessPause"/>.</summary>
    public const int MostGuesses = 5;

    /// <summary>After which wrong codes are forgotten.</summary>
    public static readonly Duration GuessPause = Duration.FromHours(1);

    /// <summary>Without the letters that are taken for digits (Crockford's base 32).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>100 bits, more than anybody can try.</summary>
    private const int Length = 20;

    private const int GroupLength = 4;

    private const string CodePrefix = "code|";

    /// <summary>Makes a code; those before stay good, because another instance may have told them. What is over goes.</summary>
    /// <returns>The code in groups of four, to be told once and kept nowhere.</returns>
    public async Task<string> MakeAsync(string tenant, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(PartitionOf(tenant), CodePrefix), cancellationToken))
        {
            if (row.Moment("ExpiresAt") <= now)
            {
                await RemoveAsync(row, cancellationToken);
            }
        }

        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        var made = RowFormat.NewRow(PartitionOf(tenant), KeyOf(code));
        made["ExpiresAt"] = (now + Life).ToDateTimeOffset();
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Add(made)], cancellationToken);
        return string.Join('-', Grouped(code));
    }

    /// <summary>Takes a code for an account, so that of two who bring it at once one gets it. Bringing it again is as good as the first time.</summary>
    /// <param name="tenant">In which tenant.</param>
    /// <param name="typed">As it was typed: case, hyphens and blanks do not matter.</param>
    /// <param name="account">Who brings it, as the channel vouches for.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    public async Task<SetupCodeAnswer> TakeAsync(string tenant, string typed, string account, Instant now, CancellationToken cancellationToken)
    {
        if (await GuessesAsync(tenant, account, now, cancellationToken) is { Most: true })
        {
            return SetupCodeAnswer.TooMany;
        }

        while (await FindAsync(tenant, typed, cancellationToken) is { } row)
        {
            if (row.Moment("ExpiresAt") <= now)
            {
                await RemoveAsync(row, cancellationToken);
                return SetupCodeAnswer.Expired;
            }

            if (row.GetString("TakenBy") is { } taker)
            {
                return taker == account ? SetupCodeAnswer.Taken : SetupCodeAnswer.TakenByOther;
            }

            row["TakenBy"] = account;
            if (await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed)
            {
                return SetupCodeAnswer.Taken;
            }
        }

        await NoteGuessAsync(tenant, account, now, cancellationToken);
        return SetupCodeAnswer.Unknown;
    }

    /// <summary>Whether the account has brought a code that is still good.</summary>
    public async Task<bool> HasTakenAsync(string tenant, string account, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(PartitionOf(tenant), CodePrefix), cancellationToken))
        {
            if (row.GetString("TakenBy") == account && row.Moment("ExpiresAt") > now)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes a code unusable that others may have read.</summary>
    /// <returns>False when there was no such code.</returns>
    public async Task<bool> BurnAsync(string tenant, string typed, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, typed, cancellationToken) is not { } row)
        {
            return false;
        }

        await RemoveAsync(row, cancellationToken);
        return true;
    }

    /// <summary>Whether a text has the shape of a code.</summary>
    public static bool IsCode(string typed) => Read(typed) is not null;

    /// <summary>Removes the codes an account has brought: it has set up a network beside those the tenant had.</summary>
    public async Task ForgetTakenAsync(string tenant, string account, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(PartitionOf(tenant), CodePrefix), cancellationToken))
        {
            if (row.GetString("TakenBy") == account)
            {
                await RemoveAsync(row, cancellationToken);
            }
        }
    }

    /// <summary>Removes all codes and guesses of the tenant: its network is set up.</summary>
    public async Task ForgetAsync(string tenant, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(PartitionOf(tenant)), cancellationToken))
        {
            rows.Add(row);
        }

        foreach (var row in rows)
        {
            await RemoveAsync(row, cancellationToken);
        }
    }

    private async Task<TableEntity?> FindAsync(string tenant, string typed, CancellationToken cancellationToken) =>
        Read(typed) is { } code ? await tables.GetEntityIfExistsAsync(TableNames.Networks, PartitionOf(tenant), KeyOf(code), cancellationToken) : null;

    private async Task<(TableEntity? Row, bool Most)> GuessesAsync(string tenant, string account, Instant now, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Networks, PartitionOf(tenant), GuessKey(account), cancellationToken);
        return row is null || row.Moment("Since") + GuessPause <= now ? (null, false) : (row, row.Number("Wrong") >= MostGuesses);
    }

    private async Task NoteGuessAsync(string tenant, string account, Instant now, CancellationToken cancellationToken)
    {
        var (before, _) = await GuessesAsync(tenant, account, now, cancellationToken);
        var row = before ?? RowFormat.NewRow(PartitionOf(tenant), GuessKey(account));
        row["Since"] ??= now.ToDateTimeOffset();
        row["Wrong"] = (before?.Number("Wrong") ?? 0) + 1;
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    private async Task RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        row.ETag = Azure.ETag.All;
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Delete(row)], cancellationToken);
    }

    /// <summary>The code in what was typed; null for what cannot be one.</summary>
    private static string? Read(string typed)
    {
        var code = typed.ToUpperInvariant().Replace("-", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal)
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == Length && code.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) ? code : null;
    }

    private static IEnumerable<string> Grouped(string code)
    {
        for (var at = 0; at < code.Length; at += GroupLength)
        {
            yield return code.Substring(at, GroupLength);
        }
    }

    private static string KeyOf(string code) => CodePrefix + HeardMessage.Fingerprint("setup code\n" + code);

    private static string GuessKey(string account) => "guess|" + HeardMessage.Fingerprint(account);

    /// <summary>Where the codes of a tenant lie.</summary>
    public static string PartitionOf(string tenant) => "setup|" + tenant.ToLowerInvariant();
}
