using System;
using System.Collections.Generic;

namespace Bot.Tests.Texts;

/// <summary>A call found in code.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Arguments">Its arguments as they are written.</param>
internal sealed record Call(int Line, IReadOnlyList<string> Arguments)
{
    /// <summary>Whether the number of arguments can be read from the code: none is spread out of a list.</summary>
    public bool IsCountable => !System.Linq.Enumerable.Any(Arguments, argument => argument.StartsWith("[..", StringComparison.Ordinal));

    /// <summary>All calls that begin with <paramref name="opening"/>, such as <c>Messages.Get(</c>.</summary>
    /// <param name="code">Code without comments and with empty literals.</param>
    /// <param name="opening">The call's beginning, the bracket included.</param>
    public static IEnumerable<Call> Of(string code, string opening)
    {
        for (var at = code.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = code.IndexOf(opening, at + 1, StringComparison.Ordinal))
        {
            yield return new Call(code.AsSpan(0, at).Count('\n') + 1, Split(code, at + opening.Length));
        }
    }

    private static List<string> Split(string code, int start)
    {
        List<string> arguments = [];
        var depth = 0;
        for (var at = start; at < code.Length; at++)
        {
            if (depth == 0 && code[at] is ',' or ')' && depth == 0)
            {
                var argument = code[start..at].Trim();
                if (argument.Length > 0)
                {
                    arguments.Add(argument);
                }

                if (code[at] == ')')
                {
                    break;
                }

                start = at + 1;
            }

            depth += code[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
        }

        return arguments;
    }
}
