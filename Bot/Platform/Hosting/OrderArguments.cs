using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Bot.Platform.Hosting;

/// <summary>What stands on the command line of an order to the bot, as in <c>Bot backup --network id --to file</c>.</summary>
internal sealed class OrderArguments
{
    /// <summary>The language an order answers in, <c>de</c> or <c>en</c>.</summary>
    public const string Language = "--language";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    /// <summary>Reads it.</summary>
    /// <param name="args">Behind the order's name.</param>
    /// <param name="names">Names that take a value.</param>
    /// <param name="switches">Names that take none.</param>
    /// <exception cref="OrderException">A value is missing.</exception>
    public OrderArguments(IReadOnlyList<string> args, IReadOnlyCollection<string> names, IReadOnlyCollection<string> switches)
    {
        var rest = new List<string>();
        for (var at = 0; at < args.Count; at++)
        {
            if (names.Contains(args[at]))
            {
                values[args[at]] = at + 1 < args.Count && !args[at + 1].StartsWith("--", StringComparison.Ordinal) ? args[++at] : throw new OrderException($"{args[at]} needs a value.");
            }
            else if (switches.Contains(args[at]))
            {
                flags.Add(args[at]);
            }
            else
            {
                rest.Add(args[at]);
            }
        }

        Rest = rest;
    }

    /// <summary>What is not the order's, such as settings of the bot.</summary>
    public IReadOnlyList<string> Rest { get; }

    /// <summary>The value under a name, or null.</summary>
    public string? Value(string name) => values.GetValueOrDefault(name);

    /// <summary>The language to answer in: what was said, otherwise the process's own.</summary>
    /// <exception cref="OrderException">It is neither of the two.</exception>
    public string LanguageOr(CultureInfo own) => Value(Language) switch
    {
        null => own.Name,
        "de" or "en" => Value(Language)!,
        _ => throw new OrderException($"{Language} is de or en."),
    };

    /// <summary>Whether a name without value is there.</summary>
    public bool Has(string name) => flags.Contains(name);
}

/// <summary>An order cannot be carried out as it was given; the message says why.</summary>
internal sealed class OrderException(string message) : IOException(message);
