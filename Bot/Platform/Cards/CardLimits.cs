namespace Bot.Platform.Cards;

/// <summary>How large a card may get before Teams or a client refuses it or leaves parts out.</summary>
internal static class CardLimits
{
    /// <summary>A serialised card stays below this many bytes of UTF-8. Teams names 28 KB for cards in some paths and 40 KB in others;
    /// this leaves room for the activity around it.</summary>
    public const int Bytes = 25 * 1024;

    /// <summary>Buttons Teams shows in one row; further ones need <see cref="ActionMode.Secondary"/>.</summary>
    public const int PrimaryActions = 6;

    /// <summary>User ids a <see cref="RefreshCard"/> may name.</summary>
    public const int RefreshUsers = 60;
}
