using Bot.Domain.Meetings;
using Bot.Texts;

namespace Bot.Features.Rules;

/// <summary>A notice period in words.</summary>
internal static class NoticeWords
{
    /// <summary>How long it is, and which days count.</summary>
    public static string Said(Reader reader, NoticePeriod notice) => Messages.Get(
        reader,
        notice.Counting switch
        {
            NoticeCounting.FromSending => Sentence.NoticeFromSending,
            NoticeCounting.FromDayAfter => Sentence.NoticeFromDayAfter,
            NoticeCounting.FromReceipt => Sentence.NoticeFromReceipt,
            _ => Sentence.NoticeBetweenDays,
        },
        notice.Days);
}
