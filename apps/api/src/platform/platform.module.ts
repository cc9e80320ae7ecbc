import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LibraryCache } from './cache/library-cache.ts';
import { LibraryRevision } from './database/library-revision.service.ts';

/** The ground under all features. */
@Global()
@Module({})
export class PlatformModule {
  /** @param databaseUrl where the library's changes are heard */
  static with(databaseUrl: string): DynamicModule {
    const revision = { provide: LibraryRevision, useFactory: () => new LibraryRevision(databaseUrl) };
    return { module: PlatformModule, providers: [revision, LibraryCache], exports: [LibraryRevision, LibraryCache] };
  }
}
