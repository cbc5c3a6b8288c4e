using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Bot.Domain.Privacy;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Rooms;

/// <summary>The papers people ask for say what the program does.</summary>
public sealed class PapersTests
{
    public static TheoryData<string, string> Sheets => new() { { "datenschutz.md", "Monate" }, { "data-protection.md", "months" } };

    [Theory]
    [MemberData(nameof(Sheets))]
    public void DataProtection_EveryTerm_IsTheOneOfTheTable(string sheet, string months) => Faults.None(
        from rule in RetentionTable.All
        let row = Lines(sheet).SingleOrDefault(line => line.Contains($"({rule.Kind})", StringComparison.Ordinal))
        where row is null || (rule.Months > 0 && !(row.Contains($"| {rule.Months} {months}", StringComparison.Ordinal) && row.Contains($"({rule.Least}–{rule.Most})", StringComparison.Ordinal)))
        select $"{sheet}: {rule.Kind}");

    [Fact]
    public void Licences_EveryPackageOfTheBot_IsListedInItsVersion()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(SampleFiles.Root, "Bot", "packages.lock.json")));
        var packages = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => $"| {package.Name} | {package.Value.GetProperty("resolved").GetString()} |").Distinct(StringComparer.Ordinal).ToList();
        var listed = Lines("licences.md").Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package", StringComparison.Ordinal)).ToList();

        Faults.None(packages.Where(package => !listed.Any(line => line.StartsWith(package, StringComparison.Ordinal))));
        Faults.None(listed.Where(line => !packages.Any(package => line.StartsWith(package, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Lines(string paper) => File.ReadLines(Path.Combine(SampleFiles.Root, "Bot", "Papers", paper));
}
