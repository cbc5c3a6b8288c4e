using Azure;

namespace Bot.Platform.Tables;

/// <summary>What a transaction does to one row. Names as in <c>Azure.Data.Tables</c>.</summary>
public enum TableTransactionActionType
{
    /// <summary>Insert; a conflict when the row exists.</summary>
    Add,

    /// <summary>Replace the row whose ETag matches; <see cref="ETag.All"/> for whatever version.</summary>
    UpdateReplace,

    /// <summary>Delete the row whose ETag matches; <see cref="ETag.All"/> for whatever version.</summary>
    Delete,

    /// <summary>Insert or replace, unconditionally.</summary>
    UpsertReplace,
}

/// <summary>One row's part in a transaction.</summary>
/// <param name="ActionType">What to do.</param>
/// <param name="Entity">The row; for <see cref="TableTransactionActionType.Delete"/> only its keys count.</param>
/// <param name="ETag">The version that must be stored now; used by update and delete.</param>
public sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default)
{
    /// <summary>Insert <paramref name="entity"/>.</summary>
    public static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    /// <summary>Replace the row if it still has the ETag that <paramref name="entity"/> carries.</summary>
    public static TableTransactionAction Update(TableEntity entity) => new(TableTransactionActionType.UpdateReplace, entity, entity.ETag);

    /// <summary>Insert or replace <paramref name="entity"/> whatever is there.</summary>
    public static TableTransactionAction Upsert(TableEntity entity) => new(TableTransactionActionType.UpsertReplace, entity);

    /// <summary>Delete the row if it still has the ETag that <paramref name="entity"/> carries.</summary>
    public static TableTransactionAction Delete(TableEntity entity) => new(TableTransactionActionType.Delete, entity, entity.ETag);

    /// <summary>Delete the row whatever its version; a conflict where there is none.</summary>
    public static TableTransactionAction Remove(string partitionKey, string rowKey) =>
        new(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ETag.All);
}
