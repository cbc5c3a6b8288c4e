using System;
using System.Globalization;

namespace Bot.Texts;

/// <summary>Whether this machine knows the languages the bot speaks; without them there is no sentence at all.</summary>
internal static class Languages
{
    /// <summary>Said where they are missing, in both.</summary>
    public const string Missing =
        "Diesem System fehlen Sprachdaten (ICU): libicu oder icu-libs einrichten, und DOTNET_SYSTEM_GLOBALIZATION_INVARIANT darf nicht true sein. / "
        + "This system lacks language data (ICU): install libicu or icu-libs, and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.";

    /// <summary>Whether they are there.</summary>
    public static bool AreHere
    {
        get
        {
            try
            {
                return CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetDayName(DayOfWeek.Monday) == "Montag";
            }
            catch (CultureNotFoundException)
            {
                return false;
            }
        }
    }
}
