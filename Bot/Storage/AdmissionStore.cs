using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Admission cases. One partition a network: <c>case|id</c>, and <c>name|applicant</c> while a case of that name runs or is still to take effect, so that nobody applies twice at once.</summary>
internal sealed class AdmissionStore(ITableStore tables)
{
    /// <summary>The key of a case.</summary>
    public static string CaseKey(AdmissionId id) => "case|" + id.Value;

    /// <summary>The case, or null when there is none.</summary>
    public async Task<Stored<Admission>?> FindAsync(NetworkId network, AdmissionId id, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Admissions, network.Value, CaseKey(id), cancellationToken);
        return row is null ? null : new Stored<Admission>(Read(row), row.ETag);
    }

    /// <summary>The case that holds that applicant's name: running, or admitted and not yet a member; null for none.</summary>
    public async Task<Stored<Admission>?> FindRunningAsync(NetworkId network, string applicant, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Admissions, network.Value, NameKey(applicant), cancellationToken);
        return row is null ? null : await FindAsync(network, new AdmissionId(row.Text("Case")), cancellationToken);
    }

    /// <summary>All cases that run, or whose applicant is admitted and not yet a member, in the order of their names.</summary>
    public async Task<IReadOnlyList<Admission>> RunningAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var running = new List<Admission>();
        await foreach (var row in tables.QueryAsync(TableNames.Admissions, RowRange.WithPrefix(network.Value, "name|"), cancellationToken))
        {
            if (await FindAsync(network, new AdmissionId(row.Text("Case")), cancellationToken) is { Value: var admission })
            {
                running.Add(admission);
            }
        }

        return running;
    }

    /// <summary>All cases, the decided too, in no order that means anything.</summary>
    public async IAsyncEnumerable<Admission> AllAsync(NetworkId network, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Admissions, RowRange.WithPrefix(network.Value, "case|"), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Stores a new case, unless one of the same name runs.</summary>
    /// <returns>False when one runs; nothing was written.</returns>
    public async Task<bool> TryAddAsync(NetworkId network, Admission admission, CancellationToken cancellationToken)
    {
        var name = RowFormat.NewRow(network.Value, NameKey(admission.Applicant));
        name["Case"] = admission.Id.Value;
        var result = await tables.SubmitTransactionAsync(
            TableNames.Admissions, [TableTransactionAction.Add(name), TableTransactionAction.Add(Row(network, admission))], cancellationToken);
        return result is TransactionResult.Committed;
    }

    /// <summary>Stores a changed case if it is still as it was read; one that is over frees its name.</summary>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<Admission> admission, CancellationToken cancellationToken)
    {
        var row = Row(network, admission.Value);
        row.ETag = admission.ETag;
        var actions = new List<TableTransactionAction> { TableTransactionAction.Update(row) };
        if (!admission.Value.HoldsName)
        {
            actions.Add(TableTransactionAction.Remove(network.Value, NameKey(admission.Value.Applicant)));
        }
        else if (admission.Value.IsPlenaryRepeated)
        {
            // It had been left undecided, which freed its name.
            var name = RowFormat.NewRow(network.Value, NameKey(admission.Value.Applicant));
            name["Case"] = admission.Value.Id.Value;
            actions.Add(TableTransactionAction.Upsert(name));
        }

        return await tables.SubmitTransactionAsync(TableNames.Admissions, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>What two spellings of one name share, free of characters a key may not hold. One sign can stand for a whole phrase, so what is spelled out may be too
    /// long for a key.</summary>
    private static string NameKey(string applicant) => KeyPart.Of("name|" + OrganizationName.KeyOf(applicant));

    private static Admission Read(TableEntity row) => new()
    {
        Id = new AdmissionId(row.Text("Id")),
        Applicant = row.Text("Applicant"),
        Representative = row.GetString("Representative") is { } person ? new PersonId(person) : null,
        AppliedBy = new PersonId(row.Text("AppliedBy")),
        AppliedAt = row.Moment("AppliedAt"),
        State = row.Named<AdmissionState>("State"),
        Recommendation = row.NamedOrNull<Recommendation>("Recommendation"),
        BoardTally = RecommendationColumns.Tally(row),
        Waiver = RecommendationColumns.Waiver(row),
        Resolution = row.GetString("Resolution"),
        StateSince = row.MomentOrNull("StateSince"),
        End = row.MomentOrNull("EndedAt") is { } ended ? new ApplicationEnd(new PersonId(row.Text("EndedBy")), ended, row.GetString("EndReason") ?? string.Empty) : null,
        EffectiveOn = row.GetString("EffectiveOn") is null ? null : row.Day("EffectiveOn"),
        EffectiveSetAt = row.MomentOrNull("EffectiveSetAt"),
        Introduction = IntroductionColumns.Read(row),
        Returning = row.GetString("Returning") is { } returning ? new OrganizationId(returning) : null,
        BoardBallot = new BallotId(row.GetString("BoardBallot")!),
        PlenaryBallot = new BallotId(row.GetString("PlenaryBallot")!),
    };

    private static TableEntity Row(NetworkId network, Admission admission)
    {
        var row = RowFormat.NewRow(network.Value, CaseKey(admission.Id));
        row["Id"] = admission.Id.Value;
        row["Applicant"] = admission.Applicant;
        row["Representative"] = admission.Representative?.Value;
        row["AppliedBy"] = admission.AppliedBy.Value;
        row["AppliedAt"] = admission.AppliedAt.ToDateTimeOffset();
        row["State"] = admission.State.ToString();
        row["Recommendation"] = admission.Recommendation?.ToString();
        RecommendationColumns.Fill(row, admission.BoardTally, admission.Waiver);
        row["Resolution"] = admission.Resolution;
        row["StateSince"] = admission.StateSince?.ToDateTimeOffset();
        row["EndedBy"] = admission.End?.By.Value;
        row["EndedAt"] = admission.End?.At.ToDateTimeOffset();
        row["EndReason"] = admission.End is { Reason.Length: > 0 } end ? end.Reason : null;
        row["EffectiveOn"] = admission.EffectiveOn is { } day ? RowFormat.Write(day) : null;
        row["EffectiveSetAt"] = admission.EffectiveSetAt?.ToDateTimeOffset();
        IntroductionColumns.Fill(row, admission.Introduction);
        row["Returning"] = admission.Returning?.Value;
        row["BoardBallot"] = admission.IsBoardRepeated ? admission.BoardBallot.Value : null;
        row["PlenaryBallot"] = admission.IsPlenaryRepeated ? admission.PlenaryBallot.Value : null;
        return row;
    }
}
