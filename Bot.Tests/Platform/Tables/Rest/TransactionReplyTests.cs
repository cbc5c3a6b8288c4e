using System;
using System.Linq;
using System.Text;
using Azure;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

public class TransactionReplyTests
{
    private const string Succeeded = """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_2

        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        X-Content-Type-Options: nosniff
        etag: W/"datetime'2026-11-21T22%3A53%3A33.0518001Z'"
        DataServiceVersion: 1.0;


        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        DataServiceVersion: 1.0;

        --changesetresponse_2--
        --batchresponse_1--
        """;

    private const string Failed = """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_2

        --changesetresponse_2
        Content-Type: application/http

        HTTP/1.1 409 Conflict
        Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8
        {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"12:The specified entity already exists.\nRequestId:x\nTime:y"}}}
        --changesetresponse_2--
        --batchresponse_1--
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Read_AllSucceeded_HasTheETagsInOrder(string lineEnd)
    {
        var reply = Read(Succeeded, lineEnd);

        Assert.Null(reply.Error);
        Assert.Equal([new ETag("W/\"datetime'2026-11-21T22%3A53%3A33.0518001Z'\""), default], reply.ETags);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Read_OneFailed_SaysWhichAndWhy(string lineEnd)
    {
        var reply = Read(Failed, lineEnd);

        Assert.Equal((409, "EntityAlreadyExists", 12), (reply.Error!.Status, reply.Error.Code, reply.FailedIndex));
        Assert.Equal(TransactionConflict.AlreadyExists, reply.Error.Conflict);
    }

    [Fact]
    public void Read_EmptyLineBeforeTheBody_IsReadAlike() =>
        Assert.Equal(12, Read(Failed.Replace("{\"odata", "\n{\"odata", StringComparison.Ordinal), "\r\n").FailedIndex);

    [Fact]
    public void Read_MessageWithoutIndex_DoesNotGuess() =>
        Assert.Null(Read(Failed.Replace("12:", string.Empty, StringComparison.Ordinal), "\r\n").FailedIndex);

    [Fact]
    public void Read_NoParts_IsEmpty() => Assert.Empty(Read("nothing of the kind", "\n").ETags);

    private static TransactionReply Read(string text, string lineEnd) =>
        TransactionReply.Read(Encoding.UTF8.GetBytes(string.Join(lineEnd, text.Split('\n').Select(line => line.TrimEnd('\r')))));
}
