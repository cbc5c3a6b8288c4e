using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Documents;
using Bot.Tests.Domain.Minutes;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Features.Minutes;

/// <summary>LibreOffice opens the Word file and makes a PDF of it. Skipped where there is no LibreOffice; the structure is held by other tests.</summary>
public class MinutesRenderingTests
{
    private static readonly string? Office = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("usual")]
    [InlineData("worst")]
    [InlineData("public")]
    public async Task Write_OpenedByLibreOffice_BecomesAPdf(string which)
    {
        Assert.SkipWhen(Office is null, "LibreOffice (soffice) is not installed.");
        using var folder = new TemporaryFolder();
        var document = which == "worst"
            ? MinutesDocumentTests.Document(Reader.German, MinutesDocumentTests.Largest(), MinutesDocumentTests.Worst)
            : MinutesDocumentTests.Document(Reader.German);
        document = which == "public" ? document with { Body = Bot.Domain.Minutes.PublicMinutes.ForEverybody(document.Body) } : document;
        var written = Path.Combine(folder.Path, "minutes.docx");
        await File.WriteAllBytesAsync(written, WordFile.Write(document.Make(HeldMeeting.Closed)), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Office!) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-env:UserInstallation=" + new Uri(Path.Combine(folder.Path, "profile")), "--headless", "--convert-to", "pdf", written })
        {
            start.ArgumentList.Add(argument);
        }

        using var office = Process.Start(start)!;
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        var pdf = await File.ReadAllBytesAsync(Path.ChangeExtension(written, ".pdf"), TestContext.Current.CancellationToken);
        Assert.True(pdf.AsSpan().StartsWith("%PDF"u8));
        if (Environment.GetEnvironmentVariable("MINUTES_PICTURES") is { Length: > 0 } kept)
        {
            File.Copy(written, Path.Combine(kept, which + ".docx"), overwrite: true);
            File.Copy(Path.ChangeExtension(written, ".pdf"), Path.Combine(kept, which + ".pdf"), overwrite: true);
        }
    }
}
