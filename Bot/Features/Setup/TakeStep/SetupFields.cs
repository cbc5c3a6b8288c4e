using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>What somebody wants of a step, as text: typed, filled in, or carried by a preview. Anybody can make it up; every value is read again each time.</summary>
internal sealed record SetupFields
{
    private ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Nothing yet.</summary>
    public static SetupFields Empty { get; } = new();

    /// <summary>The value of that name; empty when there is none.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, string.Empty);

    /// <summary>The fields of those names in a form.</summary>
    public static SetupFields In(CardForm form, IEnumerable<string> names) => names.Aggregate(Empty, (fields, name) => fields.With(name, form[name]));

    /// <summary>The same with another value; an empty one is none.</summary>
    public SetupFields With(string name, string value) =>
        this with { Values = value.Length == 0 ? Values.Remove(name) : Values.SetItem(name, value) };

    /// <summary>As data of a button, in the order of their names.</summary>
    /// <param name="but">Names of what the form asks for itself.</param>
    public IEnumerable<(string Name, string Value)> Data(params IReadOnlyCollection<string> but) =>
        Values.Where(pair => !but.Contains(pair.Key)).OrderBy(pair => pair.Key, System.StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
}
