using System.Security.Cryptography;
using System.Text;
using Concierge.Bot.Line;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class SignatureTests
{
    // LINE's own example: documentation, "verify webhook signature".
    private const string Secret = "8c570fa6dd201bb328f1c1eac23a96d8";
    private const string Body = """{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}""";
    private const string Signature = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Body);

    [Fact]
    public void Lines_own_example_is_accepted() => Assert.True(LineSignature.IsValid(Bytes, Signature, [Secret]));

    [Fact]
    public void A_staged_secret_is_accepted_beside_the_old_one()
    {
        Assert.True(LineSignature.IsValid(Bytes, Signature, ["another", Secret]));
        Assert.True(LineSignature.IsValid(Bytes, Signature, [Secret, "another"]));
        Assert.False(LineSignature.IsValid(Bytes, Signature, ["another"]));
        Assert.False(LineSignature.IsValid(Bytes, Signature, []));
    }

    [Fact]
    public void An_empty_secret_signs_nothing() =>
        Assert.False(LineSignature.IsValid(Bytes, Sign("", Bytes), [""]));

    [Fact]
    public void An_emoji_that_LINE_escaped_is_checked_as_it_came()
    {
        var body = Encoding.UTF8.GetBytes("""{"events":[{"message":{"text":"\uD83E\uDD28 顔"}}]}""");
        Assert.True(LineSignature.IsValid(body, Sign(Secret, body), [Secret]));
        var rewritten = Encoding.UTF8.GetBytes("""{"events":[{"message":{"text":"🤨 顔"}}]}""");
        Assert.False(LineSignature.IsValid(rewritten, Sign(Secret, body), [Secret]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("not base64 at all, but exactly 44 chars long")]
    [InlineData("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs")]
    [InlineData("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs= ")]
    [InlineData(" GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")]
    [InlineData("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLt=")]
    [InlineData("GhRKmvmHys4Pi8DxkF4-EayaH0OqtJtaZxgTD9fMDLs=")]
    [InlineData("ghrkmvmhys4pi8dxkf4+eayah0oqtjtazxgtd9fmdls=")]
    [InlineData("ＧhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")]
    [InlineData("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=,GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")]
    public void Anything_but_the_one_spelling_is_refused(string? header) =>
        Assert.False(LineSignature.IsValid(Bytes, header, [Secret]));

    [Fact]
    public void Two_headers_are_refused_even_when_both_are_right()
    {
        Assert.True(LineSignature.IsValid(Bytes, new StringValues(Signature), [Secret]));
        Assert.False(LineSignature.IsValid(Bytes, new StringValues([Signature, Signature]), [Secret]));
        Assert.False(LineSignature.IsValid(Bytes, StringValues.Empty, [Secret]));
    }

    [Fact]
    public void Of_a_hundred_thousand_flipped_bits_none_is_accepted()
    {
        var random = new Random(20210430);
        var accepted = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var (body, header, secret) = (Bytes.ToArray(), Encoding.Latin1.GetBytes(Signature), Encoding.Latin1.GetBytes(Secret));
            Flip((i % 3) switch { 0 => body, 1 => header, _ => secret }, random);
            if (LineSignature.IsValid(body, Encoding.Latin1.GetString(header), [Encoding.Latin1.GetString(secret)])) accepted++;
        }

        Assert.Equal(0, accepted);
    }

    [Fact]
    public void Checking_allocates_next_to_nothing()
    {
        string[] secrets = [Secret, "another"];
        LineSignature.IsValid(Bytes, Signature, secrets);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) LineSignature.IsValid(Bytes, Signature, secrets);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000, 0, 200);
    }

    private static void Flip(byte[] bytes, Random random) => bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

    private static string Sign(string secret, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
