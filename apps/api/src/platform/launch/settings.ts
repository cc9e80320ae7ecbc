/** Gives the PostgreSQL settings of the embedded server as "name=value"; `fast` gives up safety in a crash, for tests. */
export function postgresSettings(port: number, fast: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket: its path is limited to 107 bytes, and the port with a password is enough.
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    // The database shares one small machine with the process that serves pages.
    max_connections: '50',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    max_wal_size: '512MB',
    // Compiling costs more than the short queries of a library gain.
    jit: 'off',
    // Parallel workers need /dev/shm, which is 64 MB in a container, and a core that pages want.
    max_parallel_workers_per_gather: '0',
    huge_pages: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The server's stderr goes to our log file; a collector would be one more process.
    logging_collector: 'off',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    default_text_search_config: 'pg_catalog.simple',
  };
  if (fast) {
    Object.assign(settings, {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      max_connections: '100',
    });
  }
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}
