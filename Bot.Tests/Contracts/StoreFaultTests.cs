using System;
using System.IO;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Contracts;

public sealed class StoreFaultTests
{
    /// <summary>Numbers of sqlite.org/rescode.html.</summary>
    [Theory]
    [InlineData(5, StoreFaultKind.Refused)]
    [InlineData(8, StoreFaultKind.Refused)]
    [InlineData(10, StoreFaultKind.InDoubt)]
    [InlineData(11, StoreFaultKind.Refused)]
    [InlineData(13, StoreFaultKind.Refused)]
    [InlineData(14, StoreFaultKind.Refused)]
    internal void Of_FaultOfTheFile_TellsWhetherItMayBeWritten(int code, StoreFaultKind expected) =>
        Assert.Equal(expected, StoreFault.Of(DataFileException.From(new SqliteException("said", code), "tables.db")));

    [Theory]
    [InlineData(0, StoreFaultKind.InDoubt)]
    [InlineData(400, StoreFaultKind.Refused)]
    [InlineData(403, StoreFaultKind.Refused)]
    [InlineData(408, StoreFaultKind.InDoubt)]
    [InlineData(429, StoreFaultKind.Refused)]
    [InlineData(499, StoreFaultKind.Refused)]
    [InlineData(500, StoreFaultKind.InDoubt)]
    [InlineData(503, StoreFaultKind.InDoubt)]
    internal void Of_AnswerOfTheService_TellsWhetherItMayBeWritten(int status, StoreFaultKind expected)
    {
        Assert.Equal(expected, StoreFault.Of(new RequestFailedException(status, "said")));
        Assert.Equal(expected, StoreFault.Of(new AggregateException(new RequestFailedException(status, "said"), new RequestFailedException(status, "said"))));
    }

    [Fact]
    public void Of_SeveralTries_IsInDoubtWhenOneIs()
    {
        Assert.Equal(StoreFaultKind.InDoubt, StoreFault.Of(new AggregateException(new RequestFailedException(429, "said"), new TaskCanceledException("too long"))));
        Assert.Equal(StoreFaultKind.InDoubt, StoreFault.Of(new AggregateException(new RequestFailedException(409, "said"), new IOException("broke off"))));
        Assert.Equal(StoreFaultKind.InDoubt, StoreFault.Of(new OperationCanceledException("cut off")));
    }

    [Fact]
    public void Of_AnythingElse_IsNoFaultOfTheStore()
    {
        Assert.Null(StoreFault.Of(new InvalidOperationException("a bug")));
        Assert.Null(StoreFault.Of(new AggregateException(new RequestFailedException(503, "said"), new InvalidOperationException("a bug"))));
        Assert.Null(StoreFault.Of(new AggregateException()));
    }
}
