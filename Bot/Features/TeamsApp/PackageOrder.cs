using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Features.TeamsApp;

/// <summary>The order <c>package</c> of the bot's command line: writes the Teams app package that an administrator uploads. It needs neither store nor network.</summary>
internal sealed class PackageOrder(IOptions<PackageOptions> options, IConfiguration configuration)
{
    /// <summary>The bot's registration; without it the setting <c>MicrosoftAppId</c>.</summary>
    public const string AppId = "--app-id";

    /// <summary>Where the bot is reached.</summary>
    public const string Host = "--host";

    /// <summary>An id of the Teams app that is in use already; without it one that follows from the registration.</summary>
    public const string TeamsAppId = "--teams-app-id";

    /// <summary>Who runs the bot.</summary>
    public const string DeveloperName = "--developer-name";

    /// <summary>The three links of the package.</summary>
    public const string Website = "--website", Privacy = "--privacy", Terms = "--terms";

    /// <summary>Where the package goes.</summary>
    public const string Out = "--out";

    /// <summary>Exit code for words that make no package.</summary>
    public const int WrongWords = 2;

    private const string UsualName = "koordinationsbot.zip";

    /// <summary>The order's name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["package"];

    /// <summary>Parts the order's own words from the bot's settings.</summary>
    public static OrderArguments Read(IReadOnlyList<string> args) =>
        new(args, [AppId, Host, TeamsAppId, DeveloperName, Website, Privacy, Terms, Out, OrderArguments.Language], []);

    /// <summary>Makes the package, looks whether Teams can take it, and writes it. One that is there already is replaced: it can be made again at any time.</summary>
    /// <param name="arguments">What stands behind the order.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="errors">Where it is told what is wrong.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code: 0, or <see cref="WrongWords"/> when nothing was written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<int> RunAsync(OrderArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var reader = Reader.For(arguments.LanguageOr(CultureInfo.InstalledUICulture));
        var registered = configuration["MicrosoftAppId"] ?? string.Empty;
        if (PackageRequest.Read(arguments, options.Value, registered, reader, out var faults) is not { } request)
        {
            return await RefuseAsync(errors, reader, faults);
        }

        var files = AppManifest.Files(request);
        var package = PackageArchive.Write(files);
        if (PackageRules.Faults(package) is { Count: > 0 } broken)
        {
            return await RefuseAsync(errors, reader, broken);
        }

        var path = Path.GetFullPath(arguments.Value(Out) ?? UsualName);
        await WriteAsync(path, package, cancellationToken);
        await output.WriteLineAsync(Messages.Get(reader, Sentence.PackageWritten, path, package.Length, AppManifest.Version, request.TeamsAppId.ToString("D")));
        await output.WriteLineAsync(Messages.Get(reader, Sentence.PackageUpload));
        return 0;
    }

    private static async Task<int> RefuseAsync(TextWriter errors, Reader reader, IReadOnlyList<string> faults)
    {
        await errors.WriteLineAsync(Messages.Get(reader, Sentence.PackageNotMade));
        foreach (var fault in faults)
        {
            await errors.WriteLineAsync("- " + fault);
        }

        return WrongWords;
    }

    /// <summary>Beside its name first, so that there is never half a package under it.</summary>
    private static async Task WriteAsync(string path, byte[] package, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(part, package, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
