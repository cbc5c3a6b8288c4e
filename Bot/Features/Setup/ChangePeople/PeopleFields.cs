using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangePeople;

/// <summary>How steps name people: by typing names, by mentioning accounts in a conversation, by picking an account in Teams.</summary>
internal static partial class PeopleFields
{
    /// <summary>Names, separated by commas.</summary>
    public const string People = "people";

    /// <summary>Accounts of mentioned people, as <c>id=name</c> separated by semicolons; carried, never shown.</summary>
    public const string Mentions = "mentions";

    /// <summary>The Entra object id of a picked account.</summary>
    public const string Picked = "picked";

    /// <summary>The longest list of names, in UTF-16 units.</summary>
    public const int Limit = 600;

    /// <summary>The names of all three.</summary>
    public static IReadOnlyList<string> Names { get; } = [People, Mentions, Picked];

    /// <summary>Adds the people that a typed text names or mentions.</summary>
    public static SetupFields Typed(Turn turn, SetupFields fields, string text)
    {
        var mentioned = (turn.Activity.Entities ?? [])
            .Where(entity => entity.Type is Entity.MentionType && IsPerson(turn, entity.Mentioned?.Id) && text.Contains(WebUtility.HtmlDecode(entity.Text ?? "\n"), StringComparison.OrdinalIgnoreCase))
            .Select(entity => (Id: entity.Mentioned!.AadObjectId is { Length: > 0 } aad ? aad : entity.Mentioned.Id!, Name: NameIn(Tags().Replace(WebUtility.HtmlDecode(entity.Text!), string.Empty))))
            .Where(pair => pair.Name.Length > 0);
        return fields
            .With(Mentions, string.Join(';', mentioned.Select(pair => $"{pair.Id}={pair.Name}")))
            .With(People, string.Join(", ", Split(Tags().Replace(text, string.Empty).Replace("@", string.Empty, StringComparison.Ordinal))));
    }

    /// <summary>The inputs that name people.</summary>
    public static IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields, Sentence label)
    {
        yield return InputPart.Text(turn.Reader, People, label, fields[People], Limit);
        yield return new ChoiceSetInput
        {
            Id = Picked,
            Label = Messages.Get(turn.Reader, Sentence.InputPicked),
            Choices =
            [
                new Choice(Messages.Get(turn.Reader, Sentence.SetupNoAccount), "none"),
                .. AccountOf(fields[Picked]) is null ? Enumerable.Empty<Choice>() : [new Choice(Messages.Get(turn.Reader, Sentence.SetupChosenAccount), fields[Picked])],
            ],
            Value = AccountOf(fields[Picked]) is null ? "none" : fields[Picked],
            ChoicesData = new DataQuery(turn.IsPersonal ? DataQuery.Everybody : DataQuery.ThisConversation),
            Style = ChoiceSetStyle.Filtered,
        };
    }

    /// <summary>The names in a list, in order, each once.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        [.. Between().Split(text).Select(NameIn).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The accounts that were mentioned, by the folded name they were mentioned with.</summary>
    public static IReadOnlyDictionary<string, Account> Accounts(SetupFields fields) => fields[Mentions].Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && AccountOf(pair[0]) is not null)
        .GroupBy(pair => CommandText.Fold(pair[1]), StringComparer.Ordinal).ToDictionary(group => group.Key, group => AccountOf(group.First()[0])!, StringComparer.Ordinal);

    /// <summary>The name of the only account that was mentioned, as it was mentioned.</summary>
    public static string NameOfOnly(SetupFields fields) => fields[Mentions].Split('=', 2) is [_, var name] ? name : string.Empty;

    /// <summary>The account of an id as Teams gives it: of an Entra object, or of a person towards this bot; null for anything else.</summary>
    public static Account? AccountOf(string id) => Guid.TryParseExact(id.Trim(), "D", out var aad) ? new Account(null, aad.ToString("D"))
        : id.StartsWith("29:", StringComparison.Ordinal) && id.Length is > 3 and <= 200 ? new Account(id, null)
        : null;

    private static bool IsPerson(Turn turn, string? id) => id is { Length: > 0 } && id != turn.Activity.Recipient?.Id && AccountOf(id) is not null;

    private static string NameIn(string text) => CommandText.OneLine(text).Trim(' ', ',', ';', ':', '.', '=');

    [GeneratedRegex(@"</?at[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[,;=|]|\s(und|and|sowie)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();
}
