import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './explorer.css';
import { EXAMPLE_QUERY } from './example-query.ts';

interface Query { query: string; variables?: unknown; operationName?: string | null }

async function ask({ query, variables, operationName }: Query): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return (await response.json()) as object;
}

const place = document.getElementById('explorer');
if (place) createRoot(place).render(<GraphiQL fetcher={ask} defaultQuery={EXAMPLE_QUERY} />);
