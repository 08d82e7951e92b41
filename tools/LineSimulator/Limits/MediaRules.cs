namespace Concierge.LineSimulator;

/// <summary>Stickers, pictures, films, sounds and places.</summary>
internal static class MediaRules
{
    public static void Sticker(Part message)
    {
        message.Text("packageId", 20, required: true);
        message.Text("stickerId", 20, required: true);
        message.Text("quoteToken", 1000);
    }

    public static void Image(Part message)
    {
        message.Url("originalContentUrl", required: true);
        message.Url("previewImageUrl", required: true);
    }

    public static void Video(Part message)
    {
        Image(message);
        message.Text("trackingId", 100);
    }

    public static void Audio(Part message)
    {
        message.Url("originalContentUrl", required: true);
        message.Whole("duration", min: 1, required: true);
    }

    public static void Location(Part message)
    {
        message.Text("title", 100, required: true);
        message.Text("address", 100, required: true);
        message.Number("latitude", -90, 90, required: true);
        message.Number("longitude", -180, 180, required: true);
    }
}
