"""The pages of login.microsoftonline.com."""
