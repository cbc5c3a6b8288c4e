using Bot.Texts;

namespace Bot.Turns;

/// <content>Whom announcements have reached.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry Deliveries = new(
        "delivery.show", Sentence.CommandDeliveries, Sentence.CommandDeliveriesDescription, Sentence.CommandDeliveriesExample,
        ["zustellung", "zustellungen", "wer wurde erreicht", "wer wurde nicht erreicht", "nicht erreicht", "delivery", "deliveries", "who was reached", "who was not reached"]);

    public static readonly CommandEntry RetryDeliveries = new(
        "delivery.retry", Sentence.CommandRetryDeliveries, Sentence.CommandRetryDeliveriesDescription, Sentence.CommandRetryDeliveriesExample,
        ["erneut zustellen", "noch einmal zustellen", "nochmal zustellen", "mails erneut senden", "mails noch einmal senden", "deliver again", "retry delivery", "resend mails"]);
}
