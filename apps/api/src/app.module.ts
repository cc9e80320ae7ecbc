import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { keyIdOf, KeysController, PUBLIC_KEYS, type Signer } from './documents/index.ts';
import { ManualsModule } from './manuals/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { PeopleModule } from './people/index.ts';
import { PlacesModule } from './places/index.ts';
import { AllowGuard } from './platform/access/allow.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { dataSourceOptions } from './platform/database/data-source.ts';
import { graphqlModule } from './platform/graphql/graphql.module.ts';
import { HealthController, NEEDED_MIGRATIONS } from './platform/health/health.controller.ts';
import { TABLES } from './tables.ts';

/** What a process is made of. */
export interface AppOptions { databaseUrl: string; pool: number; signer: Signer; formerPublicKeys: readonly string[] }

/** The list of features. */
@Module({})
export class AppModule {
  static with({ databaseUrl, pool, signer, formerPublicKeys }: AppOptions): DynamicModule {
    const keys = [signer.publicKey, ...formerPublicKeys].map((publicKey) => ({ keyId: keyIdOf(Buffer.from(publicKey, 'base64url')), algorithm: 'Ed25519' as const, publicKey }));
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions({ url: databaseUrl, pool, tables: TABLES, migrations: MIGRATIONS }), retryAttempts: 0 }),
        PlatformModule.with(databaseUrl),
        graphqlModule(),
        PlacesModule,
        PeopleModule,
        ManualsModule,
      ],
      controllers: [HealthController, KeysController],
      providers: [
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: NEEDED_MIGRATIONS, useValue: MIGRATIONS.map((migration) => migration.name) },
        { provide: PUBLIC_KEYS, useValue: keys },
      ],
    };
  }
}
