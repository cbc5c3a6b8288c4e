namespace Bot.Domain.Dates.Phrases;

/// <summary>A part of the day that tells morning from evening.</summary>
internal enum DayPart
{
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// <summary>Words for parts of the day.</summary>
internal static class DayParts
{
    /// <summary>As it stands behind "heute", "morgen" or a weekday.</summary>
    public static DayPart? Noun(string folded) => folded switch
    {
        "morgen" or "frueh" or "vormittag" or "morning" => DayPart.Morning,
        "mittag" => DayPart.Noon,
        "nachmittag" or "afternoon" => DayPart.Afternoon,
        "abend" or "evening" => DayPart.Evening,
        "nacht" or "night" => DayPart.Night,
        _ => null,
    };

    /// <summary>As it stands alone.</summary>
    public static DayPart? Adverb(string folded) => folded switch
    {
        "morgens" or "vormittags" or "fruehmorgens" => DayPart.Morning,
        "mittags" => DayPart.Noon,
        "nachmittags" => DayPart.Afternoon,
        "abends" => DayPart.Evening,
        "nachts" => DayPart.Night,
        _ => null,
    };
}
