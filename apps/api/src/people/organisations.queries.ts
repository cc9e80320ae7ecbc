import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inKeyOrder, type RequestContext } from '../platform/graphql/request-context.ts';
import type { OrganisationType } from './people.types.ts';

/** Reads of organisations. */
@Injectable()
export class OrganisationsQueries {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** An organisation; null when there is none. */
  async organisation(context: RequestContext, id: string): Promise<OrganisationType | null> {
    return context
      .loader('organisation', async (ids) => {
        const rows: OrganisationType[] = await this.#database.query(`SELECT id, kind, url FROM organisation WHERE id = ANY ($1)`, [ids]);
        return inKeyOrder(ids, rows, (row) => row.id);
      })
      .load(id);
  }
}
