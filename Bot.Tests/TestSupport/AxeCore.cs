using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Bot.Tests.TestSupport;

/// <summary>Deque's axe-core, which looks through what a page shows by the rules of WCAG that a program can judge.</summary>
internal static class AxeCore
{
    /// <summary>Rules of WCAG 2.2, levels A and AA.</summary>
    public static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What it recommends beyond WCAG, such as landmarks and the order of headings; for whole pages.</summary>
    public const string GoodPractice = "best-practice";

    /// <summary>What it finds wrong.</summary>
    /// <param name="page">The page; it gets the program's script.</param>
    /// <param name="include">What is looked at.</param>
    /// <param name="exclude">What in it is not; null for nothing.</param>
    /// <param name="levels">Which rules, by their tags.</param>
    /// <param name="without">A rule left out; null for none.</param>
    /// <returns>One line for each place: the caption of the figure it stands in, the rule, the element.</returns>
    public static async Task<string[]> ViolationsAsync(IPage page, string include, string? exclude, string[] levels, string? without = null)
    {
        if (!await page.EvaluateAsync<bool>("() => !!window.axe"))
        {
            await page.AddScriptTagAsync(new() { Path = Path.Combine(NodePeers.Folder, "node_modules", "axe-core", "axe.min.js") });
        }

        return await page.EvaluateAsync<string[]>(
            """
            async ([include, exclude, without, levels]) => {
              const rules = without ? { [without]: { enabled: false } } : {};
              const { violations } = await axe.run(exclude ? { include, exclude } : include, { runOnly: { type: 'tag', values: levels }, rules, resultTypes: ['violations'] });
              return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => {
                const caption = document.querySelector(target[0])?.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
                return `${caption}: ${id} (${help}): ${html.slice(0, 160)}`;
              }));
            }
            """,
            new object?[] { include, exclude, without, levels });
    }
}
