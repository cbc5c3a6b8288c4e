using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Directory;
using Bot.Texts;

namespace Bot.Features.Checkup;

/// <summary>Microsoft Graph, where it is switched on: a token, and what it shows of its permissions.</summary>
internal sealed class GraphLook(GraphProbe probe) : ILook
{
    public Sentence Subject => Sentence.CheckupGraph;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => probe.IsOn
        ? Words(await probe.LookAsync(cancellationToken), probe.StoresFiles)
        : [new Finding(Gravity.LeftOut, Sentence.CheckupNotUsed)];

    /// <summary>What a token means. Calendar and mail are allowed by Exchange for one mailbox, which no token shows; one that does show them reaches every mailbox.</summary>
    public static IReadOnlyList<Finding> Words(GraphFinding found, bool storesFiles)
    {
        if (found.Trouble is { } trouble)
        {
            return [new Finding(Gravity.Wrong, Sentence.CheckupGraphNoToken, trouble)];
        }

        var wide = found.Roles.Where(role => role is GraphProbe.AllCalendars or GraphProbe.AllMail).ToList();
        List<Finding> findings = [];
        if (wide.Count > 0)
        {
            findings.Add(new Finding(Gravity.Warning, Sentence.CheckupGraphWide, string.Join(", ", wide)));
        }

        if (storesFiles && !found.Roles.Contains(GraphProbe.ChosenSites, StringComparer.Ordinal))
        {
            findings.Add(new Finding(Gravity.Wrong, Sentence.CheckupGraphNoSites, GraphProbe.ChosenSites));
        }

        return findings.Count > 0 ? findings : [new Finding(Gravity.Fine, Sentence.CheckupGraphFine)];
    }
}
