using System.Text;

namespace Bot.Domain.Memberships;

/// <summary>When two spellings are one name: letters and digits count, not their case, nor blanks and punctuation.</summary>
public static class OrganizationName
{
    /// <summary>What all spellings of a name share: its letters and digits, lower case, in compatibility form; empty for a name without any.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                key.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return key.ToString();
    }

    /// <summary>Whether both are the same name.</summary>
    public static bool IsSame(string one, string other) => KeyOf(one) == KeyOf(other);
}
