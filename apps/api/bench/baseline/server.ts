import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.ts';
import { TABLES } from '../../src/tables.ts';
import { BaselineLoaders, BaselineManualResolver, BaselineNameResolver } from './baseline.resolver.ts';

@Module({
  imports: [
    TypeOrmModule.forRoot({ ...dataSourceOptions({ url: process.env.BASELINE_DATABASE ?? '', pool: 10, tables: TABLES, migrations: [] }) }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [DataSource],
      useFactory: (database: DataSource) => ({ autoSchemaFile: true, graphiql: false, csrfPrevention: false, context: () => ({ loaders: new BaselineLoaders(database) }) }),
    }),
  ],
  providers: [BaselineManualResolver, BaselineNameResolver],
})
class BaselineModule {}

const app = await NestFactory.create<NestFastifyApplication>(BaselineModule, new FastifyAdapter(), { logger: ['error', 'warn'], abortOnError: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => { void app.close().then(() => process.exit(0)); });
