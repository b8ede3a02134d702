"""A Microsoft Entra tenant on this machine: pages, Graph and mailbox under their real names."""
