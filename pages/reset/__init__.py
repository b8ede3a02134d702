"""The pages of passwordreset.microsoftonline.com."""
