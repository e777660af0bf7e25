"""Long work that survives a restart and kill -9: durable rows with lease, heartbeat and fencing token."""
