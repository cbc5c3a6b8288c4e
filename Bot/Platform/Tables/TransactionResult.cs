using System.Collections.Generic;
using Azure;

namespace Bot.Platform.Tables;

/// <summary>Why a transaction was not written.</summary>
public enum TransactionConflict
{
    /// <summary>A row to insert exists already (409 EntityAlreadyExists).</summary>
    AlreadyExists,

    /// <summary>A row has another ETag than the one read (412 UpdateConditionNotSatisfied).</summary>
    Changed,

    /// <summary>A row to update or delete is not there (404 ResourceNotFound).</summary>
    Missing,
}

/// <summary>How a transaction ended.</summary>
public abstract record TransactionResult
{
    private TransactionResult()
    {
    }

    /// <summary>Written durably; <paramref name="ETags"/> in the order of the actions, default for a delete. Also default in the rare case that
    /// an answer was lost, the write was found done, and others have changed the row since: read it again before the next update.</summary>
    public sealed record Committed(IReadOnlyList<ETag> ETags) : TransactionResult;

    /// <summary>Nothing was written; the action at <paramref name="Index"/> (from 0) met the conflict.</summary>
    public sealed record Conflicted(int Index, TransactionConflict Conflict) : TransactionResult;
}
