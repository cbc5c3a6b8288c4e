using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Azure.Identity;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Tables;

/// <summary>How a store was found.</summary>
internal enum StoreState
{
    /// <summary>A row was written and deleted again.</summary>
    Works,

    /// <summary>It can be reached, and nothing is in it; the bot makes its tables when it starts.</summary>
    New,

    /// <summary>The data file or its folder cannot be used; the detail says why and what to do.</summary>
    BadFile,

    /// <summary>The identity may not write: the role Storage Table Data Contributor is missing.</summary>
    NoRole,

    /// <summary>The account's key is wrong, or the clock is.</summary>
    WrongKey,

    /// <summary>The account's network rules do not let this machine in.</summary>
    NotFromHere,

    /// <summary>There is no identity to ask with; the detail names the kind of failure.</summary>
    NoIdentity,

    /// <summary>Nobody answers; the detail names the kind of failure.</summary>
    Away,

    /// <summary>It answers with another error; the detail is status and code.</summary>
    Refused,
}

/// <summary>What was found.</summary>
/// <param name="State">How it is.</param>
/// <param name="Place">The file or the account's address; never a secret.</param>
/// <param name="Detail">What belongs to the state; otherwise empty.</param>
/// <param name="FreeBytes">What is free on the file's disk; null for a service.</param>
internal sealed record StoreFinding(StoreState State, string Place, string Detail, long? FreeBytes);

/// <summary>Tries the store the settings name, and leaves it as it was.</summary>
internal sealed class StoreProbe(IOptions<TableOptions> options, IHostEnvironment environment, IServiceProvider services)
{
    /// <summary>A table every bot has, and in it a partition nobody reads. The key is always the same: what an interrupted look left lying the next one takes away.</summary>
    private const string Table = "due", Key = "check";

    /// <summary>What every store says of a table nobody has made yet.</summary>
    private const string NoTable = "TableNotFound";

    private const int Forbidden = 403, NotFound = 404;

    /// <summary>Whether it is the embedded store and its file is not there yet; then asking for rows would make it.</summary>
    public bool IsFileMissing => IsFile && !File.Exists(DataPath);

    private bool IsFile => options.Value is { ConnectionString: null, Endpoint: null };

    private string DataPath => Path.Combine(Path.GetFullPath(Path.Combine(environment.ContentRootPath, options.Value.DataFolder)), SqliteTableStore.FileName);

    /// <summary>Looks.</summary>
    /// <param name="mayWrite">Whether a row may be written and deleted; not while the store is being moved, when both sides are compared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoreFinding> LookAsync(bool mayWrite, CancellationToken cancellationToken) =>
        IsFile ? Task.Run(() => LookAtFileAsync(mayWrite, cancellationToken), cancellationToken) : LookAtServiceAsync(mayWrite, cancellationToken);

    private async Task<StoreFinding> LookAtFileAsync(bool mayWrite, CancellationToken cancellationToken)
    {
        var path = DataPath;
        try
        {
            if (IsFileMissing)
            {
                var folder = NearestFolder(path);
                TryWriting(folder);
                return new StoreFinding(StoreState.New, path, string.Empty, FreeAt(folder));
            }

            DataFile.CheckQuickly(path);
            await WriteAsync(mayWrite, cancellationToken);
            return new StoreFinding(StoreState.Works, path, string.Empty, FreeAt(Path.GetDirectoryName(path)!));
        }
        catch (DataFileException fault)
        {
            return new StoreFinding(StoreState.BadFile, path, fault.Message, FreeBytes: null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new StoreFinding(StoreState.BadFile, path, DataFileException.NotWritable(path, refused).Message, FreeBytes: null);
        }
        catch (RequestFailedException answer) when (answer is { Status: NotFound, ErrorCode: NoTable })
        {
            return new StoreFinding(StoreState.New, path, string.Empty, FreeAt(Path.GetDirectoryName(path)!));
        }
    }

    private async Task<StoreFinding> LookAtServiceAsync(bool mayWrite, CancellationToken cancellationToken)
    {
        var place = (options.Value.ConnectionString is { } account ? TableConnectionString.Parse(account).Endpoint : options.Value.Endpoint!).ToString();
        try
        {
            await WriteAsync(mayWrite, cancellationToken);
            return new StoreFinding(StoreState.Works, place, string.Empty, FreeBytes: null);
        }
        catch (RequestFailedException answer) when (answer is { Status: NotFound, ErrorCode: NoTable })
        {
            return new StoreFinding(StoreState.New, place, string.Empty, FreeBytes: null);
        }
        catch (AuthenticationFailedException failure)
        {
            return new StoreFinding(StoreState.NoIdentity, place, failure.GetType().Name, FreeBytes: null);
        }
        catch (Exception failure) when (failure is RequestFailedException { Status: 0 } or AggregateException or IOException)
        {
            return new StoreFinding(StoreState.Away, place, (failure.InnerException?.InnerException ?? failure.InnerException ?? failure).GetType().Name, FreeBytes: null);
        }
        catch (RequestFailedException answer)
        {
            return new StoreFinding(StateOf(answer), place, $"{answer.Status} {answer.ErrorCode}".TrimEnd(), FreeBytes: null);
        }
    }

    /// <remarks>Source: "Status and error codes" of Azure Storage; <c>AuthorizationPermissionMismatch</c> is what an identity without the role gets, <c>AuthorizationFailure</c> also whom the
    /// network rules keep out.</remarks>
    private static StoreState StateOf(RequestFailedException answer) => (answer.Status, answer.ErrorCode) switch
    {
        (Forbidden, "AuthorizationPermissionMismatch" or "InsufficientAccountPermissions") => StoreState.NoRole,
        (Forbidden, "AuthenticationFailed") => StoreState.WrongKey,
        (Forbidden, "AuthorizationFailure") => StoreState.NotFromHere,
        _ => StoreState.Refused,
    };

    private async Task WriteAsync(bool mayWrite, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ITableStore>();
        if (mayWrite)
        {
            var written = await store.SubmitTransactionAsync(Table, [TableTransactionAction.Upsert(new TableEntity(Key, Key))], cancellationToken);
            if (written is not TransactionResult.Committed)
            {
                // A row is put there whatever was there before, so that only something that is no table service says no.
                throw new RequestFailedException(NotFound, "The row was not written.", "ResourceNotFound", innerException: null);
            }

            await store.SubmitTransactionAsync(Table, [TableTransactionAction.Remove(Key, Key)], cancellationToken);
        }
        else
        {
            await store.GetEntityIfExistsAsync(Table, Key, Key, cancellationToken);
        }
    }

    /// <summary>The folder, or the nearest above it that is there: that is where the bot would make it.</summary>
    private static string NearestFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        while (!System.IO.Directory.Exists(folder))
        {
            folder = File.Exists(folder) ? throw new IOException("A file is in the folder's place.") : Path.GetDirectoryName(folder) ?? throw new IOException("No such disk.");
        }

        return folder;
    }

    private static void TryWriting(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, $".koordinationsbot-{Guid.NewGuid():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose,
        });
        file.WriteByte(0);
        file.Flush(flushToDisk: true);
    }

    private static long FreeAt(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
