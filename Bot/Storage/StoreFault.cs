using System;
using System.IO;
using System.Linq;
using Azure;
using Bot.Platform.Tables.Sqlite;

namespace Bot.Storage;

/// <summary>What a fault of the store says about what was to be stored.</summary>
internal enum StoreFaultKind
{
    /// <summary>The store has refused it: what it was asked last was not written.</summary>
    Refused,

    /// <summary>Nobody knows whether it was written: the answer did not come.</summary>
    InDoubt,
}

/// <summary>Tells faults of the store apart, for whoever has to tell people.</summary>
internal static class StoreFault
{
    private const int TimedOut = 408;

    private const int FirstOfTheServer = 500;

    /// <summary>What the fault says, or null when it is not the store's.</summary>
    /// <remarks>A request to Azure Tables that was given up is an <see cref="AggregateException"/> of its tries. A time-out and an error of the server may come after the work was
    /// done; with any other error the service says that it has done nothing. A turn that took too long was cut off while it waited for the store.</remarks>
    public static StoreFaultKind? Of(Exception fault) => fault switch
    {
        DataFileException file => file.IsInDoubt ? StoreFaultKind.InDoubt : StoreFaultKind.Refused,
        RequestFailedException { Status: 0 or TimedOut or >= FirstOfTheServer } => StoreFaultKind.InDoubt,
        RequestFailedException => StoreFaultKind.Refused,
        AggregateException { InnerExceptions: { Count: > 0 } tries } when tries.All(one => OfTry(one) is not null) => tries.Any(one => OfTry(one) is StoreFaultKind.InDoubt)
            ? StoreFaultKind.InDoubt
            : StoreFaultKind.Refused,
        OperationCanceledException => StoreFaultKind.InDoubt,
        _ => null,
    };

    /// <summary>One try of several: an answer that broke off while it was read leaves the request in doubt too.</summary>
    private static StoreFaultKind? OfTry(Exception fault) => fault is IOException and not DataFileException ? StoreFaultKind.InDoubt : Of(fault);
}
