using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Platform.Documents;
using Bot.Platform.Tables;
using Bot.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>Gives the orders <c>export</c> and <c>remove</c> as the command line does, on a test's store, and reads what was written.</summary>
internal static class Leaver
{
    /// <summary>Gives an order.</summary>
    public static async Task<(int Code, string Output, string Errors)> OrderAsync(ITableStore tables, TimeProvider time, Action<IServiceCollection>? change, string order, params string[] words)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await global::Program.LeaveAsync(
            order,
            words,
            output,
            errors,
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(tables));
                services.Replace(ServiceDescriptor.Singleton(time));
                change?.Invoke(services);
            },
            TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Gives an order on a talk's store.</summary>
    public static Task<(int Code, string Output, string Errors)> OrderAsync(Talk talk, string order, params string[] words) => OrderAsync(talk.Get<ITableStore>(), talk.Time, null, order, words);

    /// <summary>The files of an export by their paths, with <c>/</c>.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes), StringComparer.Ordinal);

    /// <summary>Everything that can be read in a file: its text, and that of the parts of a document.</summary>
    public static string Text(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(content);
        }

        using var archive = new ZipArchive(new MemoryStream(content));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }));
    }

    /// <summary>The rows of a table as a spreadsheet shows them, without headings.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] csv) => [.. DelimitedText.Read(DelimitedText.Decode(csv)!).Sheets[0].Rows.Skip(1).Select(row => row.Cells)];

    /// <summary>Every row of a store, as it stands.</summary>
    public static async Task<SortedDictionary<string, string>> AllAsync(ITableStore tables) => new(
        (await Vault.AllAsync(tables)).ToDictionary(
            found => $"{found.Table} {found.Row.PartitionKey} {found.Row.RowKey}", found => JsonSerializer.Serialize(new SortedDictionary<string, object>(found.Row.Properties.ToDictionary(), StringComparer.Ordinal))),
        StringComparer.Ordinal);
}
