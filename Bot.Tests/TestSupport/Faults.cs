using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Bot.Tests.TestSupport;

/// <summary>For tests that look through many things at once: what they find is shown whole, one fault a line.</summary>
internal static class Faults
{
    /// <summary>Fails with all faults when there are any.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
