using Xunit;

namespace Bot.Tests.Cards;

public class PictureCommandTests
{
    [Fact]
    public void Read_EveryWord_IsTaken()
    {
        var order = PictureCommand.Read(["out", "--theme", "dark", "--language", "en", "--width", "320", "--writing", "markup", "--only", "help"])!;

        Assert.Equal(("out", "dark", "en", 320, Writing.Markup, "help"), (order.Folder, order.Theme, string.Join(',', order.Languages), order.Width, order.Writing, order.Only));
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out --width 200")]
    [InlineData("out --width 1200 --theme light")]
    public void Read_FewWords_AreTaken(string words) => Assert.NotNull(PictureCommand.Read(words.Split(' ')));

    [Theory]
    [InlineData("")]
    [InlineData("--theme dark")]
    [InlineData("out --theme")]
    [InlineData("out --theme blue")]
    [InlineData("out --language fr")]
    [InlineData("out --width 199")]
    [InlineData("out --width 1201")]
    [InlineData("out --writing loud")]
    [InlineData("out --size 3 --theme dark")]
    public void Read_WordsThatMakeNoSense_AreRefused(string words) => Assert.Null(PictureCommand.Read(words.Split(' ')));
}
