using Concierge.Core.Conversations;
using Concierge.Core.Kpi;
using Xunit;

namespace Concierge.CoreTests.Kpi;

/// <summary>Where people leave a form.</summary>
public sealed class DropOffTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    private readonly DropOff _counts = new(Questionnaires.Embedded);

    [Fact]
    public void A_person_counts_once_a_form_by_what_they_said_last()
    {
        _counts.Add([Said("entry@1", "consent_service", "yes"), Said("entry@1", "age", "60"), Said("entry@1", "age", "65")]);
        _counts.Add([Said("entry@1", "consent_service", "yes"), Said("entry@1", "age", "60"), Skipped("entry@1", "age"), Said("entry@1", "area", "north")]);
        _counts.Add([]);
        Assert.Equal([(2, 2, 0, 0), (2, 1, 1, 0), (2, 1, 0, 1)], Of("entry@1"));
    }

    [Fact]
    public void What_was_answered_in_another_form_is_no_beginning_of_this_one()
    {
        _counts.Add([Said("entry@1", "consent_service", "yes"), Said("entry@1", "age", "65"), Said("entry@1", "area", "north")]);
        Assert.Empty(Of("inventory@2"));
        Assert.All(_counts.Counts(), count => Assert.Equal(0, count.Left));
    }

    /// <summary>Where somebody learned of us, and what staff may see, is kept beside the welcome and is none of its questions.</summary>
    [Fact]
    public void What_is_kept_beside_a_form_is_no_beginning_of_it()
    {
        _counts.Add([Said("entry@1", "source", "desk"), Said("entry@1", "consent_staff", "yes")]);
        Assert.Empty(Of("entry@1"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(119, 110)]
    public void In_tens_nobody_is_counted_in_a_group_of_one_to_nine(long people, long shown) => Assert.Equal(shown, InTens.Of(people));

    private (long, long, long, long)[] Of(string form) => [.. _counts.Counts().Where(one => one.Form == form).Select(one => (one.Started, one.Answered, one.Skipped, one.Left))];

    private static Answer Said(string form, string question, string option) => new(1, form, question, new AnswerValue.Chosen([option]), Now, null);

    private static Answer Skipped(string form, string question) => new(1, form, question, new AnswerValue.Skipped(), Now, null);
}
