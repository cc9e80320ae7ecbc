import { DataSource, type DataSourceOptions } from 'typeorm';
import { PostgresNamingStrategy } from './naming-strategy.ts';

/** How to reach the database, and what is in it. */
export interface DatabaseOptions { url: string; pool: number; tables: readonly (new () => object)[]; migrations: readonly (new () => object)[] }

/** Options of a connection pool to PostgreSQL. Nothing is synchronised and nothing migrates by itself. */
export function dataSourceOptions({ url, pool, tables, migrations }: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new PostgresNamingStrategy(),
    entities: [...tables],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    logging: false,
    poolSize: pool,
    connectTimeoutMS: 5000,
    extra: { statement_timeout: 15_000, idle_in_transaction_session_timeout: 60_000, application_name: 'naru' },
  };
}

/** Opens a connection pool. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  return new DataSource(dataSourceOptions(options)).initialize();
}
