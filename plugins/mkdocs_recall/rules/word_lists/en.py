"""English words for the quality rules."""

from .word_list import WordList

ENGLISH = WordList(
    decimal=".",
    articles=("a", "an", "the"),
    absolutes=("always", "never", "completely", "absolutely", "entirely", "totally", "impossible"),
    softened=(
        r"(?:not|n't|almost|nearly|hardly|practically) (?:always|never|complete|absolute|entire|total|impossible)\w*",
        r"never(?:theless|more)",
    ),
    all_of_the_above=(
        r"all(?: of)?(?: the)?(?: (?:options|answers|choices|statements))? above(?: (?:is|are|options|answers)\b.*)?",
        r"all(?: of)? (?:the|these)(?: (?:options|answers|choices|statements))(?: are (?:true|correct|right))?",
        r"all of these",
    ),
    none_of_the_above=(
        r"(?:none|neither)(?: of)?(?: the)?(?: (?:options|answers|choices|statements))? above(?: (?:is|are)\b.*)?",
        r"(?:none|neither)(?: of)? (?:the|these)(?: (?:options|answers|choices|statements))"
        r"(?: (?:is|are) (?:true|correct|right))?",
        r"none of these",
    ),
    true_false=(
        frozenset({"true", "false"}),
        frozenset({"yes", "no"}),
        frozenset({"right", "wrong"}),
        frozenset({"correct", "incorrect"}),
    ),
    interrogatives=("which", "what", "who"),
    conjunctions=(
        *("that", "which", "who", "whose", "if", "when", "where", "while", "because", "since", "although"),
        *("though", "unless", "why", "how", "whether", "but"),
    ),
    negations=(
        r"(?:is|are|was|were|does|do|did|can|could|should|would|will|must|has|have|had) not\b",
        r"(?:isn|aren|wasn|weren|doesn|don|didn|can|couldn|shouldn|wouldn|won|mustn|hasn|haven)['’]t\b",
        r"(?:can|do|does|could|should|would|will|must) (?:you|we|one|they|it) not\b",
        r"cannot\b",
        r"least (?:likely|appropriate|suitable|useful|true)\b",
    ),
    harmless=(
        r"(?:does|do|did|would|will) not (?:have|need) to",
        r"(?:doesn|don|didn|wouldn|won)['’]t (?:have|need) to",
        r"not only",
    ),
    negative_signs=("not", "n't", "n’t", "least", "except"),
    exceptions=("except",),
    verdicts=frozenset(
        (
            *("right", "wrong", "correct", "incorrect", "true", "false", "yes", "no", "not", "nope", "exactly", "well"),
            *("done", "good", "this", "that", "it", "is", "isn't", "the", "a", "an", "answer", "option", "choice"),
            *("quite", "close", "but", "great", "perfect", "nice", "job", "very", "almost", "you", "are"),
            *("sorry", "solution", "unfortunately", "try", "again", "so", "and", "thus", "key", "invalid", "valid"),
        )
    ),
    letters=("option", "options", "answer", "answers", "choice", "choices"),
    joins=("and", "or", "nor"),
    around=("both", "only", "neither", "either"),
    ordinals=("first", "second", "third", "fourth", "last"),
    fillers=frozenset(
        (
            *("about", "above", "after", "again", "against", "all", "also", "although", "among", "and"),
            *("another", "answer", "any", "are", "aren", "because", "been", "before", "being", "below", "best"),
            *("between", "both", "but", "call", "called", "can", "cannot", "could", "describe", "did", "didn"),
            *("does", "doesn", "don", "done", "down", "each", "either", "else", "even", "ever", "every"),
            *("example", "explain", "false", "few", "first", "five", "following", "for", "four", "from", "get"),
            *("gets", "give", "given", "gives", "had", "happen", "happens", "has", "have", "having", "here"),
            *("his", "how", "however", "into", "isn", "its", "just", "know", "last", "least", "less", "let"),
            *("like", "line", "lines", "made", "make", "makes", "many", "may", "mean", "means", "might"),
            *("more", "most", "much", "must", "name", "need", "needs", "neither", "never", "next", "not"),
            *("now", "off", "often", "once", "one", "only", "option", "other", "others", "our", "out", "over"),
            *("own", "per", "print", "prints", "put", "question", "rather", "right", "same", "say", "says"),
            *("second", "shall", "should", "show", "shows", "since", "some", "statement", "statements"),
            *("still", "such", "take", "takes", "than", "that", "the", "their", "them", "then", "there"),
            *("these", "they", "third", "this", "those", "three", "through", "too", "true", "two", "under"),
            *("until", "use", "used", "uses", "very", "want", "was", "way", "well", "were", "what", "when"),
            *("where", "whether", "which", "while", "who", "whole", "whose", "why", "will", "with", "within"),
            *("without", "won", "word", "would", "wrong", "yes", "you", "your"),
        )
    ),
    vowel_article=True,
)
"""The lists behind docs/reference/quality.md; the absolutes are the narrow list of the measurements told there."""
