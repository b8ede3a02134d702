"""The pages people see, one package a site."""
