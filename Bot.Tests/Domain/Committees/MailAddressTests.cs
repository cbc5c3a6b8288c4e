using Bot.Domain.Committees;
using Xunit;

namespace Bot.Tests.Domain.Committees;

public class MailAddressTests
{
    [Theory]
    [InlineData("anna@example.org", "anna@example.org")]
    [InlineData("Anna.Muster+buendnis@Example.ORG", "Anna.Muster+buendnis@example.org")]
    [InlineData("o'neill@a-b.example", "o'neill@a-b.example")]
    [InlineData("x@xn--mller-kva.example", "x@xn--mller-kva.example")]
    public void Read_AnAddress_IsTaken(string text, string value) => Assert.Equal(value, MailAddress.Read(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.org")]
    [InlineData("anna@")]
    [InlineData("anna@localhost")]
    [InlineData("anna@example..org")]
    [InlineData("anna@-example.org")]
    [InlineData("anna@example-.org")]
    [InlineData("anna@127.0.0.1")]
    [InlineData("anna@example.o")]
    [InlineData(".anna@example.org")]
    [InlineData("anna.@example.org")]
    [InlineData("an..na@example.org")]
    [InlineData("anna@muster@example.org")]
    [InlineData("anna muster@example.org")]
    [InlineData("anna@example.org\r\nBcc: x@example.org")]
    [InlineData("anna@müller.example")]
    [InlineData("<anna@example.org>")]
    [InlineData("\"anna\"@example.org")]
    public void Read_AnythingElse_IsNot(string text) => Assert.Null(MailAddress.Read(text));

    [Fact]
    public void Read_AroundTheLimits_IsTakenUpToThem()
    {
        var domain = "@" + new string('d', 63) + "." + new string('e', 63) + "." + new string('f', 57) + ".org";
        Assert.NotNull(MailAddress.Read(new string('a', 64) + domain));
        Assert.Equal(MailAddress.Longest, (new string('a', 64) + domain).Length);
        Assert.Null(MailAddress.Read(new string('a', 64) + "@f" + domain[1..]));
        Assert.Null(MailAddress.Read(new string('a', 65) + "@example.org"));
        Assert.NotNull(MailAddress.Read("a@" + new string('d', 63) + ".org"));
        Assert.Null(MailAddress.Read("a@" + new string('d', 64) + ".org"));
    }

    [Theory]
    [InlineData("anna@example.org")]
    [InlineData(" anna@example.org. ")]
    [InlineData("<anna@example.org>")]
    [InlineData("[anna@example.org](mailto:anna@example.org)")]
    [InlineData("Anna Muster <mailto:anna@example.org>")]
    [InlineData("anna@example.org, ANNA@EXAMPLE.ORG")]
    public void In_WhatChatClientsMakeOfIt_IsFound(string text) => Assert.Equal("anna@example.org", MailAddress.In(text)?.Value);

    [Theory]
    [InlineData("anna@example.org, bernd@example.org")]
    [InlineData("keine")]
    public void In_NoneOrSeveral_AreNot(string text) => Assert.Null(MailAddress.In(text));

    [Fact]
    public void ToString_OfAPersonWithOne_TellsItNot()
    {
        var person = new Person(new PersonId("anna"), "Anna", IsCoordinator: false) { Mail = MailAddress.Read("anna@example.org") };
        Assert.DoesNotContain("example.org", person.ToString(), System.StringComparison.Ordinal);
        Assert.True(person.Mail!.IsSame("ANNA@example.org"));
    }
}
