using System.Linq;
using Xunit;

namespace Bot.Tests.Rooms;

public class CSharpTextTests
{
    [Theory]
    [InlineData("a // b\nc", "a \nc")]
    [InlineData("a /* b\n'\" */ c", "a \n c")]
    [InlineData("a = \"b // c\"; d", "a = \"\"; d")]
    [InlineData("a = '\"'; b = '\\''; c = '\\\\'; d", "a = ''; b = ''; c = ''; d")]
    [InlineData("a = @\"b\"\"c\\\"; d", "a = \"\"; d")]
    [InlineData("a = \"\"; b", "a = \"\"; b")]
    [InlineData("a = $\"b {c.D(\"e\")} {{f}}\"; g", "a = \"\"c.D(\"\"); g")]
    [InlineData("a = \"\"\"\n  b \"c\"\n  \"\"\"; d", "a = \"\"\n\n; d")]
    [InlineData("a = $$\"\"\"{b} {{c}}\"\"\"; d", "a = \"\"c; d")]
    [InlineData("a // b", "a ")]
    [InlineData("a = \"unfinished", "a = \"\"")]
    public void Code_OfAnyLiteralOrComment_IsWithoutIt(string text, string code) => Assert.Equal(code, CSharpText.Of(text).Code);

    [Theory]
    [InlineData("a = \"b\"; // \"c\"", "b")]
    [InlineData("a = $\"b {c + \"d\"} e\"", "d|b … e")]
    [InlineData("a = @\"b\"\"c\"", "b\"\"c")]
    [InlineData("a = $\"{{b}} {c:0.0}\"", "{{b}} …")]
    [InlineData("a = $$\"\"\"{b} {{c}} \"d\" \"\"\"", "{b} … \"d\" ")]
    public void Literals_OfEveryKind_AreFound(string text, string literals) =>
        Assert.Equal(literals.Split('|'), CSharpText.Of(text).Literals.Select(literal => literal.Text));

    [Fact]
    public void Literals_AfterCommentsAndLongLiterals_KnowTheirLine()
    {
        var read = CSharpText.Of("/* 1\n2 */\n\"\"\"\n4\n\"\"\"\n\"six\"");

        Assert.Equal([3, 6], read.Literals.Select(literal => literal.Line));
        Assert.Equal(5, read.Code.Count(character => character == '\n'));
    }
}
