"""German words for the quality rules."""

from .word_list import WordList

GERMAN = WordList(
    decimal=",",
    articles=("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
    absolutes=(
        *("immer", "nie", "niemals", "stets", "ausnahmslos", "absolut", "völlig", "gänzlich", "unmöglich"),
        *("keinesfalls", "vollkommen"),
    ),
    softened=(
        r"(?:nicht|fast|beinahe|nahezu|kaum) (?:immer|nie|niemals|stets|völlig|gänzlich|absolut|unmöglich|vollkommen)",
        r"immer (?:noch|wieder|mehr|weniger|dann|\w+er)\b",
    ),
    all_of_the_above=(
        r"alle(?: der)? (?:oben )?(?:genannten|aufgeführten|obigen)(?: \w+)?(?: sind (?:richtig|korrekt|wahr))?",
        r"alle(?: diese[rn]?)? (?:antworten|aussagen|möglichkeiten|optionen)(?: sind (?:richtig|korrekt|wahr))?",
        r"alles (?:oben )?genannte",
    ),
    none_of_the_above=(
        r"keine[rs]?(?: der)? (?:oben )?(?:genannten|aufgeführten|obigen)(?: \w+)?(?: ist (?:richtig|korrekt|wahr))?",
        r"keine(?: diese[rn]?| der)? (?:antworten?|aussagen?|möglichkeit(?:en)?|option(?:en)?)"
        r"(?: ist (?:richtig|korrekt|wahr))?",
        r"nichts davon",
    ),
    true_false=(
        frozenset({"wahr", "falsch"}),
        frozenset({"richtig", "falsch"}),
        frozenset({"ja", "nein"}),
        frozenset({"stimmt", "stimmt nicht"}),
    ),
    interrogatives=("welche", "welcher", "welches", "welchen", "welchem", "was", "wer", "wen", "wem"),
    conjunctions=("dass", "wenn", "falls", "weil", "obwohl", "während", "sofern", "aber"),
    negations=(r"nicht\b", r"kein(?:e|er|en|es|em)?\b", r"am wenigsten\b"),
    harmless=(r"nicht nur", r"nicht unbedingt"),
    negative_signs=("nicht", "kein", "wenigsten", "außer", "ausgenommen"),
    exceptions=("außer", "ausgenommen"),
    verdicts=frozenset(
        (
            *("richtig", "falsch", "korrekt", "inkorrekt", "wahr", "ja", "nein", "nicht", "genau", "leider", "stimmt"),
            *("das", "dies", "ist", "die", "diese", "antwort", "option", "lösung", "eine", "so", "sehr", "gut", "und"),
            *("möglichkeit", "es", "also", "trifft", "zu"),
        )
    ),
    letters=("option", "optionen", "antwort", "antworten", "möglichkeit", "möglichkeiten"),
    joins=("und", "oder", "noch"),
    around=("sowohl", "nur", "weder", "entweder", "beide"),
    ordinals=("erste", "ersten", "zweite", "zweiten", "dritte", "dritten", "vierte", "vierten", "letzte", "letzten"),
    fillers=frozenset(
        (
            *("aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "andere", "anderen"),
            *("anderer", "anderes", "antwort", "auch", "auf", "aus", "außer", "bei", "beide", "beiden", "beim"),
            *("beispiel", "beschreibe", "bis", "dafür", "damit", "dann", "das", "dass", "dein", "deine", "dem"),
            *("den", "denn", "der", "des", "dich", "die", "dies", "diese", "diesem", "diesen", "dieser"),
            *("dieses", "dir", "doch", "dort", "drei", "dritte", "durch", "ein", "eine", "einem", "einen"),
            *("einer", "eines", "einmal", "entweder", "erklär", "erkläre", "erst", "erste", "ersten", "etwas"),
            *("falls", "falsch", "frage", "für", "genau", "gibt", "haben", "hat", "hatte", "hier", "ihm"),
            *("ihn", "ihr", "ihre", "immer", "ist", "jede", "jedem", "jeden", "jeder", "jedes", "jetzt"),
            *("kann", "kein", "keine", "keinen", "können", "könnte", "letzte", "machen", "macht", "man"),
            *("mehr", "mein", "mit", "muss", "müssen", "nach", "neben", "nein", "nennt", "nicht", "nichts"),
            *("noch", "nur", "ob", "oder", "ohne", "richtig", "schon", "sehr", "sein", "seine", "seinen"),
            *("sich", "sie", "sind", "soll", "sollte", "sondern", "sowie", "und", "uns", "unter", "viel"),
            *("viele", "vier", "vom", "von", "vor", "wahr", "wann", "war", "warum", "was", "weil", "welche"),
            *("welchem", "welchen", "welcher", "welches", "wenig", "weniger", "wenn", "wer", "werden", "wie"),
            *("wieder", "wieso", "wird", "wofür", "worden", "wurde", "während", "würde", "zeigt", "zum", "zur"),
            *("zwar", "zwei", "zweite", "zweiten", "zwischen", "über"),
        )
    ),
)
"""No rate of alarms was measured for these."""
