namespace Concierge.Core.Wording;

/// <summary>What may stand in a text that people read.</summary>
public static class Letters
{
    /// <summary>A control that no keyboard is meant to type, but for the end of a line and the tab: it shows nothing, and XML knows no way to write it.</summary>
    public static bool HasControl(string text) => text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
}
