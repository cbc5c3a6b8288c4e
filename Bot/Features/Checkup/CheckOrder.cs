using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Features.Checkup;

/// <summary>The order <c>check</c> of the bot's command line: looks whether a bot with these settings could do its work here, says in a line each what it found, and changes nothing. It may
/// be given beside a bot that runs.</summary>
internal sealed class CheckOrder(IEnumerable<ILook> looks, TimeProvider time)
{
    /// <summary>How long one look may take. They look side by side, so all of them are through in little more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The order's name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["check"];

    /// <summary>Parts the order's own words from the bot's settings.</summary>
    public static OrderArguments Read(IReadOnlyList<string> args) => new(args, [OrderArguments.Language], []);

    /// <summary>Looks at everything and writes what was found, in the order of the subjects.</summary>
    /// <param name="arguments">What stands behind the order.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code: 0 when nothing is wrong, warnings allowed; otherwise 1.</returns>
    public async Task<int> RunAsync(OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var reader = Reader.For(arguments.LanguageOr(CultureInfo.InstalledUICulture));
        var findings = new List<Finding>();
        foreach (var (look, running) in looks.Select(look => (look, LookAsync(look, cancellationToken))).ToList())
        {
            foreach (var finding in await running)
            {
                findings.Add(finding);
                await output.WriteLineAsync($"{Word(reader, finding.Gravity),-8} {Messages.Get(reader, look.Subject)}: {Messages.Get(reader, finding.Words, finding.Values).ReplaceLineEndings(" ")}");
            }
        }

        var (wrong, warnings) = (findings.Count(finding => finding.Gravity is Gravity.Wrong), findings.Count(finding => finding.Gravity is Gravity.Warning));
        await output.WriteLineAsync(wrong + warnings == 0 ? Messages.Get(reader, Sentence.CheckupAllWell) : Messages.Get(reader, Sentence.CheckupCounts, wrong, warnings));
        return wrong == 0 ? 0 : 1;
    }

    private static string Word(Reader reader, Gravity gravity) => gravity switch
    {
        Gravity.Fine => Messages.Get(reader, Sentence.CheckupWordFine),
        Gravity.LeftOut => Messages.Get(reader, Sentence.CheckupWordLeftOut),
        Gravity.Warning => Messages.Get(reader, Sentence.CheckupWordWarning),
        _ => Messages.Get(reader, Sentence.CheckupWordWrong),
    };

    /// <summary>Whatever goes wrong in one look is told in its line, without the words of the other side, and the others go on.</summary>
    private async Task<IReadOnlyList<Finding>> LookAsync(ILook look, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await Task.Run(() => look.LookAsync(bounded.Token), bounded.Token).WaitAsync(bounded.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return [new Finding(Gravity.Wrong, Sentence.CheckupTooLong, (int)Patience.TotalSeconds)];
        }
        catch (Exception fault) when (fault is OptionsValidationException || (fault is InvalidOperationException && StartFault.Of(fault).Count > 0))
        {
            return [new Finding(Gravity.LeftOut, Sentence.CheckupSettingsFirst)];
        }
#pragma warning disable CA1031 // One look that fails must not keep the others from being read.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return [new Finding(Gravity.Wrong, Sentence.CheckupBroken, fault.GetType().Name)];
        }
    }
}
