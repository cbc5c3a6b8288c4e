using System.Text.RegularExpressions;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions;

/// <summary>A typed line about an admission that may name the day on which it takes effect.</summary>
/// <param name="Name">The organization as typed; empty for none.</param>
/// <param name="Day">The day; null where none is named.</param>
internal sealed partial record AdmissionLine(string Name, LocalDate? Day)
{
    /// <summary>Reads "Verein Brücke e. V. ab 1.1.2027". What follows such a word and is no single day belongs to the name.</summary>
    public static AdmissionLine Read(Turn turn, string text)
    {
        var match = Dated().Match(text);
        var day = match.Success ? match.Groups["day"].Value : string.Empty;
        return (TermDay.Read(turn, day) ?? TermDay.Read(turn, day.TrimEnd('.'))) is { } read && match.Success
            ? new AdmissionLine(match.Groups["name"].Value.Trim(' ', ',', ';'), read)
            : new AdmissionLine(text.Trim(), null);
    }

    /// <summary>Reads the same where a line may also say that it takes effect with the decision.</summary>
    public static AdmissionLine ReadChange(Turn turn, string text) =>
        AtOnce().Match(text) is { Success: true } match ? new AdmissionLine(match.Groups["name"].Value.Trim(' ', ',', ';'), null) : Read(turn, text);

    [GeneratedRegex(
        @"^(?<name>.*(?<!\b(wirksam|mit wirkung|effective)))(^|[,;]?\s+)((wirksam|mit wirkung)\s+(ab dem|ab|vom|zum)|ab dem|ab|zum|per|as of|effective( from)?|from|starting)\s+(?<day>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"^(?<name>.*?)(^|[,;]?\s+)(mit dem beschluss|ab beschluss|(ab )?sofort|with the decision|at once)\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AtOnce();
}
