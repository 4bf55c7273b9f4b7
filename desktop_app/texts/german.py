"""German."""

from __future__ import annotations

TEXTS = {
    "Copy": "Kopieren",
    "Cut": "Ausschneiden",
    "Paste": "Einfügen",
    "Select All": "Alles auswählen",
    "A value may not be there at the next start: {why}": "Ein Wert ist beim nächsten Start vielleicht nicht da: {why}",
    "Error": "Fehler",
    "About {title}": "Über {title}",
    "Cancel": "Abbrechen",
    "Close": "Schließen",
    "Close Window": "Fenster schließen",
    "Edit": "Bearbeiten",
    "File": "Datei",
    "Full Screen": "Vollbild",
    "Help": "Hilfe",
    "Maximize": "Maximieren",
    "Minimize": "Minimieren",
    "Natural Size": "Originalgröße",
    "Open": "Öffnen",
    "Redo": "Wiederholen",
    "Reload": "Neu laden",
    "Save": "Speichern",
    "State Inspector": "Zustandsinspektor",
    "The app has not answered yet. Close all the same?": "Die App hat noch nicht geantwortet. Trotzdem schließen?",
    "Undo": "Rückgängig",
    "View": "Ansicht",
    "Whether everything is saved could not be found out. Close all the same?": (
        "Ob alles gespeichert ist, ließ sich nicht feststellen. Trotzdem schließen?"
    ),
    "Window": "Fenster",
    "Zoom In": "Vergrößern",
    "Zoom Out": "Verkleinern",
    "its storage cannot be used": "ihr Speicher kann nicht benutzt werden",
    "its storage is full": "ihr Speicher ist voll",
    "New Window": "Neues Fenster",
    "Not connected": "Nicht verbunden",
    "Not saved": "Nicht gespeichert",
    "Quit": "Beenden",
    "Reopen Closed Window": "Geschlossenes Fenster wieder öffnen",
    "Something went wrong in {name}. The log has the details.": "In {name} ging etwas schief. Mehr steht im Protokoll.",
    "Stored values": "Gespeicherte Werte",
    "The queue is full": "Die Warteschlange ist voll",
    "This app could not save a value for the next start: {why}. It stays until you close the window.": (
        "Diese App konnte einen Wert nicht für den nächsten Start speichern: {why}. Er bleibt, bis du das Fenster "
        "schließt."
    ),
    "{most} events are waiting already, and no more may. Try again in a moment.": (
        "Es warten schon {most} Ereignisse, mehr dürfen es nicht sein. Versuche es gleich noch einmal."
    ),
}

OF_THE_PAGE = {
    "Pages": "Seiten",
    "Code": "Code",
    "Copied": "Kopiert",
    "Copy": "Kopieren",
    "Could not copy": "Konnte nicht kopieren",
    "Text": "Text",
    "Close": "Schließen",
    "Stop": "Anhalten",
    "Submit": "Absenden",
    "Number": "Zahl",
    "Select all": "Alle auswählen",
    "Remove all": "Alle entfernen",
    "Choices": "Auswahl",
    "Remove {choice}": "{choice} entfernen",
    "No matches": "Keine Treffer",
    "{count} more": "{count} weitere",
    "{count} more characters": "{count} weitere Zeichen",
    "Close all": "Alle schließen",
    "Open all": "Alle öffnen",
    "Link to {name}": "Link zu {name}",
    "Colour code": "Farbcode",
    "Choose a date": "Datum wählen",
    "Next month": "Nächster Monat",
    "Previous month": "Voriger Monat",
    "YYYY-MM-DD": "JJJJ-MM-TT",
    "YYYY-MM-DD hh:mm:ss": "JJJJ-MM-TT hh:mm:ss",
}
