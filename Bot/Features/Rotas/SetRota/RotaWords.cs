using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Turns;

namespace Bot.Features.Rotas.SetRota;

/// <summary>From "Anna, Ben, Caritas" to an order of people and organizations.</summary>
internal static partial class RotaWords
{
    private const int LongestShown = 60;

    /// <summary>Reads the names.</summary>
    /// <returns>The order; or a refusal that names the first that is unclear, stands twice, or is one too many or too few.</returns>
    public static Outcome<IReadOnlyList<RotaHost>> Read(Network network, Committee committee, string text)
    {
        var hosts = new List<RotaHost>();
        foreach (var name in Between().Split(text).Select(part => part.Trim(' ', '.')).Where(part => part.Length > 0))
        {
            switch (HostOf(network, committee, name))
            {
                case Outcome<RotaHost>.Done(var host) when hosts.Contains(host):
                    return new Refusal(RefusalCode.RotaTwice, ShortText.Abbreviate(name, LongestShown));
                case Outcome<RotaHost>.Done(var host):
                    hosts.Add(host);
                    break;
                case Outcome<RotaHost>.Refused(var why):
                    return why;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return hosts.Count is >= 2 and <= Rota.Most ? new Outcome<IReadOnlyList<RotaHost>>.Done(hosts) : new Refusal(RefusalCode.RotaTooFew, Rota.Most);
    }

    /// <summary>The person or organization of that name that can take turns in the committee.</summary>
    public static Outcome<RotaHost> HostOf(Network network, Committee committee, string name)
    {
        var people = PersonFinder.Named(network, name).Where(person => network.Allows(Right.ReadRota, person.Id, committee)).ToList();
        if (people.Count > 0)
        {
            return people is [var person] ? RotaHost.Of(person.Id) : Ambiguous(name, people.Select(one => one.Name));
        }

        var organizations = Organizations(network, name).Where(organization => RotaHost.Of(organization.Id).IsThere(network, committee)).ToList();
        return organizations.Count switch
        {
            1 => RotaHost.Of(organizations[0].Id),
            0 => new Refusal(RefusalCode.RotaHostUnknown, ShortText.Abbreviate(name, LongestShown)),
            _ => Ambiguous(name, organizations.Select(one => one.Name)),
        };
    }

    private static IEnumerable<MemberOrganization> Organizations(Network network, string name)
    {
        var words = CommandText.WordsOf(CommandText.Fold(name));
        var same = network.Organizations.Where(organization => CommandText.Fold(organization.Name) == CommandText.Fold(name)).ToList();
        return same.Count > 0 || words.Length == 0 ? same : network.Organizations.Where(organization => words.All(CommandText.WordsOf(CommandText.Fold(organization.Name)).Contains));
    }

    private static Refusal Ambiguous(string name, IEnumerable<string> fitting) => new(
        RefusalCode.PersonAmbiguous, ShortText.Abbreviate(name, LongestShown), string.Join(", ", fitting.Take(5).Select(one => ShortText.Abbreviate(one, LongestShown))));

    [GeneratedRegex(@"\s*[,;]\s*|\s+(?:und|and)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();
}
