using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Rotas;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>What becomes of resolutions, beside the register in its partition: <c>followup|year-number</c> how it stands, <c>followstep|year-number|place</c> each step that led there.
/// Both are written in one batch; neither is a part of the chain.</summary>
internal sealed class ResolutionFollowUpStore(ITableStore tables)
{
    private const string Standing = "followup|", Step = "followstep|";

    /// <summary>How a resolution stands; null while nothing was said about it.</summary>
    public async Task<Stored<ResolutionFollowUp>?> FindAsync(NetworkId network, ResolutionNumber number, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, KeyOf(number), cancellationToken) is { } row
            ? new Stored<ResolutionFollowUp>(Read(row), row.ETag)
            : null;

    /// <summary>How all stand about which something was said, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<ResolutionFollowUp>> AllAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var all = new List<ResolutionFollowUp>();
        await foreach (var row in tables.QueryAsync(TableNames.Resolutions, RowRange.WithPrefix(network.Value, Standing), cancellationToken))
        {
            all.Add(Read(row));
        }

        return all;
    }

    /// <summary>The steps of one, in their order.</summary>
    public async Task<IReadOnlyList<FollowUpStep>> StepsAsync(NetworkId network, ResolutionNumber number, CancellationToken cancellationToken)
    {
        var steps = new List<FollowUpStep>();
        await foreach (var row in tables.QueryAsync(TableNames.Resolutions, RowRange.WithPrefix(network.Value, StepKey(number)), cancellationToken))
        {
            steps.Add(new FollowUpStep(row.Number("Steps"), new PersonId(row.Text("By")), row.Moment("At"), Read(row)));
        }

        return steps;
    }

    /// <summary>Stores a step and how it stands after it, if nobody was faster.</summary>
    /// <param name="network">The network.</param>
    /// <param name="before">As it was read; null when there was nothing.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<ResolutionFollowUp>? before, FollowUpStep step, CancellationToken cancellationToken)
    {
        var standing = Write(network, KeyOf(step.After.Number), step.After);
        standing.ETag = before?.ETag ?? default;
        var kept = Write(network, StepKey(step.After.Number) + step.Place.ToString("0000", CultureInfo.InvariantCulture), step.After);
        kept["By"] = step.By.Value;
        kept["At"] = step.At.ToDateTimeOffset();
        TableTransactionAction[] actions = [before is null ? TableTransactionAction.Add(standing) : TableTransactionAction.Update(standing), TableTransactionAction.Add(kept)];
        return await tables.SubmitTransactionAsync(TableNames.Resolutions, actions, cancellationToken) is TransactionResult.Committed;
    }

    private static string KeyOf(ResolutionNumber number) => Standing + ResolutionRow.KeyOf(number)[ResolutionRow.Prefix.Length..];

    private static string StepKey(ResolutionNumber number) => Step + ResolutionRow.KeyOf(number)[ResolutionRow.Prefix.Length..] + "|";

    private static ResolutionFollowUp Read(TableEntity row) => new(ResolutionNumber.Parse(row.Text("Number")), new CommitteeId(row.Text("Committee")))
    {
        Owner = row.GetString("Owner") is { } owner ? new RotaHost(owner) : null,
        Due = row.GetString("Due") is null ? null : row.Day("Due"),
        State = row.Named<ResolutionState>("State"),
        Note = row.GetString("Note") ?? string.Empty,
        Steps = row.Number("Steps"),
        SetAt = row.Moment("SetAt"),
    };

    private static TableEntity Write(NetworkId network, string key, ResolutionFollowUp followUp)
    {
        var row = RowFormat.NewRow(network.Value, key);
        row["Number"] = followUp.Number.ToString();
        row["Committee"] = followUp.Committee.Value;
        row["Owner"] = followUp.Owner?.Key;
        row["Due"] = followUp.Due is { } due ? RowFormat.Write(due) : null;
        row["State"] = followUp.State.ToString();
        row["Note"] = followUp.Note.Length > 0 ? followUp.Note : null;
        row["Steps"] = followUp.Steps;
        row["SetAt"] = followUp.SetAt.ToDateTimeOffset();
        return row;
    }
}
