import { DefaultNamingStrategy, type Table } from 'typeorm';

/** Names keys as PostgreSQL names them by itself, so that migrations can be plain SQL. */
export class PostgresNamingStrategy extends DefaultNamingStrategy {
  override primaryKeyName(table: Table | string): string {
    return `${this.getTableName(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${this.getTableName(table)}_${columns.join('_')}_fkey`;
  }
}
