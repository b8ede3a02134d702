"""
What a run needs on the machine: an environment, a browser, Allure.

Everything here runs before any package is installed, so it imports the standard library alone.
"""
