using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.CommandLines;

/// <summary>Where documented lines are typed: a shell in a checkout with nothing in it but what they need, on a machine whose <c>/opt</c>, <c>/etc</c> and <c>/var/lib</c> are folders of the test's own.</summary>
/// <remarks>The orders <c>dotnet run --project …</c> start what the tests were built with, in the folder and the environment in which the real order would, without building; <c>runuser</c> stays who it is.
/// All else is the machine's own.</remarks>
internal sealed partial class Desk : IDisposable
{
    private const string Shim = """
        #!/bin/bash
        case "$*" in
          'run --project Bot'|'run --project Bot -- '*) shift 3; project=Bot ;;
          'run -c Release --project Bot.Tests -- '*) shift 5; project=Bot.Tests ;;
          *) exec "$REAL_DOTNET" "$@" ;;
        esac
        [ "${1:-}" = -- ] && shift
        cd "$CHECKOUT/$project" && DOTNET_ENVIRONMENT=Development exec "$REAL_DOTNET" "$BUILT/$project.dll" "$@"
        """;

    private const string SameUser = "#!/bin/sh\n[ \"$1\" = -u ] && shift 2\n[ \"$1\" = -- ] && shift\nexec \"$@\"\n";

    /// <summary>On a disk: what lies in memory may not be startable.</summary>
    private readonly TemporaryFolder folder = new(isOnDisk: true);
    private readonly Dictionary<string, string> surroundings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> placeholders = new(StringComparer.Ordinal)
    {
        ["<account>"] = "beispiel",
        ["<app id>"] = "11111111-2222-3333-4444-555555555555",
        ["<tenant>"] = "66666666-7777-8888-9999-000000000000",
        ["<host>"] = "bot.example.org",
    };

    /// <summary>Sits down; skips the test, visibly, where a program is missing that the lines or this place need.</summary>
    /// <param name="programs">What the lines need beside bash.</param>
    public Desk(params string[] programs)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The lines are for a shell on Linux.");
        foreach (var program in programs.Append("bash").Append("setsid").Append("dotnet"))
        {
            Assert.SkipUnless(Find(program) is not null, $"{program} is not on this machine.");
        }

        Port = NodePeers.FreePort();
        Checkout = Directory.CreateDirectory(folder.File("checkout")).FullName;
        Machine = Directory.CreateDirectory(folder.File("machine")).FullName;
        foreach (var usual in new[] { "opt", "etc/systemd/system", "var/lib" })
        {
            Directory.CreateDirectory(Path.Combine(Machine, usual));
        }

        Directory.CreateDirectory(Path.Combine(Checkout, "Bot.Tests"));
        Copy("Bot/appsettings.json");
        Copy("manifest/icons.mjs");
        Directory.CreateSymbolicLink(Path.Combine(Checkout, "infra"), Path.Combine(SampleFiles.Root, "infra"));
        WriteProgram(folder.File("bin/dotnet"), Shim);
        WriteProgram(folder.File("bin/runuser"), SameUser);
        surroundings["PATH"] = folder.File("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        surroundings["REAL_DOTNET"] = Find("dotnet")!;
        surroundings["BUILT"] = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        surroundings["CHECKOUT"] = Checkout;
        surroundings["MACHINE"] = Machine;
        surroundings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        surroundings["Playground__Enabled"] = "false";
    }

    /// <summary>The folder the lines are typed in.</summary>
    public string Checkout { get; }

    /// <summary>What stands for the root of the machine.</summary>
    public string Machine { get; }

    /// <summary>What stands for port 3978.</summary>
    public int Port { get; }

    /// <summary>Sets a variable for all that is typed from now on.</summary>
    public void Set(string name, string value) => surroundings[name] = value;

    /// <summary>Says what is typed for a placeholder from now on.</summary>
    public void Fill(string placeholder, string value) => placeholders[placeholder] = value;

    /// <summary>A path in the checkout or, with a slash before it, on the machine.</summary>
    public string PathOf(string path) => path.StartsWith('/') ? Machine + path : Path.Combine(Checkout, path);

    /// <summary>Types lines one after the other; fails with what was typed and printed when one does not do what is said of it.</summary>
    public async Task TypeAsync(IEnumerable<Step> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            await TypeAsync(step, cancellationToken);
        }
    }

    /// <summary>Starts a line that goes on, such as the bot on the server.</summary>
    public TypedLine Begin(string typed) => TypedLine.Begin(Translated(typed), Checkout, surroundings);

    public void Dispose() => folder.Dispose();

    /// <summary>Puts a program there that can be started.</summary>
    public static void WriteProgram(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace("\r\n", "\n", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private async Task TypeAsync(Step step, CancellationToken cancellationToken)
    {
        var line = step.Instead.Aggregate(step.Line, (typed, change) => typed.Contains(change.Written, StringComparison.Ordinal)
            ? typed.Replace(change.Written, change.Typed, StringComparison.Ordinal)
            : throw new InvalidOperationException($"'{change.Written}' does not stand in: {typed}"));
        var typed = Translated(line);
        await using var running = TypedLine.Begin(IsExport(typed) ? typed + "; env -0" : typed, Checkout, surroundings);
        if (step.GoesOn)
        {
            await running.PrintsAsync(step.Says, cancellationToken);
            await running.StopAsync();
        }

        var code = await running.EndsAsync(cancellationToken);
        Assert.True(code == 0 && running.Printed.Contains(step.Says, StringComparison.Ordinal), $"Typed: {typed}\nended with {code} and printed:\n{running.Printed}");
        Faults.None(step.Makes.Where(path => !File.Exists(PathOf(path))).Select(path => $"{typed}: did not make {path}"));
        Learn(step, typed, running.Printed);
    }

    private void Learn(Step step, string typed, string printed)
    {
        if (IsExport(typed))
        {
            foreach (var variable in printed.Split('\0').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2 && typed.Contains(parts[0] + "=", StringComparison.Ordinal)))
            {
                Set(variable[0], variable[1]);
            }
        }

        if (step.Tells is var (placeholder, pattern))
        {
            var told = Regex.Match(printed, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));
            Assert.True(told.Success, printed);
            Fill(placeholder, told.Groups["value"].Value);
        }
    }

    /// <summary>With placeholders filled in, and with this machine's folders and port.</summary>
    private string Translated(string line)
    {
        var filled = placeholders.Aggregate(line, (typed, filling) => typed.Replace(filling.Key, filling.Value, StringComparison.Ordinal));
        Assert.False(Placeholder().IsMatch(filled), "Nothing is said to be typed for a placeholder: " + filled);
        return MachineFolder().Replace(filled, match => Machine + match.Value).Replace("127.0.0.1:3978", $"127.0.0.1:{Port}", StringComparison.Ordinal);
    }

    private static bool IsExport(string typed) => typed.StartsWith("export ", StringComparison.Ordinal);

    private void Copy(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Checkout, file))!);
        File.Copy(Path.Combine(SampleFiles.Root, file), Path.Combine(Checkout, file));
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"(?<![\w./$""}])/(opt|etc|var/lib)/", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex MachineFolder();

    [GeneratedRegex("<[a-zA-Z ]+>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Placeholder();
}
