using System;
using System.Linq;
using Bot.Texts;

namespace Bot.Features.Deliveries;

/// <summary>What messages about an election, a case, minutes, a task or a group are called. Several of them are one line of the report: each person who is asked is asked by a message of its own.</summary>
internal static class MatterWords
{
    private const string Call = "call", Asked = "asked", Outcome = "outcome", Reminder = "reminder", Minutes = "minutes", News = "news";

    private static readonly (string Begins, string Group)[] Begun =
    [
        ("call", Call), ("ask-", Asked), ("elected-", Asked), ("invited", Asked), ("result", Outcome), ("outcome", Outcome), ("welcome", Outcome), ("declined", Outcome), ("withdrawn", Outcome), ("left", Outcome),
        ("cancelled", Outcome), ("ended", Outcome), ("reminder", Reminder), ("overdue", Reminder), ("draft", Minutes), ("circulated", Minutes), ("approved", Minutes),
    ];

    /// <summary>Under which line of the report a message stands.</summary>
    /// <param name="kind">What it is filed as.</param>
    public static string GroupOf(string kind) => Begun.FirstOrDefault(one => kind.StartsWith(one.Begins, StringComparison.Ordinal)).Group ?? News;

    /// <summary>What such a line is called.</summary>
    /// <param name="group">What <see cref="GroupOf"/> says.</param>
    public static Sentence Of(string group) => group switch
    {
        Call => Sentence.DeliveryElectionCall,
        Asked => Sentence.DeliveryAsked,
        Outcome => Sentence.DeliveryResult,
        Reminder => Sentence.DeliveryReminder,
        Minutes => Sentence.DeliveryMinutes,
        _ => Sentence.DeliveryNews,
    };
}
