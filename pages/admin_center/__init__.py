"""The pages *Password reset* of the Microsoft Entra admin center, one class a blade."""
