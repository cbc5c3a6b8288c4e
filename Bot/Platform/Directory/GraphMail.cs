using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;

namespace Bot.Platform.Directory;

/// <summary>Sends mail from the organizer's mailbox.</summary>
internal interface IOrganizerMail
{
    /// <summary>Sends a mail to one person. Graph has no means to recognize a repetition, so after <see cref="DirectoryFault.Doubtful"/> it may have been sent.</summary>
    /// <exception cref="DirectoryException">It was not sent, or nobody knows.</exception>
    Task SendAsync(DirectoryMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail to one person, so that nobody sees who else got it.</summary>
/// <param name="To">To whom.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Attachment">What goes with it; null for nothing.</param>
internal sealed record DirectoryMail(DirectoryPerson To, string Subject, string Text, DirectoryAttachment? Attachment);

/// <summary>A file that goes with a mail, below 3 MB.</summary>
/// <param name="Name">With its ending.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record DirectoryAttachment(string Name, string MediaType, byte[] Content);

/// <summary>Mail by Exchange Online. Needs <c>Mail.Send</c>, limited to that one mailbox.</summary>
/// <remarks>Source: Graph v1.0, user-sendmail.</remarks>
internal sealed class GraphMail(GraphConnection graph) : IOrganizerMail
{
    /// <inheritdoc/>
    public Task SendAsync(DirectoryMail mail, CancellationToken cancellationToken)
    {
        var body = new SendMailPostRequestBody
        {
            Message = new Message
            {
                Subject = mail.Subject,
                Body = new ItemBody { ContentType = BodyType.Text, Content = mail.Text },
                ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = mail.To.Address, Name = mail.To.Name } }],
                Attachments = mail.Attachment is not { } file ? null :
                [
                    new FileAttachment { OdataType = "#microsoft.graph.fileAttachment", Name = file.Name, ContentType = file.MediaType, ContentBytes = file.Content },
                ],
            },
            SaveToSentItems = false,
        };
        return graph.AskAsync(
            async (client, token) =>
            {
                await client.Users[graph.Options.Organizer].SendMail.PostAsync(body, cancellationToken: token);
                return true;
            },
            cancellationToken);
    }
}
