"""The check before signing: a finished .docx, anyone's, against the rules of the official form."""
